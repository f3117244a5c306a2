import assert from "node:assert/strict";
import fc from "fast-check";
import { redactPacks, redactor } from "../../../preflight/report/redact";

describe("redactor", () => {
    it("takes every secret out, the longest first", () => {
        assert.equal(
            redactor(["hunter2", "hunter22"])("found hunter22 and hunter2, expected none"),
            "found [secret] and [secret], expected none",
        );
    });

    it("takes secrets literally, and none out of its own word", () => {
        assert.equal(redactor(["a.c*(", "sec"])("abc a.c*( sec"), "abc [secret] [secret]");
    });

    it("takes the strings of a structured secret out", () => {
        const redact = redactor([`{"users":[{"password":"hunter2","age":7}],"none":null}`]);
        assert.equal(redact("password is hunter2, age is 7"), "password is [secret], age is 7");
    });

    it("leaves what is shorter than three characters, and texts without a secret", () => {
        assert.equal(redactor(["ab", ""])("ab is about"), "ab is about");
        assert.equal(redactor(["abc"])("ab is abc"), "ab is [secret]");
        assert.equal(redactor([])("anything"), "anything");
    });

    it("keeps no secret in any text", () => {
        const secrets = fc.array(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 1 });
        fc.assert(
            fc.property(secrets, fc.string(), fc.string(), (all, before, after) => {
                const text = redactor(all)(before + all.join("-") + after);
                const rest = text.replaceAll("[secret]", " ");
                assert.ok(all.every((value) => !rest.includes(value)));
            }),
        );
    });

    it("redacts messages and reasons of packs and nothing else", () => {
        const policy = {
            name: "hunter2",
            title: "",
            description: "",
            remediation: "",
            enforcement: "mandatory",
            kind: "resource",
            frameworks: [],
            passed: [0],
        } as const;
        const finding = { urn: "urn:hunter2", verdict: "fail", enforcement: "mandatory" } as const;
        assert.deepEqual(
            redactPacks(
                [
                    {
                        name: "rules",
                        version: "1.0.0",
                        policies: [
                            {
                                ...policy,
                                notApplicable: [{ reason: "is hunter2", count: 2 }],
                                findings: [{ ...finding, messages: ["found hunter2"] }],
                            },
                        ],
                    },
                ],
                redactor(["hunter2"]),
            ),
            [
                {
                    name: "rules",
                    version: "1.0.0",
                    policies: [
                        {
                            ...policy,
                            notApplicable: [{ reason: "is [secret]", count: 2 }],
                            findings: [{ ...finding, messages: ["found [secret]"] }],
                        },
                    ],
                },
            ],
        );
    });
});
