import * as assert from "node:assert/strict";
import type { Graph } from "../../../preflight/engine/graph";
import { inEvidenceOrder, judge, loadPack, type Pack } from "../../../preflight/packs";
import {
    context,
    fixture,
    graphOf,
    policyOf,
    rejection,
    removeTemporaryPacks,
    resource,
    root,
    temporaryPack,
    urnOf,
} from "./support";

const BUCKET = "aws:s3/bucket:Bucket";
const QUEUE = "aws:sqs/queue:Queue";
const THING = "test:index:Thing";
const MADE = { "PulumiPolicy.yaml": "runtime: nodejs", "package.json": '{ "version": "1.0.0" }' };

function load(name: string): Promise<Pack> {
    return loadPack({ dir: fixture(name) }, context);
}

/** A pack of one policy, whose validation is given as source. */
function policy(source: string): Promise<Pack> {
    const dir = temporaryPack({
        ...MADE,
        "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { enforcementLevel: "mandatory", policies: [{ name: "x", description: "Because.", ${source} }] });`,
    });
    return loadPack({ dir }, context);
}

/** Names of what passed. */
function passed(graph: Graph, evidence: { readonly passed: readonly number[] }): string[] {
    const order = inEvidenceOrder(graph);
    return evidence.passed.map((index) => order[index]!.name);
}

describe("preflight/packs/judge", () => {
    after(removeTemporaryPacks);

    describe("an ordinary pack", () => {
        const graph = graphOf(
            resource(QUEUE, "jobs", { tags: {} }, { outputs: { url: "https://queue" } }),
            resource(BUCKET, "named", { bucket: "b" }),
            resource(BUCKET, "bare", { tags: {} }),
            resource(BUCKET, "read", {}, { external: true }),
        );
        let evidence: Awaited<ReturnType<typeof judge>>;
        before(async () => {
            evidence = await judge(graph, [await load("javascript")]);
        });

        it("names the pack, and its policies in order", () => {
            assert.equal(evidence.length, 1);
            const { name, version, policies } = evidence[0]!;
            assert.deepEqual([name, version], ["javascript-pack", "1.2.3"]);
            assert.deepEqual(
                policies.map((one) => one.name),
                [
                    "a-bucket-exists",
                    "bucket-named",
                    "either-storage",
                    "not-for-components",
                    "queue-outputs",
                ],
            );
        });

        it("judges a type by its inputs; what is only read is left out", () => {
            const one = policyOf(evidence, "bucket-named");
            assert.deepEqual(passed(graph, one), ["named"]);
            assert.deepEqual(one.findings, [
                {
                    urn: urnOf(BUCKET, "bare"),
                    verdict: "fail",
                    severity: "high",
                    enforcement: "mandatory",
                    messages: ["bucket is missing, expected a name"],
                },
            ]);
            assert.deepEqual(one.notApplicable, []);
        });

        it("judges a policy with a validation for each of several types", () => {
            const one = policyOf(evidence, "either-storage");
            assert.deepEqual(passed(graph, one), ["bare", "jobs"]);
            assert.deepEqual(
                one.findings.map(({ urn, messages }) => [urn, messages]),
                [[urnOf(BUCKET, "named"), ["bucket has no tags"]]],
            );
        });

        it("counts exclusions by reason", () => {
            const one = policyOf(evidence, "not-for-components");
            assert.deepEqual(passed(graph, one), ["bare", "named", "jobs"]);
            assert.deepEqual(one.notApplicable, [{ reason: "part of Pulumi", count: 1 }]);
        });

        it("judges the stack by its outputs", () => {
            assert.deepEqual(passed(graph, policyOf(evidence, "a-bucket-exists")), ["shop-dev"]);
            assert.deepEqual(passed(graph, policyOf(evidence, "queue-outputs")), ["shop-dev"]);
        });

        it("lists a stack policy's violations under the resources they name, and the stack's under the stack", async () => {
            const other = graphOf(resource(QUEUE, "jobs", { url: "an input" }, { outputs: {} }));
            const found = await judge(other, [await load("javascript")]);
            assert.deepEqual(policyOf(found, "queue-outputs").findings, [
                {
                    urn: urnOf(QUEUE, "jobs"),
                    verdict: "fail",
                    enforcement: "mandatory",
                    messages: ["no url"],
                },
            ]);
            assert.deepEqual(policyOf(found, "a-bucket-exists").findings, [
                { urn: root, verdict: "fail", enforcement: "mandatory", messages: ["no bucket"] },
            ]);
        });

        it("gives no row to a stack policy for a type that the stack has not", async () => {
            const found = await judge(graphOf(), [await load("javascript")]);
            const { passed: none, findings, notApplicable } = policyOf(found, "queue-outputs");
            assert.deepEqual([none, findings, notApplicable], [[], [], []]);
        });
    });

    describe("a pack whose policies break", () => {
        const graph = graphOf(resource(THING, "red", { colour: "red" }), resource(THING, "plain"));
        let evidence: Awaited<ReturnType<typeof judge>>;
        before(async () => {
            evidence = await judge(graph, [await load("breaking")]);
        });
        const findings = (name: string): unknown =>
            policyOf(evidence, name).findings.map(({ urn, verdict, enforcement, messages }) => [
                urn,
                verdict,
                enforcement,
                messages,
            ]);

        it("reports what was thrown, without the stack trace", () => {
            assert.deepEqual(findings("throws"), [
                [
                    urnOf(THING, "red"),
                    "error",
                    "mandatory",
                    ["TypeError: no palette\nfor this colour"],
                ],
            ]);
            assert.deepEqual(findings("throws-too"), [
                [urnOf(THING, "red"), "error", "mandatory", ["a plain string"]],
            ]);
            assert.deepEqual(findings("stack-throws"), [
                [root, "error", "mandatory", ["Error: no stack"]],
            ]);
        });

        it("judges the other policies all the same, before and after", () => {
            assert.deepEqual(findings("before"), [
                [urnOf(THING, "red"), "fail", "mandatory", ["colour is set"]],
            ]);
            assert.deepEqual(findings("after"), [
                [urnOf(THING, "red"), "fail", "mandatory", ["shade is wrong"]],
            ]);
        });

        it("judges the policy that broke on other resources", () => {
            assert.deepEqual(passed(graph, policyOf(evidence, "throws")), ["shop-dev", "plain"]);
        });

        it("places a violation of a resource that does not exist at the stack", () => {
            assert.deepEqual(findings("stack-after"), [
                [root, "fail", "mandatory", ["somewhere else"]],
                [urnOf(THING, "red"), "excepted", "advisory", ["painted"]],
            ]);
        });

        it("keeps a violation that carries a name nobody declared", () => {
            assert.deepEqual(findings("undeclared"), [
                [urnOf(THING, "red"), "fail", "mandatory", ["who am I"]],
            ]);
            assert.deepEqual(passed(graph, policyOf(evidence, "borrowed-name")), [
                "shop-dev",
                "plain",
                "red",
            ]);
        });
    });

    it("keeps a resource policy's violation at the resource, whatever URN it names, as the engine does", async () => {
        const pack = await policy(
            `validateResource: (args, report) => { if (args.type === "${THING}") report("bad", "${root}"); }`,
        );
        const found = policyOf(await judge(graphOf(resource(THING, "thing")), [pack]), "x");
        assert.deepEqual(
            found.findings.map(({ urn }) => urn),
            [urnOf(THING, "thing")],
        );
    });

    it("shows a policy everything that the engine shows it", async () => {
        const pack = await policy(`validateResource: (args, report) => {
            if (args.type !== "${THING}") return;
            const { type, name, urn, opts, props, provider } = args;
            report(JSON.stringify({ type, name, urn, opts, props, provider }));
        }`);
        const provider = resource("pulumi:providers:test", "default", { region: "eu-west-1" });
        const thing = resource(
            THING,
            "thing",
            { size: 1, __internal: true },
            {
                provider: `${provider.urn}::id`,
                protect: true,
                ignoreChanges: ["size"],
                deleteBeforeReplace: true,
                additionalSecretOutputs: ["arn"],
                aliases: ["urn:pulumi:dev::shop::old::thing"],
                customTimeouts: { create: 60, update: 120, delete: 180 },
            },
        );
        const found = policyOf(await judge(graphOf(provider, thing), [pack]), "x");
        assert.deepEqual(JSON.parse(found.findings[0]!.messages[0]!), {
            type: THING,
            name: "thing",
            urn: thing.urn,
            opts: {
                protect: true,
                ignoreChanges: ["size"],
                aliases: [],
                customTimeouts: { createSeconds: 60, updateSeconds: 120, deleteSeconds: 180 },
                additionalSecretOutputs: ["arn"],
                deleteBeforeReplace: true,
                parent: root,
            },
            props: { size: 1 },
            provider: {
                type: "pulumi:providers:test",
                props: { region: "eu-west-1" },
                urn: provider.urn,
                name: "default",
            },
        });
    });

    it("shows a stack policy parents and dependencies, in one order", async () => {
        const pack = await policy(`validateStack: (args, report) => {
            const names = (list) => list.map((r) => r.name);
            report(args.resources.map((r) => [r.name, r.parent?.name, names(r.dependencies), Object.entries(r.propertyDependencies).map(([k, v]) => [k, names(v)])]).map((r) => JSON.stringify(r)).join(" "));
        }`);
        const first = resource(THING, "z");
        const second = resource(
            THING,
            "a",
            {},
            { dependencies: [first.urn], propertyDependencies: { size: [first.urn], name: [] } },
        );
        const found = policyOf(await judge(graphOf(first, second), [pack]), "x");
        assert.deepEqual(found.findings[0]!.messages, [
            '["shop-dev",null,[],[]] ["a","shop-dev",["z"],[["size",["z"]]]] ["z","shop-dev",[],[]]',
        ]);
    });

    it("leaves out policies that are disabled, and a pack that has no other", async () => {
        const off = await loadPack(
            { dir: fixture("javascript"), config: { all: "disabled", "bucket-named": "advisory" } },
            context,
        );
        const none = await loadPack(
            { dir: fixture("breaking"), config: { all: "disabled" } },
            context,
        );
        const evidence = await judge(graphOf(resource(THING, "red", { colour: "red" })), [
            none,
            off,
        ]);
        assert.deepEqual(
            evidence.map((pack) =>
                pack.policies.map(({ name, enforcement }) => [name, enforcement]),
            ),
            [[["bucket-named", "advisory"]]],
        );
    });

    it("judges the chosen policies only, and refuses names that no pack has", async () => {
        const graph = graphOf(resource(BUCKET, "b"));
        const evidence = await judge(graph, [await load("javascript"), await load("breaking")], {
            only: ["bucket-named", "after"],
        });
        assert.deepEqual(
            evidence.map((pack) => pack.policies.map(({ name }) => name)),
            [["after"], ["bucket-named"]],
        );
        const error = await rejection(
            judge(graph, [await load("javascript")], { skip: ["bucket-name"] }),
        );
        assert.equal(
            error.message,
            'policy "bucket-name": found in no pack, expected one like bucket-named',
        );
    });

    it("gives the same evidence whatever the order of the packs, and leaves the working directory", async () => {
        const graph = graphOf(resource(BUCKET, "b"), resource(THING, "red", { colour: "red" }));
        const packs = [await load("javascript"), await load("breaking"), await load("sharing-one")];
        const cwd = process.cwd();
        const evidence = await judge(graph, packs);
        assert.equal(process.cwd(), cwd);
        assert.deepEqual(await judge(graph, [...packs].reverse()), evidence);
        assert.deepEqual(
            evidence.map(({ name }) => name),
            ["breaking", "javascript-pack", "sharing-one"],
        );
    });

    it("orders two packs of one name by version", async () => {
        const versions = ["2.0.0", "1.0.0"].map((version) =>
            loadPack(
                {
                    dir: temporaryPack({
                        ...MADE,
                        "package.json": JSON.stringify({ version }),
                        "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { policies: [{ name: "x", description: "d", validateStack: () => {} }] });`,
                    }),
                },
                context,
            ),
        );
        const evidence = await judge(graphOf(), await Promise.all(versions));
        assert.deepEqual(
            evidence.map(({ version }) => version),
            ["1.0.0", "2.0.0"],
        );
    });

    it("reports a policy that would end the process, and judges the others", async () => {
        const dir = temporaryPack({
            ...MADE,
            "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { policies: [
                { name: "ends", description: "d", validateResource: () => process.exit(3) },
                { name: "fails", description: "d", validateResource: (_, report) => report("found") },
                { name: "ends-stack", description: "d", validateStack: () => process.exit() }] });`,
        });
        const exitOf = (): unknown => Object.getOwnPropertyDescriptor(process, "exit")?.value;
        const before = exitOf();
        const evidence = await judge(graphOf(), [await loadPack({ dir }, context)]);
        assert.equal(exitOf(), before);
        assert.deepEqual(
            evidence[0]!.policies.map(({ name, findings }) => [
                name,
                findings.map(({ verdict, messages }) => [verdict, messages]),
            ]),
            [
                ["ends", [["error", ["Error: process.exit(3)"]]]],
                ["ends-stack", [["error", ["Error: process.exit()"]]]],
                ["fails", [["fail", ["found"]]]],
            ],
        );
    });

    it("reports a policy that never answers on every policy of its pack", async () => {
        const dir = temporaryPack({
            ...MADE,
            "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { policies: [
                { name: "hangs", description: "d", validateResource: () => new Promise(() => {}) },
                { name: "fine", description: "d", validateResource: () => {} },
                { name: "off", description: "d", enforcementLevel: "disabled", validateResource: () => {} },
                { name: "stack", description: "d", validateStack: () => {} }] });`,
        });
        const pack = await loadPack({ dir }, context, { callTimeoutMs: 20 });
        const evidence = await judge(graphOf(), [pack]);
        assert.deepEqual(
            evidence[0]!.policies.map(({ name, findings }) => [
                name,
                findings.map(({ urn, verdict, messages }) => [urn, verdict, messages]),
            ]),
            [
                ["fine", [[root, "error", ["no answer after 0.02 s"]]]],
                ["hangs", [[root, "error", ["no answer after 0.02 s"]]]],
                ["stack", []],
            ],
        );
    });

    it("refuses a graph without the stack resource", async () => {
        const graph = { ...graphOf(), resources: [] };
        const error = await rejection(judge(graph, [await load("javascript")]));
        assert.equal(
            error.message,
            `graph: found no ${root}, expected every resource and the stack's`,
        );
    });

    it("orders resources by URN, byte by byte", () => {
        const graph = graphOf(
            resource(THING, "b"),
            resource(THING, "B"),
            resource(THING, "ä"),
            resource(THING, "a"),
        );
        assert.deepEqual(
            inEvidenceOrder(graph).map(({ name }) => name),
            ["shop-dev", "B", "a", "b", "ä"],
        );
    });
});
