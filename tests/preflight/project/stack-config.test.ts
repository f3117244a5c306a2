import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePath, setAtPath } from "../../../preflight/project/config-path";
import { hasType } from "../../../preflight/project/declarations";
import { readProject, readStackFile } from "../../../preflight/project/project";
import {
    type Override,
    type StackConfig,
    resolveConfig,
} from "../../../preflight/project/stack-config";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";

function resolved(projectConfig: string, stack: string, overrides: Override[] = []): StackConfig {
    const dir = folder({
        "Pulumi.yaml": `name: shop\nruntime: nodejs\n${projectConfig}`,
        "Pulumi.dev.yaml": stack,
    });
    const project = readProject(dir);
    return resolveConfig(project, readStackFile(project, "dev"), overrides);
}

function problemsOf(action: () => unknown): readonly string[] {
    try {
        action();
    } catch (error) {
        if (error instanceof UsageError) return error.problems;
        throw error;
    }
    return [];
}

const flag = (key: string, value: string): Override => ({ key, value, path: false });
const path = (key: string, value: string): Override => ({ key, value, path: true });

describe("resolveConfig", () => {
    it("joins defaults, the stack's file and the command line, the later over the earlier", () => {
        const project =
            "config:\n  size: {type: string, default: small}\n  aws:region: {value: eu-west-1}\n  zone: a\n";
        const { values } = resolved(project, "config:\n  shop:size: large\n  shop:count: 3\n", [
            flag("zone", "b"),
            flag("other:x", "1"),
        ]);
        assert.deepEqual(values, {
            "aws:region": "eu-west-1",
            "other:x": "1",
            "shop:count": "3",
            "shop:size": "large",
            "shop:zone": "b",
        });
    });

    it("gives lists and maps as JSON and scalars as text", () => {
        const { values } = resolved(
            "",
            "config:\n  shop:a: [1, {b: true}]\n  shop:c: false\n  shop:d: null\n",
        );
        assert.deepEqual(values, {
            "shop:a": '[1,{"b":true}]',
            "shop:c": "false",
            "shop:d": "null",
        });
    });

    it("puts the keys of maps in order, as the CLI does", () => {
        const { values } = resolved(
            "",
            "config:\n  shop:map: {b: {d: 1, c: 2}, a: [{z: 1, y: 2}]}\n",
        );
        assert.equal(values["shop:map"], '{"a":[{"y":2,"z":1}],"b":{"c":2,"d":1}}');
    });

    it("replaces what is encrypted by a secret stand-in and notes it", () => {
        const { values, secretKeys, notes } = resolved(
            "config:\n  token: {type: string, secret: true, default: x}\n",
            "config:\n  shop:password: {secure: v1:abc}\n  shop:list: [{secure: v1:d}, plain]\n",
        );
        assert.equal(values["shop:password"], "simulated-secret-of-shop:password");
        assert.equal(values["shop:list"], '["simulated-secret-of-shop:list","plain"]');
        assert.deepEqual(secretKeys, ["shop:list", "shop:password", "shop:token"]);
        assert.deepEqual(
            notes.map((note) => note.message),
            [
                "shop:list is encrypted in Pulumi.dev.yaml: the program got a stand-in value",
                "shop:password is encrypted in Pulumi.dev.yaml: the program got a stand-in value",
            ],
        );
    });

    it("notes environments that cannot be resolved", () => {
        const { notes } = resolved("", "environment: [aws/prod]\n");
        assert.deepEqual(notes, [
            {
                kind: "unresolved-environment",
                message:
                    "Pulumi.dev.yaml imports the environment aws/prod, which cannot be read offline",
            },
        ]);
    });

    it("reports every missing and mistyped key at once", () => {
        const project =
            "config:\n  a: {type: string}\n  b: {type: integer}\n  c: {type: array}\n  d: {type: boolean, default: true}\n";
        assert.deepEqual(
            problemsOf(() => resolved(project, "config:\n  shop:b: many\n  shop:d: perhaps\n")),
            [
                "Pulumi.dev.yaml: shop:a: found nothing, expected a value: set it with --config shop:a=VALUE",
                'Pulumi.dev.yaml: shop:b: found "many", expected integer',
                "Pulumi.dev.yaml: shop:c: found nothing, expected a value: set it with --config shop:c=VALUE",
                'Pulumi.dev.yaml: shop:d: found "perhaps", expected boolean',
            ],
        );
    });

    it("accepts an encrypted value for any declared type", () => {
        const { secretKeys } = resolved(
            "config:\n  a: {type: integer}\n",
            "config:\n  shop:a: {secure: v1:x}\n",
        );
        assert.deepEqual(secretKeys, ["shop:a"]);
    });

    it("sets structured values by path", () => {
        const { values } = resolved("", "config:\n  shop:net: {zones: [a, b], nat: single}\n", [
            path("net.zones[1]", "c"),
            path("net.count", "3"),
            path("net.on", "true"),
            path('net["a.b"]', "0755"),
            path("fresh[0].x", "y"),
            path("flat", "7"),
        ]);
        assert.deepEqual(JSON.parse(values["shop:net"] ?? ""), {
            zones: ["a", "c"],
            nat: "single",
            count: 3,
            on: true,
            "a.b": "0755",
        });
        assert.equal(values["shop:fresh"], '[{"x":"y"}]');
        assert.equal(values["shop:flat"], "7");
    });

    it("reports paths that fit nothing", () => {
        const stack = "config:\n  shop:net: {zones: [a], nat: single}\n";
        const overrides = [
            path("net.zones[3]", "x"),
            path("net.nat.x", "y"),
            path("[0]", "z"),
            path("a.__proto__.b", "1"),
        ];
        assert.deepEqual(
            problemsOf(() => resolved("", stack, overrides)),
            [
                '--config-path net.zones[3]: found ["a"] before "3", expected a list with at least 3 elements',
                '--config-path net.nat.x: found "single" before "x", expected a map',
                "--config-path [0]: found no path, expected a form like a.b[0]",
                "--config-path a.__proto__.b: found no path, expected a form like a.b[0]",
            ],
        );
    });
});

describe("parsePath", () => {
    it("reads back what is written as a path", () => {
        const key = fc.string({ minLength: 1 }).filter((k) => k !== "__proto__");
        fc.assert(
            fc.property(key, fc.array(fc.oneof(key, fc.nat(99))), (first, rest) => {
                const steps = [first, ...rest];
                const quoted = steps.map((step) =>
                    typeof step === "number"
                        ? `[${step}]`
                        : `["${step.replace(/["\\]/g, "\\$&")}"]`,
                );
                assert.deepEqual(parsePath(quoted.join("")), steps);
            }),
        );
    });

    it("refuses what is not a path", () => {
        for (const text of ["", ".", "a..b", "a[", "a[x]", 'a["x]'])
            assert.equal(parsePath(text), undefined, text);
    });

    it("never writes to the configuration it was given a part of", () => {
        const inner = { zones: ["a"] };
        const config = new Map<string, unknown>([["shop:net", inner]]);
        setAtPath(config, "shop:net.zones[0]", "b", []);
        assert.deepEqual(inner, { zones: ["a"] });
        assert.deepEqual(config.get("shop:net"), { zones: ["b"] });
    });
});

describe("hasType", () => {
    it("accepts what the CLI accepts", () => {
        assert.ok(hasType("3", "integer") && hasType(3, "integer") && !hasType("3.5", "integer"));
        assert.ok(hasType("3.5", "number") && hasType(3.5, "number") && !hasType("x", "number"));
        assert.ok(
            hasType("true", "boolean") && hasType(false, "boolean") && !hasType("yes", "boolean"),
        );
        assert.ok(hasType([], "array") && !hasType({}, "array"));
        assert.ok(hasType({}, "object") && !hasType([], "object"));
        assert.ok(hasType("x", "string") && !hasType(1, "string"));
    });
});
