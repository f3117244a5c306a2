import assert from "node:assert/strict";
import { isReportedWhole, LEFT_OUT } from "../../../policies/region-lock/claims";
import { policies } from "../../../policies/region-lock/policies";
import type { ResourcePolicy } from "../../../policies/lib/policy";
import { resourceTypes, type ResourceType } from "./declarations";

/** Properties whose meaning another one decides, and flags and modes; the tests of their policies cover them. */
const CONDITIONAL =
    /:FindingAggregator specifiedRegions$|:AggregatorV2 linkedRegions$|:DomainName certificateArn$|[pP]re[sS]ignedUrl$|[. ](?:allRegions|multiRegion|regionLinkingMode)$/;
/** Words that name no place, though they hold such a text here. */
const WORDS =
    /\.?(?:tags|filters?|criteria|description|comment)(?:\.|$)|pattern|filter|Filter|criteria|Description$/;

const checks = policies.filter((policy): policy is ResourcePolicy => policy.kind === "resource");

describe("one property of any resource type that names another region", function () {
    this.timeout(300_000);
    let types: readonly ResourceType[];

    before(() => {
        types = resourceTypes().filter(({ token }) => token.startsWith("aws:"));
    });

    it("is reported by exactly one policy: names of regions", () => {
        judge(types, /region/i, "us-east-1");
    });

    it("is reported by exactly one policy: zones", () => {
        judge(types, /availabilityZones?(?:ids?|names?)?$|azs$/i, "us-east-1a");
    });

    it("is reported by exactly one policy: ARNs", () => {
        judge(types, /arns?$/i, "arn:aws:sqs:us-east-1:123456789012:a");
    });

    it("is reported by exactly one policy: hosts", () => {
        judge(types, /(?:url|uri|endpoint|host|domain)s?$/i, "https://a.us-east-1.amazonaws.com");
    });
});

/** Sets each property with such a name, and expects that exactly one policy says something. */
function judge(types: readonly ResourceType[], name: RegExp, value: string): void {
    let judged = 0;
    const wrong = types.flatMap(({ token, leaves }) =>
        [...leaves]
            .filter((path) => name.test(path.split(".").at(-1) ?? ""))
            .filter((path) => !WORDS.test(path))
            .filter((path) => LEFT_OUT[token]?.[path] === undefined)
            .filter((path) => !CONDITIONAL.test(`${token} ${path}`))
            .flatMap((path) => {
                judged += 1;
                const reporting = reportedBy(token, path, value);
                // A type that is reported as a whole is reported whatever it names.
                const expected = isReportedWhole(token) && path !== "region" ? 0 : 1;
                return reporting.length === expected
                    ? []
                    : [`${token} ${path}: ${reporting.join(", ") || "nobody"}`];
            }),
    );
    assert.deepEqual(wrong, []);
    assert.ok(judged > 50, `judged ${judged} properties`);
}

/** Names of the policies that say anything about a resource for that property. */
function reportedBy(type: string, path: string, value: string): readonly string[] {
    let props: unknown = value;
    for (const key of path.split(".").reverse()) props = { [key]: props };
    return checks
        .filter((policy) => {
            const without = saysAbout(policy, type, {});
            const withIt = saysAbout(policy, type, props as object);
            return withIt.some((message) => !without.includes(message));
        })
        .map(({ name }) => name);
}

function saysAbout(policy: ResourcePolicy, type: string, props: object): readonly string[] {
    const { scope } = policy;
    const covers =
        scope.kind === "types" ? scope.tokens.includes(type) : type.startsWith(scope.prefix);
    if (!covers) return [];
    const said: string[] = [];
    try {
        policy.check(props as Record<string, unknown>, (message) => said.push(message), {
            type,
            name: "it",
            urn: "urn",
            notApplicable: () => {
                throw new Error("not applicable");
            },
            ifKnown: (part) => {
                part();
            },
        });
    } catch (error) {
        assert.equal((error as Error).message, "not applicable");
    }
    return said;
}
