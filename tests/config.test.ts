import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { ConfigError, loadConfig } from "../config";
import { change, KEYS, type Raw, soundStack } from "./config/sound-stack";

function configure(raw: Raw) {
    const all = Object.entries(raw).map(([key, value]) => [
        `appsonic-platform:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    pulumi.runtime.setAllConfig(Object.fromEntries(all) as Record<string, string>);
}

describe("loading the configuration", () => {
    let before: Readonly<Record<string, string>>;
    const warn = pulumi.log.warn;
    const warnings: string[] = [];

    beforeEach(() => {
        before = pulumi.runtime.allConfig();
        warnings.length = 0;
        Object.defineProperty(pulumi.log, "warn", {
            configurable: true,
            value: (message: string) => Promise.resolve(warnings.push(message)),
        });
    });
    afterEach(() => {
        pulumi.runtime.setAllConfig(before);
        Object.defineProperty(pulumi.log, "warn", { configurable: true, value: warn });
    });

    it("reads Pulumi's configuration and the stack's name", () => {
        configure(soundStack());
        const { accountId, stack } = loadConfig();
        assert.deepEqual(
            { accountId, stack },
            { accountId: "123456789012", stack: pulumi.getStack() },
        );
        assert.deepEqual(warnings, []);
    });

    it("warns about an expired key", () => {
        configure(
            change(soundStack(), "bastion.engineers[1]", {
                name: "bo",
                publicKey: KEYS.rsa3072,
                expires: "2020-02-01",
            }),
        );
        loadConfig();
        assert.deepEqual(warnings, [
            'bastion.engineers[1]: the key of "bo" expired on 2020-02-01 and is left out; give a new key or remove the engineer',
        ]);
    });

    it("reports what is wrong", () => {
        configure({ ...soundStack(), webFirewall: "maybe" });
        assert.throws(loadConfig, (error) => {
            assert.ok(error instanceof ConfigError);
            assert.equal(
                error.message,
                `configuration of stack "${pulumi.getStack()}" has 1 problem:\n  webFirewall: found "maybe", expected true or false`,
            );
            return true;
        });
    });
});
