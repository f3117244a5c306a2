import * as assert from "node:assert/strict";
import { configure } from "../../../preflight/packs/configuration";
import { type PackConfig, PackConfigError } from "../../../preflight/packs/pack";
import type { DeclaredPack, DeclaredPolicy } from "../../../preflight/packs/protocol";

function policy(name: string, more: Partial<DeclaredPolicy> = {}): DeclaredPolicy {
    return {
        name,
        kind: "resource",
        title: name,
        description: name,
        remediation: "",
        enforcement: "mandatory",
        tags: [],
        schema: {},
        required: [],
        ...more,
    };
}

const pack: DeclaredPack = {
    name: "limits",
    version: "1.0.0",
    policies: [
        policy("plain"),
        policy("retention", {
            schema: {
                days: { type: "integer", minimum: 1, default: 30 },
                owners: { type: "array", items: { type: "string" } },
                mode: { type: "string", enum: ["strict", "lax"], default: "strict" },
            },
        }),
    ],
    initial: {},
};

function configured(config?: PackConfig, of: DeclaredPack = pack): Record<string, unknown> {
    return Object.fromEntries(configure("/packs/limits", of, config));
}

function problems(config: PackConfig, of: DeclaredPack = pack): readonly string[] {
    try {
        configure("/packs/limits", of, config);
    } catch (error) {
        assert.ok(error instanceof PackConfigError);
        assert.equal(
            error.message,
            error.problems.map((problem) => `/packs/limits: ${problem}`).join("\n"),
        );
        return error.problems;
    }
    throw new Error("accepted");
}

const declared = {
    plain: { enforcement: "mandatory", properties: {} },
    retention: { enforcement: "mandatory", properties: { days: 30, mode: "strict" } },
};

describe("preflight/packs/configuration", () => {
    it("accepts no configuration: declared levels, defaults of the schema", () => {
        assert.deepEqual(configured(), declared);
        assert.deepEqual(configured({}), declared);
    });

    it("accepts a level, properties, or both", () => {
        assert.deepEqual(configured({ plain: "disabled", retention: { days: 7 } }), {
            plain: { enforcement: "disabled", properties: {} },
            retention: { enforcement: "mandatory", properties: { days: 7, mode: "strict" } },
        });
        assert.deepEqual(
            configured({ retention: { enforcementLevel: "advisory", owners: ["a"] } }),
            {
                ...declared,
                retention: {
                    enforcement: "advisory",
                    properties: { days: 30, mode: "strict", owners: ["a"] },
                },
            },
        );
    });

    it("applies all before the policies, wherever it stands", () => {
        const expected = {
            plain: { enforcement: "advisory", properties: {} },
            retention: { enforcement: "remediate", properties: { days: 30, mode: "strict" } },
        };
        assert.deepEqual(configured({ all: "advisory", retention: "remediate" }), expected);
        assert.deepEqual(
            configured({ retention: "remediate", all: { enforcementLevel: "advisory" } }),
            expected,
        );
    });

    it("gives properties under all to nobody, as the engine does", () => {
        assert.deepEqual(configured({ all: { days: 7 } }), declared);
    });

    it("puts the pack's own configuration between the schema and what is given", () => {
        const bringing: DeclaredPack = {
            ...pack,
            initial: {
                all: { enforcement: "advisory", properties: {} },
                retention: { enforcement: "disabled", properties: { days: 10, owners: ["pack"] } },
                unknown: { enforcement: "disabled", properties: {} },
            },
        };
        assert.deepEqual(configured(undefined, bringing), {
            plain: { enforcement: "advisory", properties: {} },
            retention: {
                enforcement: "disabled",
                properties: { days: 10, mode: "strict", owners: ["pack"] },
            },
        });
        assert.deepEqual(configured({ all: "mandatory", retention: { days: 1 } }, bringing), {
            plain: { enforcement: "mandatory", properties: {} },
            retention: {
                enforcement: "mandatory",
                properties: { days: 1, mode: "strict", owners: ["pack"] },
            },
        });
    });

    it("reports a policy that the pack does not have, with the nearest", () => {
        assert.deepEqual(problems({ retenton: "advisory" }), [
            "configuration of retenton: found no such policy in limits, expected one like retention",
        ]);
        assert.deepEqual(problems({ encryption: "advisory" }), [
            "configuration of encryption: found no such policy in limits, expected all or one of plain, retention",
        ]);
    });

    it("reports a level that is none", () => {
        const levels = "expected advisory, mandatory, remediate, disabled";
        assert.deepEqual(problems({ plain: "fatal" }), [
            `configuration of plain: found "fatal", ${levels}`,
        ]);
        assert.deepEqual(problems({ all: { enforcementLevel: 1 } }), [
            `configuration of all: found 1, ${levels}`,
        ]);
        const nothing = { plain: null, retention: ["advisory"] } as unknown as PackConfig;
        assert.deepEqual(problems(nothing), [
            `configuration of plain: found null, ${levels}`,
            `configuration of retention: found ["advisory"], ${levels}`,
        ]);
    });

    it("reports every property that does not fit its schema", () => {
        assert.deepEqual(problems({ retention: { days: "7", owners: ["a", 1], mode: "loose" } }), [
            'configuration of retention: days: found "7", expected integer',
            "configuration of retention: owners[1]: found 1, expected string",
            'configuration of retention: mode: found "loose", expected one of "strict", "lax"',
        ]);
        assert.deepEqual(problems({ retention: { days: 0 } }), [
            "configuration of retention: days: found 0, expected a value that must be >= 1",
        ]);
    });

    it("accepts the boundary of a schema, and properties that it does not mention", () => {
        assert.deepEqual(configured({ retention: { days: 1, more: true } })["retention"], {
            enforcement: "mandatory",
            properties: { days: 1, mode: "strict", more: true },
        });
    });

    it("reports a required property that nobody gives, even for a policy that is off", () => {
        const requiring: DeclaredPack = {
            ...pack,
            policies: [
                policy("owned", {
                    schema: { owner: { type: ["string", "null"] } },
                    required: ["owner"],
                }),
            ],
        };
        const missing = ["configuration of owned: found no owner, expected it, as it is required"];
        assert.deepEqual(problems({}, requiring), missing);
        assert.deepEqual(problems({ owned: "disabled" }, requiring), missing);
        assert.deepEqual(problems({ owned: { owner: 5 } }, requiring), [
            "configuration of owned: owner: found 5, expected string or null",
        ]);
        assert.deepEqual(configured({ owned: { owner: "me" } }, requiring), {
            owned: { enforcement: "mandatory", properties: { owner: "me" } },
        });
    });

    it("reports a schema that is none", () => {
        const odd: DeclaredPack = {
            ...pack,
            policies: [policy("odd", { schema: { days: { type: "days" } } })],
        };
        assert.deepEqual(problems({}, odd), [
            "configuration of odd: found a schema that is not JSON Schema (schema is invalid: data/properties/days/type must be equal to one of the allowed values, data/properties/days/type must be array, data/properties/days/type must match a schema in anyOf), expected one",
        ]);
    });
});
