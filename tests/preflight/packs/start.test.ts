import * as assert from "node:assert/strict";
import { judge } from "../../../preflight/packs/judge";
import { loadPack } from "../../../preflight/packs/load";
import { type Pack, PackError } from "../../../preflight/packs/pack";
import { startPack } from "../../../preflight/packs/start";
import { SECRET, SIGNATURE, UNKNOWN } from "../../../preflight/values";
import {
    context,
    fixture,
    graphOf,
    policyOf,
    rejection,
    removeTemporaryPacks,
    resource,
    temporaryPack,
} from "./support";

const MADE = { "PulumiPolicy.yaml": "runtime: nodejs", "package.json": '{ "version": "1.0.0" }' };

/** What every kind of pack has something to say about. */
const graph = graphOf(
    resource("aws:s3/bucket:Bucket", "bucket", { tags: {} }),
    resource("aws:sqs/queue:Queue", "queue", {}, { outputs: { url: "https://queue" } }),
    resource("test:index:Thing", "red", {
        colour: "red",
        retention: 5,
        encrypted: false,
        nothing: null,
        list: [1, [2]],
    }),
    resource("test:index:Thing", "unknown", {
        arn: UNKNOWN,
        password: { [SIGNATURE]: SECRET, value: "hidden" },
    }),
);

async function refusal(files: Readonly<Record<string, string>>, options = {}): Promise<string> {
    const dir = temporaryPack({ ...MADE, ...files });
    const error = await rejection(startPack({ dir }, context, options));
    assert.ok(error instanceof PackError);
    return error.message.replaceAll(dir, "DIR");
}

async function both(name: string): Promise<[Pack, Pack]> {
    return Promise.all([
        loadPack({ dir: fixture(name) }, context),
        startPack({ dir: fixture(name) }, context),
    ]);
}

describe("preflight/packs/start", () => {
    after(removeTemporaryPacks);

    for (const name of ["javascript", "breaking"]) {
        it(`judges as in process: ${name}`, async () => {
            const [here, apart] = await both(name);
            try {
                assert.deepEqual([here.inProcess, apart.inProcess], [true, false]);
                assert.deepEqual(apart.info, here.info);
                assert.deepEqual(await judge(graph, [apart]), await judge(graph, [here]));
            } finally {
                await apart.close();
            }
        });
    }

    it("judges and remediates as in process: configured, in TypeScript", async () => {
        const [here, apart] = await both("configured");
        const subject = {
            ...resource("test:index:Thing", "thing"),
            provider: undefined,
            properties: {
                encrypted: false,
                label: "x",
                password: { [SIGNATURE]: SECRET, value: "hidden" },
                __defaults: [],
            },
        };
        try {
            assert.deepEqual(apart.info, here.info);
            assert.deepEqual(await judge(graph, [apart]), await judge(graph, [here]));
            const remediations = await apart.remediate(subject);
            assert.deepEqual(
                remediations.map(({ policy }) => policy),
                ["encrypted", "renamed"],
            );
            assert.deepEqual(remediations, await here.remediate(subject));
        } finally {
            await apart.close();
        }
    });

    it("gives an ES module a process of its own, as it cannot be loaded twice into one", async () => {
        const pack = await loadPack({ dir: fixture("esm") }, context);
        try {
            assert.equal(pack.inProcess, false);
            const evidence = await judge(graph, [pack]);
            assert.deepEqual(policyOf(evidence, "colourless").findings[0]!.messages, [
                "colour is set",
            ]);
        } finally {
            await pack.close();
        }
    });

    it("prefers the version of PulumiPolicy.yaml, and passes node's arguments on", async () => {
        const dir = temporaryPack({
            ...MADE,
            "PulumiPolicy.yaml":
                "runtime: { name: nodejs, options: { nodeargs: --title=judge } }\nversion: 9.9.9",
            "index.js": `console.log("before the port"); new (require("@pulumi/policy").PolicyPack)("p", { policies: [{ name: "x", description: process.title, validateStack: () => { console.log("while it runs"); } }] });`,
        });
        const pack = await startPack({ dir }, context);
        await judge(graph, [pack]);
        await pack.close();
        await pack.close();
        assert.deepEqual(
            [pack.info.version, pack.info.policies[0]!.description],
            ["9.9.9", "judge"],
        );
    });

    it("reports a pack that ends or throws, without the frames of the runner", async () => {
        const expected = "expected a pack that makes one PolicyPack and serves it";
        assert.equal(
            await refusal({ "index.js": "console.log('bye'); process.exit(3);" }),
            `DIR: found a process that ended with 3 before it served, ${expected}\n    bye`,
        );
        assert.equal(
            await refusal({ "index.js": "throw new Error('at load');" }),
            `DIR: found a process that ended with 32 before it served, ${expected}\n    error: [runtime] Running program 'DIR' failed with an unhandled exception:\n        Error: at load\n        at Object.<anonymous> (DIR/index.js:1:7)`,
        );
    });

    it("reports a pack that serves nothing in time", async () => {
        assert.equal(
            await refusal(
                { "index.js": "setInterval(() => undefined, 1000);" },
                { startTimeoutMs: 100 },
            ),
            "DIR: found no port after 0.1 s, expected a pack that makes one PolicyPack and serves it",
        );
    });

    it("reports a pack without policies, and ends it", async () => {
        assert.equal(
            await refusal({
                "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { policies: [] });`,
            }),
            "DIR: found no policies in pack p, expected at least one policy",
        );
    });

    it("reports a pack whose SDK is incomplete", async () => {
        const dir = temporaryPack(
            { ...MADE, "index.js": "", "node_modules/@pulumi/policy/index.js": "" },
            false,
        );
        assert.equal(
            (await rejection(startPack({ dir }, context))).message,
            `${dir}: found no @pulumi/pulumi, expected the pack's dependencies to be installed: run \`npm install\` in its folder`,
        );
    });

    it("reports a pack that dies or hangs while it judges on every policy", async () => {
        const pack = (validate: string): string =>
            `new (require("@pulumi/policy").PolicyPack)("p", { policies: [{ name: "x", description: "d", validateResource: ${validate} }] });`;
        const dying = await startPack(
            { dir: temporaryPack({ ...MADE, "index.js": pack("() => process.exit(1)") }) },
            context,
        );
        const hanging = await startPack(
            {
                dir: temporaryPack({
                    ...MADE,
                    "index.js": pack("() => new Promise(() => undefined)"),
                }),
            },
            context,
            { callTimeoutMs: 1000 },
        );
        try {
            for (const one of [dying, hanging]) {
                const { findings } = policyOf(await judge(graphOf(), [one]).catch(() => []), "x");
                assert.deepEqual(
                    findings.map(({ verdict }) => verdict),
                    ["error"],
                );
            }
        } finally {
            await dying.close();
            await hanging.close();
        }
    });
});
