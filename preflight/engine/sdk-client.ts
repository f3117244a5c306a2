/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Props } from "../values";
import { UNKNOWN } from "../values";
import { Callbacks, type Hook } from "./callbacks";
import type { Engine } from "./engine";
import { Monitor } from "./monitor";
import type { Message, MessageClass, Sdk } from "./sdk";
import {
    decodeCallback,
    decodeInvoke,
    decodeRead,
    decodeRegistration,
    fromStruct,
    toStruct,
} from "./wire";

type Answer = (error: unknown, response?: Message) => void;

/** Features that this monitor serves; the rest the SDK must do without. */
const FEATURES = new Set([
    "secrets",
    "resourceReferences",
    "outputValues",
    "deletedWith",
    "replaceWith",
    "aliasSpecs",
    "transforms",
    "invokeTransforms",
    "parameterization",
    "resourceHooks",
    "errorHooks",
]);

/** gRPC's status UNKNOWN: the SDK then rejects what waits for the answer instead of stopping without a word. */
const STATUS_UNKNOWN = 2;

/** A monitor in the form that the SDK takes for its gRPC client, with the service's own methods behind it. */
export interface SdkClient {
    readonly monitor: Monitor;
    /** To be given to `setMockOptions`. */
    readonly client: Readonly<Record<string, (request: Message, answer: Answer) => void>>;
}

/**
 * Builds the client for one run.
 * @param root folder of the program, for source positions
 */
export function createSdkClient(sdk: Sdk, engine: Engine, root: string): SdkClient {
    const proto = {
        resource: sdk.load("proto/resource_pb") as Record<string, MessageClass>,
        provider: sdk.load("proto/provider_pb") as Record<string, MessageClass>,
    };
    const callbacks = new Callbacks(sdk);
    const monitor = new Monitor(engine, callbacks);
    const hooks = new Map<string, Hook>();
    const struct = (props: Props): Message => toStruct(sdk.struct, props);
    const empty = (): Message => new (sdk.empty as MessageClass)();
    const make = (name: string, from = proto.resource): Message =>
        new (from[name] as MessageClass)();

    engine.runHooks = async (moment, resource, registration) => {
        for (const name of registration.hooks[moment] ?? []) {
            const hook = hooks.get(name);
            if (hook === undefined) throw new Error(`resource hook ${name} was not registered`);
            if (hook.onDryRun) await callbacks.hook(hook, name, resource, moment);
            else
                engine.note({
                    kind: "hook-not-run",
                    urn: resource.urn,
                    message: `${moment} hook ${name} acts on real resources and was not run`,
                });
        }
    };

    const methods: Record<string, (request: Message) => unknown> = {
        supportsFeature(request) {
            const response = make("SupportsFeatureResponse");
            response.setHassupport(FEATURES.has(request.getId() as string));
            return response;
        },
        async registerResource(request) {
            const done = await monitor.register(decodeRegistration(request, root));
            const response = make("RegisterResourceResponse");
            response.setUrn(done.urn);
            response.setId(done.id === UNKNOWN ? "" : done.id);
            response.setObject(struct(done.outputs));
            const dependencies = response.getPropertydependenciesMap();
            for (const [property, urns] of Object.entries(done.outputDependencies)) {
                const list = new (
                    proto.resource.RegisterResourceResponse as Message
                ).PropertyDependencies();
                list.setUrnsList([...urns]);
                dependencies.set(property, list);
            }
            return response;
        },
        registerResourceOutputs(request) {
            monitor.registerOutputs(request.getUrn() as string, fromStruct(request.getOutputs()));
            return empty();
        },
        async readResource(request) {
            const read = await monitor.read(decodeRead(request, root));
            const response = make("ReadResourceResponse");
            response.setUrn(read.urn);
            response.setProperties(struct(read.outputs));
            return response;
        },
        async invoke(request) {
            const result = await monitor.invoke(decodeInvoke(request));
            const response = make("InvokeResponse", proto.provider);
            response.setReturn(struct(result));
            return response;
        },
        async call(request) {
            const result = await monitor.callMethod(decodeInvoke(request));
            const response = make("CallResponse", proto.provider);
            response.setReturn(struct(result));
            return response;
        },
        registerStackTransform(callback) {
            monitor.addStackTransform(decodeCallback(callback));
            return empty();
        },
        registerStackInvokeTransform(callback) {
            monitor.addInvokeTransform(decodeCallback(callback));
            return empty();
        },
        registerResourceHook(request) {
            hooks.set(request.getName() as string, {
                callback: decodeCallback(request.getCallback()),
                onDryRun: request.getOnDryRun() as boolean,
                ignoreErrors: request.getIgnoreErrors?.() === true,
            });
            return empty();
        },
        // An error hook decides about retries; nothing fails here that could be tried again.
        registerErrorHook: empty,
        registerPackage(request) {
            const parameterization = request.getParameterization();
            const response = make("RegisterPackageResponse");
            response.setRef(
                engine.defaultProviders.registerPackage({
                    name: request.getName() as string,
                    version: request.getVersion() as string,
                    pluginDownloadUrl: request.getDownloadUrl() as string,
                    ...(parameterization && {
                        parameterization: {
                            name: parameterization.getName() as string,
                            version: parameterization.getVersion() as string,
                        },
                    }),
                }),
            );
            return response;
        },
        getDeploymentInfo() {
            const response = make("DeploymentInfo");
            const { options } = engine;
            response.setProject(options.project);
            response.setStack(options.stack);
            response.setOrganization(options.organization);
            response.setDryrun(engine.isPreview);
            response.setConfigsecretkeysList([...options.secretConfigKeys]);
            const config = response.getConfigMap();
            for (const [key, value] of Object.entries(options.config)) config.set(key, value);
            return response;
        },
        signalAndWaitForShutdown: empty,
    };
    return { monitor, client: { ...callbackStyle(methods), close: () => undefined } };
}

/** Methods with promises as methods with a callback, which must not be called before the method returns. */
function callbackStyle(
    methods: Readonly<Record<string, (request: Message) => unknown>>,
): Record<string, (request: Message, answer: Answer) => void> {
    const styled: Record<string, (request: Message, answer: Answer) => void> = {};
    for (const [name, method] of Object.entries(methods)) {
        styled[name] = (request, answer) => {
            void Promise.resolve()
                .then(() => method(request))
                .then(
                    (response) => {
                        answer(null, response);
                    },
                    (error: unknown) => {
                        answer(grpcError(error));
                    },
                );
        };
    }
    return styled;
}

/** An error as a gRPC client would hand it over; the SDK reads `details`. */
function grpcError(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    return Object.assign(new Error(message), { code: STATUS_UNKNOWN, details: message });
}
