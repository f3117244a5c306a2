import assert from "node:assert/strict";
import fc from "fast-check";
import options from "../../../components/services/beanstalk-options.json";
import { expectedInstead, findOption } from "../../../components/services/option-catalogue";
import type { OptionRule } from "../../../components/services/option-catalogue";

const catalogue: Record<string, Record<string, OptionRule>> = options;
const rules = Object.entries(catalogue).flatMap(([namespace, known]) =>
    Object.entries(known).map(([name, rule]) => ({ namespace, name, rule })),
);

describe("the catalogue of Beanstalk's options", () => {
    it("has ranges that hold something, and words for each pattern", () => {
        const broken = rules.filter(({ rule: { range, pattern, expected, values } }) => {
            const [low, high] = range ?? [0, 1];
            const kinds = [range, pattern, values].filter((kind) => kind !== undefined);
            return (
                low === undefined ||
                high === undefined ||
                low >= high ||
                kinds.length > 1 ||
                (pattern === undefined) !== (expected === undefined)
            );
        });
        assert.deepEqual(broken, []);
    });

    it("knows a namespace by the part that its user chooses", () => {
        assert.deepEqual(findOption("aws:elbv2:listenerrule:support-console", "Priority"), {
            found: "option",
            rule: { range: [1, 1000] },
        });
        assert.deepEqual(findOption("aws:elasticbeanstalk:environment:process:https", "Port"), {
            found: "option",
            rule: { range: [1, 65535] },
        });
        assert.deepEqual(findOption("aws:elbv2:listenerrule:", "Priority"), { found: "nothing" });
    });

    it("accepts exactly the whole numbers of a range", () => {
        fc.assert(
            fc.property(fc.integer({ min: -10, max: 70_000 }), (value) => {
                const refused =
                    expectedInstead({ range: [1, 65_535] }, String(value)) !== undefined;
                assert.equal(refused, value < 1 || value > 65_535);
            }),
        );
    });

    it("matches patterns against the whole value", () => {
        const rule = { pattern: "a|b", expected: "a or b" };
        assert.equal(expectedInstead(rule, "a"), undefined);
        assert.equal(expectedInstead(rule, "ab"), "a or b");
        assert.equal(expectedInstead({}, "anything"), undefined);
    });
});
