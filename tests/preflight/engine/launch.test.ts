import assert from "node:assert/strict";
import { join } from "node:path";
import { launch, type Outcome } from "../../../preflight";
import { named, removePrograms, writeProgram } from "./programs";

const FAKE = join(__dirname, "fake-simulation");
const BUCKET = 'const { Bucket } = require("@pulumi/aws/s3");\nnew Bucket("first");\n';

type Files = Readonly<Record<string, string>>;
type Follow = Parameters<typeof launch>[1] & object;

/** Runs a program with modules of its own folder after it. */
async function launched(
    files: Files,
    follow: (dir: string) => Follow = () => ({}),
): Promise<Outcome> {
    const dir = writeProgram(files);
    return launch(
        { dir, project: "sample", stack: "dev", mode: "up", config: {}, timeout: 50 },
        { simulation: FAKE, ...follow(dir) },
    );
}

async function refusal(files: Files, follow?: (dir: string) => Follow): Promise<Error> {
    return launched(files, follow).then(
        () => assert.fail("the program ran to its end"),
        (error: unknown) => error as Error,
    );
}

describe("launch", () => {
    after(removePrograms);

    it("gives the graph of a program that only exports", async () => {
        const { graph, result } = await launched({ "index.js": "exports.url = 'a';" });
        assert.deepEqual(graph?.outputs, { url: "a" });
        assert.equal(result, undefined);
    });

    it("gives what the work after a program makes of it, with what a remediation changed", async () => {
        const seen: string[] = [];
        const after = `
            exports.prepare = (argument) => async ({ inputs }) => ({ inputs: { ...inputs, bucket: argument }, notes: [] });
            exports.count = async (graph, argument) => [graph.resources.length > 1, argument];
        `;
        const { graph, result } = await launched(
            { "index.js": BUCKET, "after.js": after },
            (dir) => ({
                onProgress: ({ last }) => seen.push(last),
                after: {
                    module: join(dir, "after"),
                    name: "count",
                    argument: "told",
                    remediate: "prepare",
                },
            }),
        );
        assert.deepEqual(result, [true, "told"]);
        assert.equal(named(graph!, "first").inputs.bucket, "told");
        assert.equal(seen[0]?.startsWith("urn:pulumi:dev::sample::"), true);
    });

    it("reports what breaks in the gate itself as no failure of the program", async () => {
        const { name, message } = await refusal(
            { "index.js": BUCKET, "broken.js": "throw new Error('no cloud');" },
            (dir) => ({ simulation: join(dir, "broken") }),
        );
        assert.equal(name, "Error");
        assert.match(message, /^preflight itself broke: Error: no cloud\n/);
    });

    it("reports a process that ends without a word", async () => {
        const { kind, message } = (await refusal({
            "index.js": "process.reallyExit(3);",
        })) as Error & { kind?: string };
        assert.equal(kind, "exited");
        assert.equal(
            message,
            "the program's process ended with status 3 before the program was done",
        );
    });

    for (const [signal, why] of [
        ["SIGKILL", ""],
        ["SIGABRT", ", which happens when it runs out of memory"],
    ] as const) {
        it(`reports a process that ${signal} ended, and what was registered last`, async () => {
            const code = `${BUCKET}.urn.apply(() => require("node:child_process").spawnSync("kill", ["-s", "${signal.slice(3)}", String(process.pid)]));`;
            const found = (await refusal({
                "index.js": code.replace(";\n.urn", "\n.urn"),
            })) as Error & {
                kind?: string;
                detail?: string;
            };
            assert.equal(found.kind, "killed");
            assert.equal(found.message, `the program's process was ended by ${signal}${why}`);
            assert.match(found.detail!, /^last registered: urn:pulumi:dev::sample::/);
        });
    }

    it("reports the first failure when a second run, for its traces, ends otherwise", async () => {
        const code = `
            const { existsSync, writeFileSync } = require("node:fs");
            if (existsSync("ran")) process.exit(0);
            writeFileSync("ran", "");
            throw new Error("only once");
        `;
        const { message } = await refusal({ "index.js": code });
        assert.equal(message, "only once");
    });
});
