import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installStackTraces } from "../../../preflight/engine/stack-traces";
import { registerTypeScript } from "../../../preflight/engine/typescript";
import { folder } from "../support/folders";

/** The stack of an error whose frames are those of these places. */
function formatted(...places: readonly (readonly [string | null, number | null, number | null])[]) {
    const sites = places.map(([file, line, column]) => ({
        getFileName: () => file,
        getLineNumber: () => line,
        getColumnNumber: () => column,
        toString: () => `work (${file ?? "native"}:${String(line)}:${String(column)})`,
    }));
    return Error.prepareStackTrace(
        new Error("no"),
        sites as unknown as NodeJS.CallSite[],
    ) as string;
}

describe("stack traces", () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, never called
    const { prepareStackTrace } = Error;
    beforeEach(installStackTraces);
    afterEach(() => {
        Error.prepareStackTrace = prepareStackTrace;
    });

    const text = "interface Gone {\n    a: string;\n}\n\nexport const error = new Error('no');\n";
    const program = (file: string): string =>
        realpathSync(folder({ "node_modules/x/package.json": "{}", [file]: text }));

    it("show the lines that were written", () => {
        const dir = program("index.ts");
        registerTypeScript(dir);
        const { error } = createRequire(join(dir, "x.js"))(join(dir, "index.ts")) as {
            error: Error;
        };
        const [head, first] = error.stack!.split("\n");
        assert.equal(head, "Error: no");
        assert.match(first!, /index\.ts:5:\d+\)$/);
    });

    it("show the lines of ES modules, which are known by their address", () => {
        const dir = program("index.mts");
        registerTypeScript(dir);
        const url = pathToFileURL(join(dir, "index.mts")).href;
        assert.equal(formatted([url, 1, 22]), `Error: no\n    at work (${url}:5:22)`);
    });

    it("leave other frames as they are", () => {
        const dir = realpathSync(folder({ "other.ts": "" }));
        const other = join(dir, "other.ts");
        assert.equal(
            formatted(
                ["/a.js", 1, 2],
                [other, 1, 2],
                [null, 1, 2],
                [other, null, 2],
                [other, 1, null],
            ),
            [
                "Error: no",
                "    at work (/a.js:1:2)",
                `    at work (${other}:1:2)`,
                "    at work (native:1:2)",
                `    at work (${other}:null:2)`,
                `    at work (${other}:1:null)`,
            ].join("\n"),
        );
    });

    it("are the message alone where no frames were kept, even of an error that cannot be written", () => {
        assert.equal(formatted(), "Error: no");
        const broken = Object.assign(new Error("no"), {
            toString: () => {
                throw new Error("never");
            },
        });
        assert.equal(Error.prepareStackTrace(broken, []), "Error");
    });
});
