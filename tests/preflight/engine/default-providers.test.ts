import assert from "node:assert/strict";
import { DefaultProviders } from "../../../preflight/engine/default-providers";
import type { Resource } from "../../../preflight/engine/graph";
import type { Registration } from "../../../preflight/engine/registration";

const request = { version: "", pluginDownloadUrl: "", packageRef: "" };

/** Providers of a stack without configuration, and what was registered for them. */
function given(): { readonly providers: DefaultProviders; readonly made: Registration[] } {
    const made: Registration[] = [];
    const settings = {
        config: {},
        secretConfigKeys: [],
        installedVersion: () => "7.0.0",
        secret: (value: unknown) => value,
    };
    const providers = new DefaultProviders(settings, (registration) => {
        made.push(registration);
        return Promise.resolve({ urn: registration.name, id: `id-${made.length}` } as Resource);
    });
    return { providers, made };
}

describe("the default providers of a stack", () => {
    it("are made once for all that ask alike, even at the same time", async () => {
        const { providers, made } = given();
        const references = await Promise.all([
            providers.of("aws", request, "one"),
            providers.of("aws", request, "two"),
            providers.of("aws", { ...request, version: "6.0.0" }, "three"),
        ]);
        assert.deepEqual(references, [
            "default_7_0_0::id-1",
            "default_7_0_0::id-1",
            "default_6_0_0::id-2",
        ]);
        assert.deepEqual(
            made.map(({ type, name, custom }) => ({ type, name, custom })),
            [
                { type: "pulumi:providers:aws", name: "default_7_0_0", custom: true },
                { type: "pulumi:providers:aws", name: "default_6_0_0", custom: true },
            ],
        );
    });

    it("take version and address of a package that was registered, with parameters and without", async () => {
        const { providers, made } = given();
        const plain = { name: "acme", version: "1.2.0", pluginDownloadUrl: "https://acme.test/" };
        const packageRef = providers.registerPackage(plain);
        assert.equal(packageRef, "acme/1.2.0//");
        assert.equal(providers.package(packageRef), plain);
        const parameterization = { name: "board", version: "0.3.0" };
        assert.equal(
            providers.registerPackage({ ...plain, parameterization }),
            "acme/1.2.0/board/0.3.0",
        );
        await providers.of("acme", { ...request, packageRef }, "one");
        assert.deepEqual(
            made.map(({ name, inputs }) => ({ name, inputs })),
            [
                {
                    name: "default_1_2_0_acme.test",
                    inputs: {
                        version: "1.2.0",
                        __internal: { pluginDownloadURL: "https://acme.test" },
                    },
                },
            ],
        );
    });

    it("are none for a package that was not registered", async () => {
        const { providers, made } = given();
        await assert.rejects(providers.of("acme", { ...request, packageRef: "acme/1" }, "one"), {
            message: "unknown provider package 'acme/1'",
        });
        assert.equal(providers.package("acme/1"), undefined);
        assert.deepEqual(made, []);
    });
});
