import assert from "node:assert/strict";
import type { ProgramFailure, RunOptions } from "../../../preflight";
import { failureOf, removePrograms } from "./programs";

const HEAD = `import * as pulumi from "@pulumi/pulumi";
import { Bucket } from "@pulumi/aws/s3";
const first = new Bucket("first");
`;
const FIRST = "urn:pulumi:dev::sample::aws:s3/bucket:Bucket::first";

async function failure(code: string, options: Partial<RunOptions> = {}): Promise<ProgramFailure> {
    return (await failureOf({ "index.ts": HEAD + code }, options)).toFailure();
}

describe("a program that cannot be judged", () => {
    after(removePrograms);

    it("reports the line that throws in an apply", async () => {
        assert.deepEqual(
            await failure(`\nfirst.id.apply((id) => {\n    throw new Error(\`no \${id}\`);\n});\n`),
            {
                kind: "threw",
                message: "no first-id",
                place: { file: "index.ts", line: 6 },
                detail: "at index.ts:6",
            },
        );
    });

    it("reports the line with a syntax error", async () => {
        const found = await failure("const x = ;\n");
        assert.equal(found.kind, "threw");
        assert.deepEqual(found.place, { file: "index.ts", line: 4 });
    });

    it("reports outputs that never resolve", async () => {
        const code = `new Bucket("second", { bucket: new Promise<string>(() => undefined) });\nexport const id = first.id;\n`;
        const { kind, message } = await failure(code);
        assert.deepEqual(
            { kind, message },
            {
                kind: "hung",
                message:
                    "the program waits for outputs that never resolve: second (aws:s3/bucket:Bucket); expected no cycle and no promise without an end",
            },
        );
    });

    it("reports process.exit with its line", async () => {
        assert.deepEqual(await failure("process.exit(0);\n"), {
            kind: "exited",
            message: "the program called process.exit(0), expected it to end by itself",
            place: { file: "index.ts", line: 4 },
            detail: "at index.ts:4",
        });
    });

    it("reports a program that kills itself", async () => {
        const found = await failure(`process.kill(process.pid, "SIGKILL");\n`);
        assert.equal(found.kind, "killed");
        assert.equal(
            found.message,
            'the program ended its own process: process.kill(process.pid, "SIGKILL")',
        );
        assert.deepEqual(found.place, { file: "index.ts", line: 4 });
    });

    it("reports where a program spins that never ends", async () => {
        const found = await failure("for (;;) {\n    Math.random();\n}\n", { timeout: 15 });
        assert.equal(found.kind, "timed-out");
        assert.equal(found.message, "the program did not end within 15 seconds (--timeout)");
        assert.equal(found.place?.file, "index.ts");
        assert.ok([4, 5].includes(found.place.line));
    });

    it("reports a region that @pulumi/aws requires with the flag that sets it", async () => {
        const code = `import { config } from "@pulumi/aws";\nexport const region = config.requireRegion();\n`;
        const { message, detail } = await failure(code, { config: {} });
        assert.equal(message, "No AWS region has been configured");
        assert.equal(detail, "set it with --config aws:region=VALUE\nat index.ts:5");
    });

    it("reports every missing key with the flag that sets it", async () => {
        const code = `const config = new pulumi.Config();
const rules = config.requireObject<{ open: { ports: number[] } }>("rules").open.ports.map((port) => port + 1);
new Bucket(config.require("name") + String(rules.length));
new pulumi.Config("db").requireSecret("password");
`;
        assert.deepEqual(await failure(code), {
            kind: "missing-configuration",
            message: [
                "db:password: found nothing, expected a secret value: --config db:password=VALUE",
                "sample:name: found nothing, expected a value: --config sample:name=VALUE",
                "sample:rules: found nothing, expected a value: --config sample:rules=VALUE",
            ].join("\n"),
        });
    });

    it("reports a URN that is taken, in the engine's words, with the line of the second", async () => {
        assert.deepEqual(await failure(`new Bucket("first");\n`), {
            kind: "registration-failed",
            message: `Duplicate resource URN '${FIRST}'; try giving it a unique name`,
            place: { file: "index.ts", line: 4 },
        });
    });

    it("reports a default provider that is disabled", async () => {
        const config = { "pulumi:disable-default-providers": '["aws"]' };
        assert.deepEqual(await failure("", { config }), {
            kind: "registration-failed",
            message: `Default provider for 'aws' disabled. '${FIRST}' must use an explicit provider.`,
            place: { file: "index.ts", line: 3 },
        });
    });

    it("reports a program that declares nothing", async () => {
        const found = await failureOf({ "index.ts": "export {};\n" });
        assert.equal(found.kind, "empty");
        assert.match(
            found.message,
            /index\.ts: registered no resource and no output, expected a program that declares some$/,
        );
    });

    it("reports a folder without a program", async () => {
        const found = await failureOf({
            "package.json": '{ "main": "bin/index.js", "scripts": { "build": "tsc" } }',
        });
        assert.deepEqual(found.toFailure(), {
            kind: "not-loadable",
            message:
                'package.json: main: found "bin/index.js", which does not exist, and no index.ts or index.js; expected the program; run its build script first (`npm run build`)',
        });
    });
});
