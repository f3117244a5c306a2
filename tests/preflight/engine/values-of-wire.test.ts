import assert from "node:assert/strict";
import fc from "fast-check";
import { annotateSecrets } from "../../../preflight/cloud/provider/secrets";
import { markSecret } from "../../../preflight/engine/secrets";
import { shownPath, sourcePosition } from "../../../preflight/engine/source-position";
import { userFrames } from "../../../preflight/engine/stack-frames";
import { standIn } from "../../../preflight/engine/stack-references";
import { createUrn, nameOf, providerUrn, typeOf } from "../../../preflight/engine/urn";
import { seconds } from "../../../preflight/engine/wire";
import { secret } from "../../../preflight/values";

describe("durations", () => {
    it("accepts Go's units", () => {
        assert.deepEqual(
            ["", "0", "30s", "1h30m", "1.5m", "250ms", "1us", "1µs", "1ns"].map(seconds),
            [0, 0, 30, 5400, 90, 0.25, 1e-6, 1e-6, 1e-9],
        );
    });

    it("reports what is none", () => {
        for (const text of ["1", "s", "1d", "1h x"]) {
            assert.throws(() => seconds(text), {
                message: `unable to parse customTimeout Value ${text}`,
            });
        }
    });
});

describe("secrets of outputs", () => {
    it("follow the inputs of the same place, in objects and lists", () => {
        const inputs = { a: secret(1), b: { c: secret(1), d: 2 }, e: [1, secret(2)] };
        assert.deepEqual(annotateSecrets({ a: 1, b: { c: 1, d: 2 }, e: [1, 2], f: 3 }, inputs), {
            a: secret(1),
            b: { c: secret(1), d: 2 },
            e: [1, secret(2)],
            f: 3,
        });
    });

    it("are wrapped once", () => {
        assert.deepEqual(markSecret({ a: secret(1), b: 2 }, ["a", "b", "gone"]), {
            a: secret(1),
            b: secret(2),
        });
        const outputs = { a: 1 };
        assert.equal(markSecret(outputs, []), outputs);
    });
});

describe("places", () => {
    it("are relative inside the program and absolute outside", () => {
        assert.equal(shownPath("/p/src/a.ts", "/p"), "src/a.ts");
        assert.equal(shownPath("/other/a.ts", "/p"), "/other/a.ts");
        assert.deepEqual(sourcePosition("file:///p/a%20b.ts?x=1", 3, "/p"), {
            file: "a b.ts",
            line: 3,
        });
        assert.equal(sourcePosition("file:///p/a.ts", 0, "/p"), undefined);
        assert.equal(sourcePosition("node:internal", 3, "/p"), undefined);
    });

    it("of a stack are the user's only", () => {
        const stack = [
            "Error: x",
            "    at f (/p/a.ts:3:4)",
            "    at /p/b.ts:5:6",
            "    at async file:///p/c.mjs:7:8",
            "    at g (/p/node_modules/x/y.js:1:1)",
            "    at h (/gate/z.ts:1:1)",
            "    at node:internal/timers:1:1",
        ].join("\n");
        assert.deepEqual(userFrames(stack, "/p", ["/gate"]), [
            { file: "a.ts", line: 3 },
            { file: "b.ts", line: 5 },
            { file: "c.mjs", line: 7 },
        ]);
    });
});

describe("stand-ins for another stack's outputs", () => {
    it("have the shape that the name promises", () => {
        assert.equal(standIn("vpcId"), "vpc-00000000000000001");
        assert.equal(standIn("securityGroupId"), "sg-00000000000000001");
        assert.equal(standIn("hostedZoneId"), "Z00000000000000001");
        assert.equal(standIn("clusterArn"), "arn:aws:service:eu-west-1:123456789012:clusterArn-1");
        assert.equal(standIn("kubeconfig"), "{}");
        assert.equal(standIn("vpcCidr"), "10.0.1.0/24");
        assert.equal(standIn("anything"), "anything-1");
        assert.deepEqual(standIn("privateSubnetIds"), [
            "subnet-00000000000000001",
            "subnet-00000000000000002",
            "subnet-00000000000000003",
        ]);
    });
});

describe("URNs", () => {
    const token = fc.stringMatching(/^[a-z]{1,4}:[a-z]{1,4}:[A-Z][a-z]{0,4}$/);
    it("give their type and name back, under any parent", () => {
        fc.assert(
            fc.property(
                token,
                token,
                fc.string(),
                fc.string({ minLength: 1 }),
                (type, parentType, parentName, name) => {
                    const parent = createUrn(
                        "dev",
                        "p",
                        "",
                        parentType,
                        parentName.replaceAll(":", ""),
                    );
                    const urn = createUrn("dev", "p", parent, type, name);
                    assert.equal(typeOf(urn), type);
                    assert.equal(nameOf(urn), name);
                    assert.equal(providerUrn(`${urn}::id`), urn);
                },
            ),
        );
    });
});
