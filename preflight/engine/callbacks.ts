/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Props } from "../values";
import type { Resource } from "./graph";
import type { HookBinding, InvokeRequest, Registration, Callback } from "./registration";
import type { Message, MessageClass, Sdk } from "./sdk";
import type { Transforms } from "./monitor";
import { decodeHooks, decodeTimeouts, fromStruct, mapField, toStruct } from "./wire";
import type { AliasSpec } from "./aliases";

/** A hook as the program registered it. */
export interface Hook {
    readonly callback: Callback;
    readonly onDryRun: boolean;
    readonly ignoreErrors: boolean;
}

/** The functions of the program that the engine calls back, reached without a network. */
export class Callbacks implements Transforms {
    private readonly resourceProto: Record<string, MessageClass>;
    private readonly structClass: Message;

    constructor(private readonly sdk: Sdk) {
        this.resourceProto = sdk.load("proto/resource_pb") as Record<string, MessageClass>;
        this.structClass = sdk.struct;
    }

    /** Runs transforms over a registration, each seeing what the one before made of it. */
    public async resource(
        registration: Registration,
        callbacks: readonly Callback[],
    ): Promise<Registration> {
        let current = registration;
        for (const callback of callbacks) {
            const bytes = await this.invokeBytes(callback, this.encodeTransform(current));
            current = decodeTransformed(
                current,
                this.messageClass("TransformResponse").deserializeBinary(bytes),
            );
        }
        return current;
    }

    /** Runs transforms over a function call. */
    public async invoke(
        request: InvokeRequest,
        callbacks: readonly Callback[],
    ): Promise<InvokeRequest> {
        let current = request;
        for (const callback of callbacks) {
            const message = this.newMessage("TransformInvokeRequest");
            const options = this.newMessage("TransformInvokeOptions");
            message.setToken(current.token);
            message.setArgs(toStruct(this.structClass, current.args));
            options.setProvider(current.provider);
            options.setVersion(current.version);
            options.setPluginDownloadUrl(current.pluginDownloadUrl);
            message.setOptions(options);
            const bytes = await this.invokeBytes(callback, message);
            const answer = this.messageClass("TransformInvokeResponse").deserializeBinary(bytes);
            const changed = answer.getOptions();
            current = {
                ...current,
                args: propsOf(answer.getArgs(), current.args),
                ...(changed && {
                    provider: changed.getProvider() as string,
                    version: changed.getVersion() as string,
                    pluginDownloadUrl: changed.getPluginDownloadUrl() as string,
                }),
            };
        }
        return current;
    }

    /** Runs one hook. @throws {Error} with the hook's own message */
    public async hook(hook: Hook, name: string, resource: Resource, moment: string): Promise<void> {
        const message = this.newMessage("ResourceHookRequest");
        message.setUrn(resource.urn);
        message.setId(resource.id);
        message.setName(resource.name);
        message.setType(resource.type);
        message.setNewInputs(toStruct(this.structClass, resource.inputs));
        if (moment === "afterCreate")
            message.setNewOutputs(toStruct(this.structClass, resource.outputs));
        const bytes = await this.invokeBytes(hook.callback, message);
        const error = this.messageClass("ResourceHookResponse")
            .deserializeBinary(bytes)
            .getError() as string;
        if (error !== "" && !hook.ignoreErrors) throw new Error(`hook ${name} failed: ${error}`);
    }

    private newMessage(name: string): Message {
        return new (this.messageClass(name))();
    }

    private messageClass(name: string): MessageClass {
        const found = this.resourceProto[name];
        if (found === undefined)
            throw new Error(`@pulumi/pulumi ${this.sdk.version} has no message ${name}`);
        return found;
    }

    /** Calls the function behind a token where the SDK keeps it: in the callback server of this very process. */
    private async invokeBytes(callback: Callback, request: Message): Promise<Uint8Array> {
        const { getStore } = this.sdk.load("runtime/state") as { getStore: () => Message };
        const registered = getStore().callbacks?._callbacks as
            undefined | Map<string, (bytes: Uint8Array) => Promise<Message>>;
        const target = registered?.get(callback.token);
        if (target === undefined) throw new Error(`callback not found: ${callback.token}`);
        const answer = await target(request.serializeBinary() as Uint8Array);
        return answer.serializeBinary() as Uint8Array;
    }

    private encodeTransform(registration: Registration): Message {
        const message = this.newMessage("TransformRequest");
        const options = this.newMessage("TransformResourceOptions");
        message.setType(registration.type);
        message.setName(registration.name);
        message.setCustom(registration.custom);
        message.setParent(registration.parent);
        message.setProperties(toStruct(this.structClass, registration.inputs));
        options.setDependsOnList([...registration.dependencies]);
        if (registration.protect !== undefined) options.setProtect(registration.protect);
        options.setIgnoreChangesList([...registration.ignoreChanges]);
        options.setReplaceOnChangesList([...registration.replaceOnChanges]);
        options.setVersion(registration.version);
        options.setProvider(registration.provider);
        options.setAdditionalSecretOutputsList([...registration.additionalSecretOutputs]);
        options.setImport(registration.importId);
        options.setDeletedWith(registration.deletedWith);
        options.setPluginDownloadUrl(registration.pluginDownloadUrl);
        if (registration.retainOnDelete !== undefined)
            options.setRetainOnDelete(registration.retainOnDelete);
        if (registration.deleteBeforeReplace !== undefined) {
            options.setDeleteBeforeReplace(registration.deleteBeforeReplace);
        }
        options.setAliasesList(registration.aliases.map((alias) => this.encodeAlias(alias)));
        options.setCustomTimeouts(this.encodeTimeouts(registration));
        options.setHooks?.(this.encodeHooks(registration.hooks));
        const providers = options.getProvidersMap();
        for (const [pkg, reference] of Object.entries(registration.providers))
            providers.set(pkg, reference);
        message.setOptions(options);
        return message;
    }

    private encodeAlias(alias: AliasSpec): Message {
        // Loaded here because the oldest versions have neither transforms nor this module.
        const { Alias } = this.sdk.load("proto/alias_pb") as Record<string, Message>;
        const message = new Alias();
        if (alias.urn !== undefined) {
            message.setUrn(alias.urn);
            return message;
        }
        const spec = new Alias.Spec();
        spec.setName(alias.name ?? "");
        spec.setType(alias.type ?? "");
        spec.setStack(alias.stack ?? "");
        spec.setProject(alias.project ?? "");
        if (alias.noParent === true) spec.setNoparent(true);
        else spec.setParenturn(alias.parentUrn ?? "");
        message.setSpec(spec);
        return message;
    }

    private encodeTimeouts({ customTimeouts }: Registration): Message {
        const message = new (
            this.resourceProto.RegisterResourceRequest as Message
        ).CustomTimeouts();
        message.setCreate(duration(customTimeouts.create));
        message.setUpdate(duration(customTimeouts.update));
        message.setDelete(duration(customTimeouts.delete));
        return message;
    }

    private encodeHooks(hooks: HookBinding): Message {
        const message = new (
            this.resourceProto.RegisterResourceRequest as Message
        ).ResourceHooksBinding();
        for (const [moment, names] of Object.entries(hooks)) {
            message[`set${moment.charAt(0).toUpperCase()}${moment.slice(1)}List`]([...names]);
        }
        return message;
    }
}

/** Properties as a callback answers them; one that states none changes none. */
function propsOf(struct: Message, before: Props): Props {
    return struct === undefined ? before : fromStruct(struct);
}

function duration(seconds: number): string {
    return seconds === 0 ? "" : `${seconds}s`;
}

function decodeTransformed(before: Registration, response: Message): Registration {
    const inputs = propsOf(response.getProperties(), before.inputs);
    const kept = Object.entries(before.propertyDependencies).filter(
        ([property]) => property in inputs,
    );
    const changed = { ...before, inputs, propertyDependencies: Object.fromEntries(kept) };
    const options = response.getOptions();
    if (options === undefined) return changed;
    // A transform that leaves one of these out takes it away.
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named to be left out
    const { protect, retainOnDelete, deleteBeforeReplace, ...rest } = changed;
    return {
        ...rest,
        dependencies: [
            ...options.getDependsOnList(),
            ...kept.flatMap(([, urns]) => urns),
        ] as string[],
        ...(options.hasProtect() ? { protect: options.getProtect() as boolean } : {}),
        ...(options.hasRetainOnDelete()
            ? { retainOnDelete: options.getRetainOnDelete() as boolean }
            : {}),
        ...(options.hasDeleteBeforeReplace()
            ? { deleteBeforeReplace: options.getDeleteBeforeReplace() as boolean }
            : {}),
        ignoreChanges: options.getIgnoreChangesList() as string[],
        replaceOnChanges: options.getReplaceOnChangesList() as string[],
        version: options.getVersion() as string,
        provider: options.getProvider() as string,
        // Taken as they come, as the engine does: the SDK for Node empties them whenever a transform states
        // options of a component (runtime/callbacks.ts), and a remote one's children then get default providers.
        providers: mapField<string>(options, "getProvidersMap"),
        pluginDownloadUrl: options.getPluginDownloadUrl() as string,
        additionalSecretOutputs: options.getAdditionalSecretOutputsList() as string[],
        importId: options.getImport() as string,
        deletedWith: options.getDeletedWith() as string,
        aliases: (options.getAliasesList() as Message[]).map(decodeAliasMessage),
        customTimeouts: decodeTimeouts(options.getCustomTimeouts()),
        hooks: decodeHooks(options.getHooks?.()),
    };
}

function decodeAliasMessage(alias: Message): AliasSpec {
    if (alias.hasUrn()) return { urn: alias.getUrn() as string };
    const spec = alias.getSpec();
    return {
        name: spec.getName() as string,
        type: spec.getType() as string,
        stack: spec.getStack() as string,
        project: spec.getProject() as string,
        parentUrn: spec.getParenturn() as string,
        noParent: spec.getNoparent() as boolean,
    };
}
