import { lowerProps, type Props } from "../values";
import { construct } from "./construct";
import type { Engine } from "./engine";
import type { Resource } from "./graph";
import { builtinInvoke } from "./builtin-functions";
import type { Callback, InvokeRequest, ReadRegistration, Registration } from "./registration";
import { packageOf } from "./urn";

/** What a program gets back for a registration. */
export interface Registered {
    readonly urn: string;
    readonly id: string;
    readonly outputs: Props;
    readonly outputDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Runs a registration or a function call through the program's transforms. */
export interface Transforms {
    resource(registration: Registration, callbacks: readonly Callback[]): Promise<Registration>;
    invoke(request: InvokeRequest, callbacks: readonly Callback[]): Promise<InvokeRequest>;
}

/** A request that the engine refused, recorded because a program may never look at the answer. */
export interface EngineFailure {
    readonly message: string;
    /** URN, or the function's token. */
    readonly subject: string;
    readonly source?: Registration["source"];
    /** The program gets the failure as a rejected promise of its own, so that it may handle it. */
    readonly answered: boolean;
}

/** The requests that a program can make, in plain values: the service that Pulumi calls the resource monitor. */
export class Monitor {
    public readonly failures: EngineFailure[] = [];
    private readonly stackTransforms: Callback[] = [];
    private readonly invokeTransforms: Callback[] = [];

    constructor(
        public readonly engine: Engine,
        private readonly transforms: Transforms,
    ) {}

    /** Registers a resource that the program declares. */
    public async register(request: Registration): Promise<Registered> {
        try {
            const registration = await this.prepared(request);
            if (!registration.remote) {
                const resource = await this.engine.step(registration);
                const outputs = resource.custom ? resource.outputs : {};
                return { urn: resource.urn, id: resource.id, outputs, outputDependencies: {} };
            }
            const built = await construct(
                this.engine,
                registration,
                async (child) => this.engine.step(await this.prepared(child)),
                (token, args, provider) =>
                    this.call(token, args, provider, registration.packageRef),
            );
            return {
                urn: built.resource.urn,
                id: "",
                outputs: built.outputs,
                outputDependencies: built.outputDependencies,
            };
        } catch (error) {
            throw this.failed(error, this.engine.urnOf(request), request.source, false);
        }
    }

    /** Reads a resource that exists already. */
    public async read(request: ReadRegistration): Promise<Resource> {
        try {
            return await this.engine.read(request);
        } catch (error) {
            throw this.failed(error, this.engine.urnOf(request), request.source, false);
        }
    }

    /** Sets a component's outputs. */
    public registerOutputs(urn: string, outputs: Props): void {
        try {
            this.engine.setOutputs(urn, outputs);
        } catch (error) {
            throw this.failed(error, urn, undefined, false);
        }
    }

    /** Calls a function of a provider. */
    public async invoke(request: InvokeRequest): Promise<Props> {
        try {
            const transformed = await this.transforms.invoke(request, this.invokeTransforms);
            const { token } = transformed;
            // The engine's own functions have a default provider, too, which becomes a resource.
            const provider =
                transformed.provider ||
                (await this.engine.defaultProviders
                    .of(packageOf(token), transformed, token)
                    .catch((error: unknown) => {
                        throw new Error(`Invoke: getProviderFromSource: ${text(error)}`);
                    }));
            const builtin = builtinInvoke(this.engine, token, transformed.args);
            if (builtin !== undefined) return builtin;
            return this.answer(token, transformed.args, provider);
        } catch (error) {
            throw this.failed(error, request.token, undefined, true);
        }
    }

    /** Calls a method of a resource. */
    public async callMethod(request: InvokeRequest): Promise<Props> {
        try {
            return await this.call(
                request.token,
                request.args,
                request.provider,
                request.packageRef,
            );
        } catch (error) {
            throw this.failed(error, request.token, undefined, true);
        }
    }

    /** Adds a transform for every resource that is registered from now on. */
    public addStackTransform(callback: Callback): void {
        this.stackTransforms.push(callback);
    }

    /** Adds a transform for every function call from now on. */
    public addInvokeTransform(callback: Callback): void {
        this.invokeTransforms.push(callback);
    }

    /** The resource's own transforms, then those of its parents, then the stack's. */
    private async prepared(request: Registration): Promise<Registration> {
        let registration = this.engine.inherited(request);
        const callbacks = [...registration.transforms];
        for (
            let ancestor = this.engine.node(registration.parent);
            ancestor !== undefined;
            ancestor = this.engine.node(ancestor.resource.parent)
        ) {
            callbacks.push(...ancestor.transforms);
        }
        callbacks.push(...this.stackTransforms);
        if (callbacks.length > 0)
            registration = await this.transforms.resource(registration, callbacks);
        return this.engine.completed(registration);
    }

    private async call(
        token: string,
        args: Props,
        reference: string,
        packageRef: string,
    ): Promise<Props> {
        const request = { version: "", pluginDownloadUrl: "", packageRef };
        const provider =
            reference || (await this.engine.defaultProviders.of(packageOf(token), request, token));
        return this.answer(token, args, provider);
    }

    private answer(token: string, args: Props, provider: string): Props {
        try {
            return this.engine.options.simulation.invoke(
                token,
                lowerProps(args),
                this.engine.providerConfig(provider),
            );
        } catch (error) {
            throw new Error(`invocation of ${token} returned an error: ${text(error)}`, {
                cause: error,
            });
        }
    }

    private failed(
        error: unknown,
        subject: string,
        source: Registration["source"],
        answered: boolean,
    ): Error {
        const failure = error instanceof Error ? error : new Error(text(error));
        this.failures.push({
            message: failure.message,
            subject,
            answered,
            ...(source && { source }),
        });
        return failure;
    }
}

function text(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
