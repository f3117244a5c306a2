/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Engine } from "../../../preflight/engine/engine";
import type { Mode } from "../../../preflight/engine/graph";
import { blankRegistration } from "../../../preflight/engine/registration";
import { loadSdk, type Message, type Sdk } from "../../../preflight/engine/sdk";
import { createSdkClient, type SdkClient } from "../../../preflight/engine/sdk-client";
import { OUTPUT, SIGNATURE } from "../../../preflight/values";
import { createSimulation } from "./fake-simulation";

const ROOT = join(__dirname, "..", "..", "..");
const URN = "urn:pulumi:dev::p::own:index:Thing::thing";

describe("answers of the monitor to the SDK", () => {
    const real = loadSdk(ROOT);
    const proto = real.load("proto/resource_pb");

    function createClient(
        mode: Mode = "up",
        sdk: Sdk = real,
    ): SdkClient & { readonly call: (method: string, request: Message) => Promise<Message> } {
        const engine = new Engine({
            project: "p",
            stack: "dev",
            organization: "org",
            mode,
            config: {},
            secretConfigKeys: [],
            simulation: {
                ...createSimulation(),
                construct: () =>
                    Promise.resolve({
                        vpcId: {
                            [SIGNATURE]: OUTPUT,
                            value: "vpc-1",
                            dependencies: ["urn:vpc", "urn:route"],
                        },
                        plain: 1,
                    }),
            },
        });
        const made = createSdkClient(sdk, engine, ROOT);
        return {
            ...made,
            call: (method, request) =>
                new Promise((resolve, reject) => {
                    made.client[method]?.(request, (error, response) => {
                        if (error === null) resolve(response);
                        else reject(error instanceof Error ? error : new Error("no error"));
                    });
                }),
        };
    }

    function registration(set: (request: Message) => void = () => undefined): Message {
        const request = new proto.RegisterResourceRequest();
        request.setType("own:index:Thing");
        request.setName("thing");
        request.setCustom(true);
        set(request);
        return request;
    }

    function bindHook(request: Message): void {
        const hooks = new proto.RegisterResourceRequest.ResourceHooksBinding();
        hooks.setBeforeCreateList(["check"]);
        request.setHooks(hooks);
    }

    it("carry the dependencies of a remote component's outputs", async () => {
        const answer = await createClient().call(
            "registerResource",
            registration((request) => {
                request.setCustom(false);
                request.setRemote(true);
            }),
        );
        assert.equal(answer.getUrn(), URN);
        assert.deepEqual(answer.getObject().toJavaScript(), { vpcId: "vpc-1", plain: 1 });
        const dependencies = answer.getPropertydependenciesMap();
        assert.deepEqual(dependencies.get("vpcId").getUrnsList(), ["urn:vpc", "urn:route"]);
        assert.equal(dependencies.get("plain"), undefined);
    });

    it("have no id in a preview", async () => {
        const id = async (mode: Mode): Promise<unknown> =>
            (await createClient(mode).call("registerResource", registration())).getId();
        assert.equal(await id("up"), "thing-id");
        assert.equal(await id("preview"), "");
    });

    it("reports a hook that nobody registered", async () => {
        const { call, monitor } = createClient();
        await assert.rejects(call("registerResource", registration(bindHook)), {
            code: 2,
            details: "resource hook check was not registered",
        });
        assert.deepEqual(monitor.failures, [
            { message: "resource hook check was not registered", subject: URN, answered: false },
        ]);
    });

    it("fail with a hook that may run without resources, and note one that may not", async () => {
        const refuse = (): Promise<Message> => {
            const response = new proto.ResourceHookResponse();
            response.setError("too big");
            return Promise.resolve(response);
        };
        const store = { callbacks: { _callbacks: new Map([["h", refuse]]) } };
        const sdk: Sdk = {
            ...real,
            load: (name) =>
                name === "runtime/state" ? { getStore: () => store } : real.load(name),
        };
        const register = async (onDryRun: boolean, ignoreErrors: boolean): Promise<unknown> => {
            const { call, monitor } = createClient("up", sdk);
            const hook = new proto.RegisterResourceHookRequest();
            const { Callback } = real.load("proto/callback_pb");
            const callback = new Callback();
            callback.setToken("h");
            hook.setName("check");
            hook.setCallback(callback);
            hook.setOnDryRun(onDryRun);
            hook.setIgnoreErrors(ignoreErrors);
            await call("registerResourceHook", hook);
            return call("registerResource", registration(bindHook)).then(
                () => monitor.engine.notes,
                (error: unknown) => (error as Error).message,
            );
        };
        assert.equal(await register(true, false), "hook check failed: too big");
        assert.deepEqual(await register(true, true), []);
        assert.deepEqual(await register(false, false), [
            {
                kind: "hook-not-run",
                urn: URN,
                message: "beforeCreate hook check acts on real resources and was not run",
            },
        ]);
    });

    it("run no hook at a moment for which none is bound", async () => {
        const { monitor } = createClient();
        const { engine } = monitor;
        const plain = { ...blankRegistration("own:index:Group", "g"), custom: false };
        const resource = await engine.step({
            ...plain,
            hooks: { afterDelete: ["gone"] },
        });
        await engine.runHooks("afterCreate", resource, plain);
        assert.deepEqual(engine.notes, []);
    });
});
