/** A policy that is about to be written. */
export interface NewPolicy {
    readonly pack: string;
    readonly name: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Names that mean something else: `all` to the SDK, the others are a pack's own files. */
const RESERVED = ["all", "index", "policies"];

/**
 * Reads `pack/name`.
 * @param packs every pack there is
 * @param taken names of all policies, in whatever pack: the pack that joins all packs needs them unique
 * @throws {Error} `found …, expected …`
 */
export function parseNewPolicy(
    argument: string | undefined,
    packs: readonly string[],
    taken: readonly string[],
): NewPolicy {
    const [pack, name, ...rest] = (argument ?? "").split("/");
    if (pack === undefined || name === undefined || rest.length > 0) {
        throw new Error(`found ${JSON.stringify(argument ?? "")}, expected pack/name`);
    }
    if (!packs.includes(pack)) {
        throw new Error(`pack: found ${JSON.stringify(pack)}, expected ${packs.join(", ")}`);
    }
    if (!KEBAB.test(name) || RESERVED.includes(name)) {
        throw new Error(
            `name: found ${JSON.stringify(name)}, expected lower-case words with hyphens, such as bucket-encryption`,
        );
    }
    if (taken.includes(name)) {
        throw new Error(`name: found ${name}, which is a policy already, expected a new one`);
    }
    return { pack, name };
}

/** What the formatter lets a line be. */
const WIDTH = 100;

/** `bucket-encryption` → `bucketEncryption`. */
export function camelCase(name: string): string {
    return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A pack's policies.ts. */
export function listOf(names: readonly string[]): string {
    const sorted = [...names].sort();
    const oneLine = `export const policies: readonly Policy[] = [${sorted.map(camelCase).join(", ")}];`;
    const lines = sorted.map((name) => `    ${camelCase(name)},\n`).join("");
    return `import type { Policy } from "../lib/policy";
${sorted.map((name) => `import { ${camelCase(name)} } from "./${name}";`).join("\n")}

/** The pack's policies, sorted by name. */
${oneLine.length <= WIDTH ? oneLine : `export const policies: readonly Policy[] = [\n${lines}];`}
`;
}

/** A policy to fill in. It is right in form, and its tests fail until it decides something. */
export function policyOf({ name }: NewPolicy): string {
    return `import { Queue } from "@pulumi/aws/sqs";
import { definePolicy } from "../lib/define-policy";

/** Why we care, and the promise (P-00). */
export const ${camelCase(name)} = definePolicy({
    name: "${name}",
    control: "AREA-00",
    title: "What is so when all is well.",
    severity: "high",
    why: "What goes wrong otherwise.",
    remediation: "Which property to set to what.",
    frameworks: [],
    resource: Queue,
    check(queue, report) {
        if (queue.name === undefined) report("name is not set, expected one");
    },
    examples: {
        accepted: [
            {
                title: "what is as it should be",
                resources: [{ type: "aws:sqs/queue:Queue", props: { name: "orders" } }],
            },
        ],
        rejected: [
            {
                title: "what is not",
                resources: [{ type: "aws:sqs/queue:Queue", props: {} }],
                messages: ["found …, expected …"],
            },
        ],
    },
});
`;
}

/** The policy's test, with the cases that every policy has. */
export function testOf({ pack, name }: NewPolicy): string {
    return `import assert from "node:assert/strict";
import { ${camelCase(name)} } from "../../../policies/${pack}/${name}";
import { failures, judge, UNKNOWN } from "../support/judge";

const type = "aws:sqs/queue:Queue";

describe("${name}", () => {
    it("accepts what is as it should be", async () => {
        assert.deepEqual(await judge(${camelCase(name)}, { type, props: { name: "orders" } }), {
            diagnostics: [],
            notApplicable: [],
        });
    });

    it("reports what is not, what is left out, the default and the boundary", async () => {
        assert.deepEqual(failures(await judge(${camelCase(name)}, { type, props: {} })), [
            "found …, expected …",
        ]);
    });

    it("does not evaluate a value that is not known yet", async () => {
        assert.deepEqual(await judge(${camelCase(name)}, { type, props: { name: UNKNOWN } }), {
            diagnostics: [
                { verdict: "not-evaluated", message: "name is not known yet", level: "advisory" },
            ],
            notApplicable: [],
        });
    });
});
`;
}

/** What to do with what was made. */
export function nextSteps({ pack, name }: NewPolicy): string {
    return `made policies/${pack}/${name}.ts and tests/policies/${pack}/${name}.test.ts, listed it in policies/${pack}/policies.ts

1. controls/catalogue/: find or add the control that it checks, and say automated or partial
2. policies/${pack}/${name}.ts: say what it is about and decide
3. tests/policies/${pack}/${name}.test.ts: accept and report; leave out, default, boundary, unknown
4. npm run docs; then npm run check
`;
}
