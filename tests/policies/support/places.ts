import assert from "node:assert/strict";
import type { ResourcePolicy } from "../../../policies/lib/policy";
import type { Places } from "../../../policies/region-lock/placement";
import { failures, judge, UNKNOWN } from "./judge";

/** One place of a policy: a property, a value that is reported, the message behind the property's path, and values that pass. */
export type PlaceRow = readonly [
    type: string,
    path: string,
    bad: unknown,
    message: string,
    good: readonly unknown[],
    /** Further properties that the rule needs. */
    beside?: Readonly<Record<string, unknown>>,
];

export const QUEUE_ELSEWHERE = "arn:aws:sqs:us-east-1:123456789012:a";
export const QUEUE_HERE = "arn:aws:sqs:eu-west-1:123456789012:a";
/** What is said of a region elsewhere, and what passes. */
export const REGION_NAME = [
    "us-east-1",
    `is "us-east-1", expected "eu-west-1"`,
    ["eu-west-1"],
] as const;
/** What is said of an ARN elsewhere, and what passes: an ARN of the region, a name, an ARN without a region. */
export const ARN = [
    QUEUE_ELSEWHERE,
    `is an ARN in "us-east-1", expected one in "eu-west-1"`,
    [QUEUE_HERE, "orders", "arn:aws:s3:::orders"],
] as const;
/** What is said of a flag that is on, and what passes. */
export const OFF = [true, "is true, expected false", [false]] as const;

/** Properties with one value at a path such as `rules[0].region`. */
export function propsAt(path: string, value: unknown): Record<string, unknown> {
    const keys = path.split(/\.|(?=\[)/);
    return keys.reduceRight<unknown>(
        (inner, key) =>
            key.startsWith("[")
                ? [...Array<null>(Number(key.slice(1, -1))).fill(null), inner]
                : { [key]: inner },
        value,
    ) as Record<string, unknown>;
}

/** Tests a policy about certain properties, place by place. Every place must have a row. */
export function describePlaces(
    policy: ResourcePolicy,
    places: Places,
    rows: readonly PlaceRow[],
    presence: readonly string[] = [],
): void {
    it("has a test for every property that it judges", () => {
        const tested = rows.map(([type, path]) => `${type} ${path.replaceAll(/\[\d+\]/g, "")}`);
        const judged = Object.entries(places).flatMap(([type, rules]) =>
            Object.entries(rules).flatMap(([path, rule]) =>
                // What goes with another property is never reported for itself.
                path === "" || isSilent(rule) ? [] : [`${type} ${path}`],
            ),
        );
        assert.deepEqual([...new Set(tested)].sort(), judged.sort());
    });

    for (const [type, path, bad, message, good, beside = {}] of rows) {
        const said = (value: unknown) =>
            judge(policy, { type, props: { ...beside, ...propsAt(path, value) } });

        it(`reports, accepts and waits for ${type} ${path}`, async () => {
            const reported = {
                diagnostics: [
                    { verdict: "fail", message: `${path} ${message}`, level: "mandatory" },
                ],
                notApplicable: [],
            };
            const nothing = { diagnostics: [], notApplicable: [] };
            assert.deepEqual(await said(bad), reported);
            for (const value of [...good, null, "", []]) {
                assert.deepEqual(await said(value), nothing, JSON.stringify(value));
            }
            const unknown = presence.includes(path)
                ? reported
                : {
                      diagnostics: [
                          {
                              verdict: "not-evaluated",
                              message: `${path} is not known yet`,
                              level: "advisory",
                          },
                      ],
                      notApplicable: [],
                  };
            assert.deepEqual(await said(UNKNOWN), unknown);
        });

        if (path.startsWith("region[")) continue; // It has no region beside its list of regions.
        it(`accepts what lies with a resource that is elsewhere: ${type} ${path}`, async () => {
            // It is reported by resource-region; other flags and modes stay what they are.
            const judgement = await judge(policy, {
                type,
                props: { ...beside, region: "us-east-1", ...propsAt(path, bad) },
            });
            assert.deepEqual(
                failures(judgement),
                /us-east-1/.test(message) ? [] : [`${path} ${message}`],
            );
        });
    }
}

function isSilent(rule: Places[string][string]): boolean {
    const resource = { props: {}, homes: [] };
    return ["us-east-1", QUEUE_ELSEWHERE, "true"].every(
        (value) => rule.judge(value, resource) === undefined && rule.presence === true,
    );
}
