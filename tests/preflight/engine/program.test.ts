import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { findProgram, loadProgram } from "../../../preflight/engine/program";
import { folder } from "../support/folders";

type Files = Readonly<Record<string, string>>;

/** The entry that is found, relative to the program's folder. */
function entryOf(files: Files, main?: string): string {
    const dir = realpathSync(folder(files));
    const { entry } = findProgram(dir, main);
    assert.ok(entry.startsWith(dir), entry);
    return entry.slice(dir.length + 1);
}

function refusalOf(files: Files, main?: string): string {
    const dir = folder(files);
    try {
        findProgram(dir, main);
    } catch (error) {
        assert.equal((error as { kind?: string }).kind, "not-loadable");
        return (error as Error).message.replaceAll(dir, "DIR");
    }
    return assert.fail("a program was found");
}

/** What a program exports that is loaded from these files. */
async function exportsOf(files: Files): Promise<unknown> {
    return loadProgram(findProgram(folder(files)));
}

const manifest = (content: object): Files => ({ "package.json": JSON.stringify(content) });

describe("findProgram", () => {
    it("takes the file that Pulumi.yaml names, and the file's folder for the program's", () => {
        const dir = realpathSync(folder({ "src/start.ts": "", "index.ts": "" }));
        assert.deepEqual(findProgram(dir, "src/start.ts"), {
            dir: join(dir, "src"),
            entry: join(dir, "src/start.ts"),
            isModule: false,
            warnings: [],
        });
    });

    it("takes the index of the folder that Pulumi.yaml names", () => {
        assert.equal(entryOf({ "src/index.ts": "", "index.ts": "" }, "src"), "src/index.ts");
    });

    it("reports a main of Pulumi.yaml that does not exist", () => {
        assert.equal(
            refusalOf({ "index.ts": "" }, "src"),
            "Pulumi.yaml: main: found no src, expected a folder or a file of the program",
        );
        assert.throws(() => findProgram(join(folder({}), "gone")), {
            message: "Pulumi.yaml: main: found no ., expected a folder or a file of the program",
        });
    });

    const files = { "index.ts": "", "lib/a.js": "", "lib/b.ts": "", "lib/index.mjs": "" };
    for (const [what, content, entry] of [
        ["main", { main: "lib/a.js" }, "lib/a.js"],
        ["main without .js", { main: "lib/a" }, "lib/a.js"],
        ["main without .ts", { main: "lib/b" }, "lib/b.ts"],
        ["a folder as main", { main: "lib" }, "lib/index.mjs"],
        ["an empty main", { main: "" }, "index.ts"],
        ["a main that is no text", { main: 1 }, "index.ts"],
        ["exports before main", { exports: "./lib/a.js", main: "lib/b.ts" }, "lib/a.js"],
        ["exports of the root", { exports: { ".": "./lib/a.js" } }, "lib/a.js"],
        ["conditions: default", { exports: { ".": { default: "./lib/a.js" } } }, "lib/a.js"],
        ["conditions: require", { exports: { ".": { require: "./lib/a.js" } } }, "lib/a.js"],
        ["conditions: import", { exports: { ".": { import: "./lib/b.ts" } } }, "lib/b.ts"],
        ["exports without a root", { exports: { "./lib": "./lib/a.js" } }, "index.ts"],
        ["a root that is nested", { exports: { ".": { default: { node: "x" } } } }, "index.ts"],
    ] as const) {
        it(`reads package.json as the Pulumi CLI does: ${what}`, () => {
            assert.equal(entryOf({ ...files, ...manifest(content) }), entry);
        });
    }

    it("reads the nearest package.json above, which says whether the program is an ES module", () => {
        const dir = folder({ ...manifest({ type: "module" }), "src/index.ts": "" });
        assert.equal(findProgram(dir, "src").isModule, true);
        assert.equal(findProgram(folder({ "package.json": "[]", "index.ts": "" })).isModule, false);
    });

    it("prefers index.js to index.ts as the Pulumi CLI does, and says so", () => {
        const dir = realpathSync(folder({ "index.js": "", "index.ts": "" }));
        const { entry, warnings } = findProgram(dir);
        assert.equal(entry, join(dir, "index.js"));
        assert.deepEqual(warnings, [
            "found index.js beside index.ts and no main: index.js is used, as the Pulumi CLI does",
        ]);
    });

    it("takes the index file where main does not exist, and says so", () => {
        const dir = realpathSync(folder({ ...manifest({ main: "bin/x.js" }), "index.ts": "" }));
        const { entry, warnings } = findProgram(dir);
        assert.equal(entry, join(dir, "index.ts"));
        assert.deepEqual(warnings, [
            `package.json: main: found "bin/x.js", which does not exist; ${entry} is used`,
        ]);
    });

    it("reports a folder without a program, and which script may make it", () => {
        assert.equal(
            refusalOf({ "README.md": "" }),
            "DIR: found no index.ts or index.js, expected the program",
        );
        assert.equal(
            refusalOf(manifest({ main: "bin/x.js", scripts: { test: "mocha" } })),
            'package.json: main: found "bin/x.js", which does not exist, and no index.ts or index.js; expected the program',
        );
        assert.equal(
            refusalOf(manifest({ main: "bin/x.js", scripts: { build: "tsc" } })),
            'package.json: main: found "bin/x.js", which does not exist, and no index.ts or index.js; expected the program; run its build script first (`npm run build`)',
        );
    });

    it("reports a package.json that is not whole", () => {
        assert.match(
            refusalOf({ "package.json": "{", "index.ts": "" }),
            /^DIR\/package\.json: Expected property name or '}' in JSON/,
        );
    });
});

describe("loadProgram", () => {
    it("gives what a CommonJS program exports, and calls an exported function", async () => {
        assert.deepEqual(await exportsOf({ "index.js": "exports.url = 'a';" }), { url: "a" });
        assert.deepEqual(
            await exportsOf({
                "index.ts": "export = async (): Promise<object> => ({ url: 'b' });",
            }),
            { url: "b" },
        );
    });

    it("gives what an ES module exports, by name or as its default", async () => {
        const named = await exportsOf({ "index.mjs": "export const url = 'c';" });
        assert.deepEqual({ ...(named as object) }, { url: "c" });
        assert.deepEqual(
            await exportsOf({
                ...manifest({ type: "module" }),
                "index.ts":
                    "const url: string = await Promise.resolve('d');\nexport default { url };",
            }),
            { url: "d" },
        );
        assert.deepEqual(
            await exportsOf({ "index.mts": "export default (): object => ({ url: 'e' });" }),
            { url: "e" },
        );
    });

    it("reports a module with a default and names as the Pulumi CLI does", async () => {
        await assert.rejects(
            exportsOf({ "index.mjs": "export default {};\nexport const url = 'f';" }),
            {
                message:
                    "expected entrypoint module to have either a default export or named exports but not both",
            },
        );
    });
});
