import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { itemsNamed, settingsNamed } from "../../../../policies/lib/views/settings";
import { guarded, UNKNOWN } from "../../support/unknown";

function settings(props: Inputs, ...more: [{ name: string; value: string }?]) {
    return settingsNamed(guarded(props), "parameters", "tls", ...more);
}

function values(props: Inputs, ...more: [{ name: string; value: string }?]) {
    return settings(props, ...more).map(({ path, value }) => [path, value]);
}

describe("settingsNamed", () => {
    it("finds every entry that sets something, whatever the case of its name", () => {
        const parameters = [
            { name: "audit", value: "on" },
            { name: "tls", value: "enabled" },
            { name: "TLS", value: "disabled" },
        ];
        assert.deepEqual(values({ parameters }), [
            ["parameters[1].value", "enabled"],
            ["parameters[2].value", "disabled"],
        ]);
    });

    it("spells values out, and reads one that is missing as empty", () => {
        const parameters = [{ name: "tls", value: 1 }, { name: "tls" }];
        assert.deepEqual(values({ parameters }), [
            ["parameters[0].value", "1"],
            ["parameters[1].value", ""],
        ]);
    });

    it("finds nothing where nothing is set", () => {
        for (const props of [{}, { parameters: null }, { parameters: [] }, { parameters: [{}] }]) {
            assert.deepEqual(values(props), []);
        }
    });

    it("reads names and values under other keys", () => {
        const keys = { name: "parameterKey", value: "parameterValue" };
        const parameters = [{ parameterKey: "tls", parameterValue: "true" }];
        assert.deepEqual(values({ parameters }, keys), [["parameters[0].parameterValue", "true"]]);
        assert.deepEqual(values({ parameters }), []);
    });

    it("finds entries that may set it, and does not let their value be read", () => {
        const parameters = [
            { name: UNKNOWN, value: "disabled" },
            { name: "tls", value: UNKNOWN },
            UNKNOWN,
            { name: "audit", value: UNKNOWN },
            { name: "tls", value: "enabled" },
        ];
        const found = settings({ parameters });
        assert.deepEqual(
            found.map(({ path }) => path),
            [0, 1, 2, 4].map((index) => `parameters[${index}].value`),
        );
        for (const setting of found.slice(0, 3)) assert.throws(() => setting.value, isUnknownValue);
        assert.equal(found[3]!.value, "enabled");
    });

    it("cannot look into a list that is not known yet", () => {
        assert.throws(() => settings({ parameters: UNKNOWN }), isUnknownValue);
    });

    it("finds as many entries as have the name, in their order", () => {
        const entry = fc.record({ name: fc.constantFrom("tls", "audit"), value: fc.string() });
        fc.assert(
            fc.property(fc.array(entry), (parameters) => {
                assert.deepEqual(
                    settingsNamed({ parameters }, "parameters", "tls").map(({ value }) => value),
                    parameters.filter(({ name }) => name === "tls").map(({ value }) => value),
                );
            }),
        );
    });
});

describe("itemsNamed", () => {
    it("hands out the elements themselves", () => {
        const options = [{ optionName: "SSL" }, { optionName: "NNE", port: 1 }];
        const found = itemsNamed(guarded({ options }), "options", "optionName", "nne");
        assert.deepEqual(
            found.map(({ path, value, text }) => [path, value["port"], text]),
            [["options[1]", 1, ""]],
        );
    });
});
