import assert from "node:assert/strict";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { MissingKeys } from "../../../preflight/engine/missing-keys";
import { loadSdk } from "../../../preflight/engine/sdk";

const real = loadSdk(join(__dirname, "..", "..", ".."));

/** A class of its own, so that no other test sees the changed methods. */
function watched(without: readonly string[] = []): {
    missing: MissingKeys;
    config: (name: string) => pulumi.Config;
} {
    class Config extends pulumi.Config {}
    for (const method of without) Object.assign(Config.prototype, { [method]: undefined });
    const modules: Readonly<Record<string, unknown>> = { config: { Config }, output: pulumi };
    const missing = new MissingKeys({ ...real, load: (module) => modules[module] });
    return { missing, config: (name) => new Config(name) };
}

async function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
    assert.equal(await pulumi.isSecret(output), true);
    return new Promise((resolve) => output.apply(resolve));
}

describe("MissingKeys", () => {
    before(() => {
        real.config.setAllConfig({ "app:name": "shop", "app:count": "many" }, []);
    });
    after(() => {
        real.config.setAllConfig({}, []);
    });

    it("accepts keys that are set", () => {
        const { missing, config } = watched();
        assert.equal(config("app").require("name"), "shop");
        assert.equal(missing.message, undefined);
        assert.deepEqual(missing.keys, []);
    });

    it("gives a stand-in of the type that is required, and remembers each key", () => {
        const { missing, config } = watched();
        const app = config("app");
        assert.equal(app.require("text"), "");
        assert.equal(app.requireBoolean("flag"), false);
        assert.equal(app.requireNumber("size"), 0);
        assert.equal(config("a").require("text"), "");
        assert.equal(app.require("text"), "");
        assert.equal(
            missing.message,
            [
                "a:text: found nothing, expected a value: --config a:text=VALUE",
                "app:flag: found nothing, expected a value: --config app:flag=VALUE",
                "app:size: found nothing, expected a value: --config app:size=VALUE",
                "app:text: found nothing, expected a value: --config app:text=VALUE",
            ].join("\n"),
        );
    });

    it("gives secrets where secrets are required, and says so", async () => {
        const { missing, config } = watched();
        const app = config("app");
        assert.equal(await valueOf(app.requireSecret("text")), "");
        assert.equal(await valueOf(app.requireSecretBoolean("flag")), false);
        assert.equal(await valueOf(app.requireSecretNumber("size")), 0);
        assert.deepEqual(await valueOf(app.requireSecretObject("list")), []);
        assert.deepEqual(missing.keys, [
            { key: "app:flag", secret: true },
            { key: "app:list", secret: true },
            { key: "app:size", secret: true },
            { key: "app:text", secret: true },
        ]);
        assert.equal(
            missing.message?.split("\n")[0],
            "app:flag: found nothing, expected a secret value: --config app:flag=VALUE",
        );
    });

    it("gives an object that survives what programs do with one", async () => {
        interface Settings {
            readonly network: { readonly zones: readonly string[] };
            readonly name: string;
        }
        const { config } = watched();
        const settings = config("app").requireObject<Settings>("settings");
        assert.deepEqual(
            settings.network.zones.map((zone) => zone.toUpperCase()),
            [],
        );
        assert.deepEqual([...settings.network.zones], []);
        assert.equal(JSON.stringify({ settings }), '{"settings":[]}');
        assert.equal(await Promise.resolve(settings), settings);
        assert.equal(`shop-${settings.name}`, "shop-");
    });

    it("leaves other errors to the program", () => {
        const { missing, config } = watched();
        assert.throws(
            () => config("app").requireNumber("count"),
            /Configuration 'app:count' value 'many' is not a valid number/,
        );
        assert.equal(missing.message, undefined);
    });

    it("accepts a version of the SDK without some of the methods", () => {
        const { missing, config } = watched(["requireSecretObject"]);
        config("app").requireBoolean("flag");
        assert.deepEqual(missing.keys, [{ key: "app:flag", secret: false }]);
    });
});
