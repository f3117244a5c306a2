/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Callbacks, type Hook } from "../../../preflight/engine/callbacks";
import type { Resource } from "../../../preflight/engine/graph";
import {
    blankRegistration,
    type Callback,
    type InvokeRequest,
    type Registration,
} from "../../../preflight/engine/registration";
import { loadSdk, type Message, type Sdk } from "../../../preflight/engine/sdk";

const ROOT = join(__dirname, "..", "..", "..");

describe("functions of the program that the engine calls back", () => {
    const real = loadSdk(ROOT);
    const proto = real.load("proto/resource_pb");

    /** An SDK whose callback server holds these functions, from request to response. */
    function sdkWith(functions: Readonly<Record<string, (request: Message) => Message>>): Sdk {
        const registered = Object.entries(functions).map(
            ([token, call]) =>
                [token, (bytes: Uint8Array) => Promise.resolve(call(bytes))] as const,
        );
        const store = { callbacks: { _callbacks: new Map(registered) } };
        return withState(store);
    }

    function withState(store: unknown): Sdk {
        return {
            ...real,
            load: (name) =>
                name === "runtime/state" ? { getStore: () => store } : real.load(name),
        };
    }

    const callback = (token: string): Callback => ({ token, target: "" });

    describe("transforms of resources", () => {
        const full: Registration = {
            ...blankRegistration("a:b:C", "c"),
            parent: "urn:parent",
            inputs: { size: 1, kept: 2 },
            provider: "urn:provider::1",
            providers: { aws: "urn:aws::1" },
            version: "1.0.0",
            pluginDownloadUrl: "https://x.org",
            dependencies: ["urn:d"],
            propertyDependencies: { size: ["urn:e"] },
            protect: true,
            retainOnDelete: false,
            deleteBeforeReplace: true,
            ignoreChanges: ["i"],
            replaceOnChanges: ["r"],
            additionalSecretOutputs: ["s"],
            aliases: [
                { urn: "urn:old" },
                {
                    name: "old",
                    type: "a:b:Old",
                    stack: "prod",
                    project: "q",
                    parentUrn: "urn:was",
                    noParent: false,
                },
                {
                    name: "",
                    type: "",
                    stack: "",
                    project: "",
                    parentUrn: "",
                    noParent: true,
                },
            ],
            deletedWith: "urn:with",
            importId: "i-1",
            customTimeouts: { create: 90, update: 0, delete: 1.5 },
            hooks: { beforeCreate: ["h"], afterDelete: ["g", "h"] },
        };

        /** Runs one transform that answers a request with a response. */
        async function transformed(
            registration: Registration,
            change: (request: Message, response: Message) => void,
        ): Promise<Registration> {
            const sdk = sdkWith({
                t(bytes) {
                    const request = proto.TransformRequest.deserializeBinary(bytes);
                    const response = new proto.TransformResponse();
                    change(request, response);
                    return response;
                },
            });
            return new Callbacks(sdk).resource(registration, [callback("t")]);
        }

        it("get everything, and what they leave as it is stays", async () => {
            let seen: readonly unknown[] = [];
            const same = await transformed(full, (request, response) => {
                const options = request.getOptions();
                seen = [
                    request.getType(),
                    request.getName(),
                    request.getCustom(),
                    request.getParent(),
                    options.getProvidersMap().get("aws"),
                ];
                response.setProperties(request.getProperties());
                response.setOptions(options);
            });
            assert.deepEqual(seen, ["a:b:C", "c", true, "urn:parent", "urn:aws::1"]);
            assert.deepEqual(same, { ...full, dependencies: ["urn:d", "urn:e"] });
        });

        it("that answer without options leave the options, and no dependencies of a property that is gone", async () => {
            const less = await transformed(full, (_, response) => {
                response.setProperties(real.struct.fromJavaScript({ kept: 3 }));
            });
            assert.deepEqual(less, { ...full, inputs: { kept: 3 }, propertyDependencies: {} });
        });

        it("take away what they leave out of the options, and leave the properties where they state none", async () => {
            const bare = await transformed(full, (_, response) => {
                response.setOptions(new proto.TransformResourceOptions());
            });
            assert.deepEqual(bare, {
                ...blankRegistration("a:b:C", "c"),
                parent: "urn:parent",
                inputs: { size: 1, kept: 2 },
                propertyDependencies: { size: ["urn:e"] },
                dependencies: ["urn:e"],
            });
        });

        it("may give a component other providers", async () => {
            const moved = await transformed(full, (request, response) => {
                const options = request.getOptions();
                options.clearProvidersMap();
                options.getProvidersMap().set("gcp", "urn:gcp::1");
                response.setOptions(options);
            });
            assert.deepEqual(moved.providers, { gcp: "urn:gcp::1" });
        });

        it("see an alias of which only the name is stated, and nothing that is not stated", async () => {
            const named = await transformed(
                {
                    ...blankRegistration("a:b:C", "c"),
                    aliases: [{ name: "old" }, { type: "a:b:Old" }],
                },
                (request, response) => {
                    const options = request.getOptions();
                    assert.deepEqual(
                        [
                            options.hasProtect(),
                            options.hasRetainOnDelete(),
                            options.hasDeleteBeforeReplace(),
                            options.getCustomTimeouts().getCreate(),
                        ],
                        [false, false, false, ""],
                    );
                    response.setOptions(options);
                },
            );
            const blank = {
                name: "",
                type: "",
                stack: "",
                project: "",
                parentUrn: "",
                noParent: false,
            };
            assert.deepEqual(named, {
                ...blankRegistration("a:b:C", "c"),
                aliases: [
                    { ...blank, name: "old" },
                    { ...blank, type: "a:b:Old" },
                ],
            });
        });

        it("each see what the one before made", async () => {
            const add = (bytes: Message): Message => {
                const request = proto.TransformRequest.deserializeBinary(bytes);
                const { count } = request.getProperties().toJavaScript() as { count: number };
                const response = new proto.TransformResponse();
                response.setProperties(real.struct.fromJavaScript({ count: count * 2 + 1 }));
                return response;
            };
            const callbacks = new Callbacks(sdkWith({ a: add, b: add }));
            const result = await callbacks.resource(
                { ...blankRegistration("a:b:C", "c"), inputs: { count: 1 } },
                [callback("a"), callback("b")],
            );
            assert.deepEqual(result.inputs, { count: 7 });
        });

        it("reports a function that is not there, and an SDK without transforms", async () => {
            const blank = blankRegistration("a:b:C", "c");
            for (const store of [{ callbacks: { _callbacks: new Map() } }, {}]) {
                await assert.rejects(
                    new Callbacks(withState(store)).resource(blank, [callback("gone")]),
                    { message: "callback not found: gone" },
                );
            }
            const old: Sdk = { ...real, version: "3.50.0", load: () => ({}) };
            await assert.rejects(new Callbacks(old).resource(blank, [callback("t")]), {
                message: "@pulumi/pulumi 3.50.0 has no message TransformRequest",
            });
        });
    });

    describe("transforms of function calls", () => {
        const request: InvokeRequest = {
            token: "a:b:c",
            args: { x: 1 },
            provider: "urn:provider::1",
            version: "1.0.0",
            pluginDownloadUrl: "https://x.org",
            packageRef: "ref",
        };
        const respond =
            (change: (request: Message, response: Message) => void) =>
            (bytes: Message): Message => {
                const response = new proto.TransformInvokeResponse();
                change(proto.TransformInvokeRequest.deserializeBinary(bytes), response);
                return response;
            };

        it("that answer nothing change nothing", async () => {
            const callbacks = new Callbacks(sdkWith({ t: respond(() => undefined) }));
            assert.deepEqual(await callbacks.invoke(request, [callback("t")]), request);
        });

        it("change the arguments and the provider, or the arguments only", async () => {
            const callbacks = new Callbacks(
                sdkWith({
                    args: respond((seen, response) => {
                        const args = seen.getArgs().toJavaScript() as Record<string, unknown>;
                        response.setArgs(
                            real.struct.fromJavaScript({ ...args, token: seen.getToken() }),
                        );
                    }),
                    options: respond((seen, response) => {
                        response.setArgs(seen.getArgs());
                        const options = seen.getOptions();
                        options.setProvider(`${String(options.getProvider())}2`);
                        options.setVersion("");
                        response.setOptions(options);
                    }),
                }),
            );
            const args = { x: 1, token: "a:b:c" };
            assert.deepEqual(await callbacks.invoke(request, [callback("args")]), {
                ...request,
                args,
            });
            assert.deepEqual(
                await callbacks.invoke(request, [callback("args"), callback("options")]),
                { ...request, args, provider: "urn:provider::12", version: "" },
            );
        });
    });

    describe("hooks", () => {
        const resource = {
            urn: "urn:c",
            id: "c-id",
            name: "c",
            type: "a:b:C",
            inputs: { size: 1 },
            outputs: { size: 1, arn: "arn:c" },
        } as unknown as Resource;
        const hook: Hook = { callback: callback("h"), onDryRun: true, ignoreErrors: false };

        it("see the resource, and its outputs only once it is made", async () => {
            const seen: unknown[] = [];
            const callbacks = new Callbacks(
                sdkWith({
                    h(bytes) {
                        const request = proto.ResourceHookRequest.deserializeBinary(bytes);
                        seen.push([
                            request.getUrn(),
                            request.getId(),
                            request.getName(),
                            request.getType(),
                            request.getNewInputs().toJavaScript(),
                            request.getNewOutputs()?.toJavaScript(),
                        ]);
                        return new proto.ResourceHookResponse();
                    },
                }),
            );
            await callbacks.hook(hook, "hook", resource, "beforeCreate");
            await callbacks.hook(hook, "hook", resource, "afterCreate");
            const first = ["urn:c", "c-id", "c", "a:b:C", { size: 1 }];
            assert.deepEqual(seen, [
                [...first, undefined],
                [...first, { size: 1, arn: "arn:c" }],
            ]);
        });

        it("reports a failure, unless errors of the hook are to be ignored", async () => {
            const callbacks = new Callbacks(
                sdkWith({
                    h() {
                        const response = new proto.ResourceHookResponse();
                        response.setError("too big");
                        return response;
                    },
                }),
            );
            await assert.rejects(callbacks.hook(hook, "sized", resource, "beforeCreate"), {
                message: "hook sized failed: too big",
            });
            await callbacks.hook(
                { ...hook, ignoreErrors: true },
                "sized",
                resource,
                "beforeCreate",
            );
        });
    });
});
