import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { analyzed, asSent, Subjects } from "../../../preflight/packs/subjects";
import { OUTPUT, RESOURCE, SECRET, SIGNATURE, UNKNOWN } from "../../../preflight/values";
import { graphOf, resource, root, urnOf } from "./support";

const provider = resource("pulumi:providers:aws", "west", {
    region: "eu-west-1",
    defaultTags: '{"tags":{}}',
    __internal: {},
});

describe("preflight/packs/subjects", () => {
    it("leaves out what the program only reads, and nothing else", () => {
        const component = resource("acme:index:Site", "site", {}, { custom: false });
        const graph = graphOf(
            provider,
            component,
            resource("test:index:Thing", "read", {}, { external: true }),
        );
        assert.deepEqual(
            analyzed(graph).map((one) => one.name),
            ["shop-dev", "west", "site"],
        );
    });

    it("tells a resource by its inputs, and by its outputs", () => {
        const thing = resource(
            "test:index:Thing",
            "thing",
            { size: 1 },
            {
                outputs: { size: 1, arn: "arn:x" },
                provider: `${provider.urn}::1234`,
                protect: true,
                ignoreChanges: ["size"],
                deleteBeforeReplace: false,
                additionalSecretOutputs: ["arn"],
                customTimeouts: { create: 60, update: 0, delete: 1 },
                dependencies: [provider.urn],
                propertyDependencies: { size: [provider.urn], name: [] },
            },
        );
        const subjects = new Subjects(graphOf(provider, thing));
        const expected = {
            urn: urnOf("test:index:Thing", "thing"),
            type: "test:index:Thing",
            name: "thing",
            properties: { size: 1 },
            provider: {
                urn: provider.urn,
                type: "pulumi:providers:aws",
                name: "west",
                properties: { region: "eu-west-1", defaultTags: '{"tags":{}}' },
            },
            parent: root,
            protect: true,
            ignoreChanges: ["size"],
            deleteBeforeReplace: false,
            additionalSecretOutputs: ["arn"],
            customTimeouts: { create: 60, update: 0, delete: 1 },
            dependencies: [provider.urn],
            propertyDependencies: { size: [provider.urn], name: [] },
        };
        assert.deepEqual(subjects.byInputs(thing), expected);
        assert.deepEqual(subjects.byOutputs(thing), {
            ...expected,
            properties: { size: 1, arn: "arn:x" },
        });
        assert.equal(
            subjects.byInputs(thing).provider,
            subjects.byOutputs(thing).provider,
            "made once",
        );
    });

    it("knows no provider where the resource has none, or an unknown one", () => {
        const lost = resource(
            "test:index:Thing",
            "lost",
            {},
            { provider: `${urnOf("pulumi:providers:aws", "gone")}::x` },
        );
        const subjects = new Subjects(graphOf(lost));
        assert.equal(subjects.byInputs(lost).provider, undefined);
        assert.equal(subjects.byInputs(resource("test:index:Thing", "free")).provider, undefined);
        assert.ok(!("deleteBeforeReplace" in subjects.byInputs(lost)));
    });

    it("lowers output values and references, keeps secrets and unknowns", () => {
        const secretOutput = {
            [SIGNATURE]: OUTPUT,
            value: "s",
            secret: true,
            dependencies: ["urn"],
        };
        const sent = asSent({
            plain: { [SIGNATURE]: OUTPUT, value: ["a"] },
            unknown: { [SIGNATURE]: OUTPUT },
            hidden: secretOutput,
            bucket: { [SIGNATURE]: RESOURCE, urn: "urn", id: "my-bucket" },
            component: { [SIGNATURE]: RESOURCE, urn: "urn" },
        });
        assert.deepEqual(sent, {
            plain: ["a"],
            unknown: UNKNOWN,
            hidden: { [SIGNATURE]: SECRET, value: "s" },
            bucket: "my-bucket",
            component: "urn",
        });
    });

    it("leaves out internal keys at every depth, and what is undefined", () => {
        const sent = asSent({
            __defaults: ["name"],
            name: "n",
            gone: undefined,
            rules: [{ __defaults: [], port: 443, none: null }, undefined],
        });
        assert.deepEqual(sent, { name: "n", rules: [{ port: 443, none: null }, null] });
        assert.ok(!("gone" in sent));
    });

    it("sends what is plain as it is, and a second time the same", () => {
        fc.assert(
            fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (properties) => {
                const sent = asSent(properties);
                assert.deepEqual(asSent(sent), sent);
                if (!JSON.stringify(properties).includes("__"))
                    assert.deepEqual({ ...sent }, { ...properties });
            }),
        );
    });
});
