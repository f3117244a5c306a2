import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse as parseYaml } from "yaml";

import { parseConfig } from "../../config";
import { decode, NAMESPACE } from "../../config/decode";
import { TODAY } from "./sound-stack";

const root = join(__dirname, "..", "..");

function read(file: string) {
    return parseYaml(readFileSync(join(root, file), "utf8")) as {
        readonly name: string;
        readonly config: Readonly<Record<string, unknown>>;
    };
}

/** A stack file as Pulumi hands it to the program. */
function parseStack(stack: string, today = TODAY) {
    const { config } = read(`Pulumi.${stack}.yaml`);
    const all = Object.entries(config).map(([key, value]) => [
        key,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return parseConfig(decode(Object.fromEntries(all) as Record<string, string>), { stack, today });
}

describe("the committed stack files", () => {
    for (const stack of ["prod", "dev"]) {
        it(`accepts ${stack}, without notes`, () => {
            assert.deepEqual(parseStack(stack).notes, []);
        });

        it(`accepts ${stack} still in ten years`, () => {
            const { config, notes } = parseStack(stack, "2036-11-23");
            assert.deepEqual(config.bastion.engineers, []);
            assert.ok(notes.length > 0);
        });
    }

    it("production has the services of the platform", () => {
        const { config } = parseStack("prod");
        assert.deepEqual(
            config.services.map(({ name, tier, dataClass, loadBalancer, dataStores }) =>
                [name, tier, dataClass, loadBalancer, ...dataStores.map(({ type }) => type)].join(
                    " ",
                ),
            ),
            [
                "licensing public account-data public postgres",
                "usage public product-analytics usage table",
                "client-errors public error-logs public bucket",
                "support-console internal none internal",
            ],
        );
    });

    it("the project has the namespace of the configuration", () => {
        assert.equal(read("Pulumi.yaml").name, NAMESPACE);
    });

    it("the project declares only keys with a default, and takes AWS's default provider away", () => {
        const { "pulumi:disable-default-providers": disabled, ...declared } =
            read("Pulumi.yaml").config;
        assert.deepEqual(disabled, { value: ["aws"] });
        for (const [key, declaration] of Object.entries(declared)) {
            assert.equal(typeof (declaration as { default?: unknown }).default, "boolean", key);
        }
    });
});
