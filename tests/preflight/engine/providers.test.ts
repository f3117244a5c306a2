import assert from "node:assert/strict";
import { chooseProvider, inherit } from "../../../preflight/engine/inheritance";
import {
    defaultProvider,
    isDenied,
    providerOutputs,
    type ProviderSettings,
} from "../../../preflight/engine/providers";
import { blankRegistration } from "../../../preflight/engine/registration";

const KEY = "pulumi:disable-default-providers";
const settings: ProviderSettings = {
    config: { "aws:region": "eu-west-1", "aws:token": "t", "awsx:x": "1" },
    secretConfigKeys: ["aws:token"],
    installedVersion: (pkg) => (pkg === "aws" ? "7.0.0" : ""),
    secret: (value) => ({ hidden: value }),
};
const request = { version: "", pluginDownloadUrl: "", packageRef: "" };
const AWS = "urn:pulumi:dev::p::pulumi:providers:aws::west::1";

describe("default providers", () => {
    it("are barred by name or star, never for Pulumi's own package", () => {
        assert.equal(isDenied("aws", {}), false);
        assert.equal(isDenied("aws", { [KEY]: "" }), false);
        assert.equal(isDenied("aws", { [KEY]: '["gcp"]' }), false);
        assert.equal(isDenied("aws", { [KEY]: '[" aws "]' }), true);
        assert.equal(isDenied("aws", { [KEY]: '["*"]' }), true);
        assert.equal(isDenied("pulumi", { [KEY]: '["*"]' }), false);
    });

    it("reports a setting that is no list of names", () => {
        assert.throws(() => isDenied("aws", { [KEY]: "{}" }), {
            message: "Failed to parse {}: expected a list of package names",
        });
        assert.throws(() => isDenied("aws", { [KEY]: "[1]" }), {
            message: `${KEY}[0] must be a string`,
        });
        assert.throws(() => isDenied("aws", { [KEY]: "[" }), /^Error: Failed to parse \[: /);
    });

    it("are named after the version asked for, and take their package's configuration", () => {
        assert.deepEqual(
            defaultProvider("aws", { ...request, version: "7.48.0-rc.1" }, undefined, settings),
            {
                key: "aws\n7.48.0-rc.1\n\n",
                name: "default_7_48_0_rc_1",
                inputs: {
                    region: "eu-west-1",
                    token: { hidden: "t" },
                    version: "7.48.0-rc.1",
                    __internal: {},
                },
            },
        );
    });

    it("take no configuration where the engine itself serves, all of it where the program does", () => {
        const given = (pkg: string): unknown =>
            defaultProvider(pkg, request, undefined, {
                ...settings,
                config: { ...settings.config, [KEY]: '["aws"]' },
            }).inputs;
        assert.deepEqual(given("pulumi"), {});
        assert.deepEqual(given("pulumi-nodejs"), {
            "aws:region": "eu-west-1",
            "aws:token": { hidden: "t" },
            "awsx:x": "1",
            [KEY]: '["aws"]',
        });
    });

    it("have their inputs as outputs, without what the engine keeps of the plugin", () => {
        const inputs = { region: "eu-west-1", version: "7.48.0", __internal: { name: "x" } };
        assert.deepEqual(providerOutputs(inputs), { region: "eu-west-1", version: "7.48.0" });
    });

    it("take the installed version when none is asked for, and none when none is installed", () => {
        assert.equal(defaultProvider("aws", request, undefined, settings).name, "default_7_0_0");
        const other = defaultProvider("other", request, undefined, settings);
        assert.deepEqual([other.name, other.inputs], ["default", {}]);
    });

    it("remember where their plugin comes from", () => {
        const made = defaultProvider(
            "own",
            { ...request, version: "1.0.0", pluginDownloadUrl: "https://x.org/own/" },
            undefined,
            settings,
        );
        assert.deepEqual(
            [made.name, made.inputs],
            [
                "default_1_0_0_x.org/own",
                { version: "1.0.0", __internal: { pluginDownloadURL: "https://x.org/own" } },
            ],
        );
    });

    it("of parameterized packages carry the parameters' version", () => {
        const registered = {
            name: "terraform-provider",
            version: "1.2.0",
            pluginDownloadUrl: "",
            parameterization: { name: "honeycomb", version: "0.3.0" },
        };
        const made = defaultProvider(
            "honeycomb",
            { ...request, packageRef: "r" },
            registered,
            settings,
        );
        assert.equal(made.name, "default_0_3_0");
        assert.deepEqual(made.inputs, {
            version: "0.3.0",
            __internal: { name: "terraform-provider", version: "1.2.0" },
        });
    });
});

describe("what a child takes from its parent", () => {
    const child = blankRegistration("aws:s3/bucket:Bucket", "b");
    const parent = { protect: true, retainOnDelete: true, deletedWith: "urn:x", provider: AWS };

    it("is everything it does not say itself", () => {
        const { protect, retainOnDelete, deletedWith, provider } = inherit(child, parent);
        assert.deepEqual({ protect, retainOnDelete, deletedWith, provider }, parent);
    });

    it("is nothing that it says itself", () => {
        const own = {
            ...child,
            protect: false,
            retainOnDelete: false,
            deletedWith: "urn:y",
            provider: "urn:z::1",
        };
        assert.deepEqual(inherit(own, parent), own);
    });

    it("is no provider of another package, but for local components", () => {
        assert.equal(inherit({ ...child, type: "random:index:Id" }, parent).provider, "");
        assert.equal(inherit({ ...child, type: "a:b:C", custom: false }, parent).provider, AWS);
    });

    it("is nothing without a parent", () => {
        assert.equal(inherit(child, undefined), child);
    });

    it("lets the own provider go before the own map, and that before the parent component's", () => {
        const maps = { providers: { aws: "map" }, provider: "own", type: child.type };
        assert.equal(chooseProvider(maps, { aws: "parent" }), "own");
        assert.equal(chooseProvider({ ...maps, provider: "" }, { aws: "parent" }), "map");
        assert.equal(
            chooseProvider({ ...maps, provider: "", providers: {} }, { aws: "parent" }),
            "parent",
        );
        assert.equal(chooseProvider({ ...maps, provider: "", providers: {} }, undefined), "");
    });
});
