import type { ProviderConfig, Simulation } from "../cloud/simulation";
import { UNKNOWN, lowerProps, secret, type Props } from "../values";
import { aliasUrns } from "./aliases";
import { sortedDependencies, sortedUrns } from "./dependencies";
import type { Mode, Note, Resource } from "./graph";
import { chooseProvider, inherit, type Inheritable } from "./inheritance";
import {
    defaultProvider,
    deniedMessage,
    isDenied,
    providerInputs,
    type ProviderSettings,
    type RegisteredPackage,
} from "./providers";
import {
    blankRegistration,
    type Callback,
    type PackageRequest,
    type ReadRegistration,
    type Registration,
} from "./registration";
import { annotateSecrets, markSecret } from "./secrets";
import { createUrn, isProviderType, packageOf, providerUrn } from "./urn";
import { builtinCreate, builtinRead, isBuiltin, simulatedId } from "./builtins";

/** What a remediating policy is shown, after Check and before Create. */
export interface Remediable {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: Props;
    readonly registration: Registration;
    readonly provider?: ProviderConfig & { readonly name: string };
}

/** Inputs as the policies want them, and what to tell the reader. */
export interface Remediation {
    readonly inputs: Props;
    readonly notes: readonly Note[];
}

/** Runs the remediating policies on a resource; called one resource at a time. */
export type Remediate = (resource: Remediable) => Promise<Remediation>;

/** Everything the engine is told about a deployment. */
export interface EngineOptions {
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    readonly mode: Mode;
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys: readonly string[];
    readonly simulation: Simulation;
    readonly remediate?: Remediate;
    /** Version of a package as installed beside the program; empty when it is not. */
    readonly installedVersion?: (pkg: string) => string;
    /** Called after each resource. */
    readonly onResource?: (resource: Resource) => void;
}

/** A resource and what its children take from it. */
export interface Node extends Inheritable {
    resource: Resource;
    readonly providers: Readonly<Record<string, string>>;
    transforms: readonly Callback[];
}

/** Called around Create; gives the resource's hooks their turn. */
export type RunHooks = (
    moment: "beforeCreate" | "afterCreate",
    resource: Resource,
    registration: Registration,
) => Promise<void>;

/** The state of one deployment: what Pulumi's engine holds, without protocol and without plugins. */
export class Engine {
    private readonly nodes = new Map<string, Node>();
    private readonly taken = new Set<string>();
    private readonly defaults = new Map<string, Promise<string>>();
    private readonly packages = new Map<string, RegisteredPackage>();
    private readonly ownNotes: Note[] = [];
    private readonly providerSettings: ProviderSettings;
    public runHooks: RunHooks = () => Promise.resolve();

    constructor(public readonly options: EngineOptions) {
        this.providerSettings = {
            config: options.config,
            secretConfigKeys: options.secretConfigKeys,
            installedVersion: options.installedVersion ?? (() => ""),
            secret,
        };
    }

    /** Resources in the order of their registration. */
    public get resources(): readonly Resource[] {
        return [...this.nodes.values()].map((node) => node.resource);
    }

    /** What the reader must know about the run. */
    public get notes(): readonly Note[] {
        return [...this.ownNotes, ...this.options.simulation.notes];
    }

    /** Adds a note once. */
    public note(note: Note): void {
        const known = this.ownNotes.some(
            (n) => n.kind === note.kind && n.urn === note.urn && n.message === note.message,
        );
        if (!known) this.ownNotes.push(note);
    }

    /** The resource of this URN and what its children inherit. */
    public node(urn: string): Node | undefined {
        return this.nodes.get(urn);
    }

    /** Whether nothing has a simulated value. */
    public get isPreview(): boolean {
        return this.options.mode === "preview";
    }

    /** Makes a package known that carries its parameters with it; the reference names it in later requests. */
    public registerPackage(registered: RegisteredPackage): string {
        const parameters = registered.parameterization;
        const ref = [
            registered.name,
            registered.version,
            parameters?.name ?? "",
            parameters?.version ?? "",
        ].join("/");
        this.packages.set(ref, registered);
        return ref;
    }

    /** The provider behind a reference, as its plugin would be configured. */
    public providerConfig(reference: string): (ProviderConfig & { name: string }) | undefined {
        const resource = this.nodes.get(providerUrn(reference))?.resource;
        if (resource === undefined) return undefined;
        return {
            urn: resource.urn,
            type: resource.type,
            name: resource.name,
            inputs: resource.inputs,
        };
    }

    /**
     * The reference of the default provider for a package, registered as a resource when it is the first to ask.
     * @param who type, URN or function that asks, for the message
     * @throws {Error} in the engine's words when default providers are disabled
     */
    public defaultProvider(pkg: string, request: PackageRequest, who: string): Promise<string> {
        const registered = this.packages.get(request.packageRef);
        if (request.packageRef !== "" && registered === undefined) {
            return Promise.reject(new Error(`unknown provider package '${request.packageRef}'`));
        }
        try {
            if (isDenied(pkg, this.options.config))
                return Promise.reject(new Error(deniedMessage(pkg, who)));
        } catch (error) {
            return Promise.reject(error as Error);
        }
        const wanted = defaultProvider(pkg, request, registered, this.providerSettings);
        const known = this.defaults.get(wanted.key);
        if (known !== undefined) return known;
        const made = this.step({
            ...blankRegistration(`pulumi:providers:${pkg}`, wanted.name),
            inputs: wanted.inputs,
        }).then((resource) => referenceOf(resource));
        this.defaults.set(wanted.key, made);
        return made;
    }

    /** What a registration takes from its parent. @throws {Error} when the parent is not there */
    public inherited(registration: Registration): Registration {
        this.checkParent(registration.parent);
        const parent = this.nodes.get(registration.parent);
        const child = inherit(registration, parent);
        const provider =
            child.custom || child.remote
                ? chooseProvider(child, parent?.providers)
                : child.provider;
        return { ...child, provider };
    }

    /** Completes a registration after its transforms: providers of the parent component, default provider. */
    public async completed(registration: Registration): Promise<Registration> {
        if (registration.custom || registration.remote) checkToken(registration.type);
        const providers = registration.custom
            ? registration.providers
            : { ...this.nodes.get(registration.parent)?.providers, ...registration.providers };
        if (isProviderType(registration.type)) {
            const registered = this.packages.get(registration.packageRef);
            const own = providerInputs(
                registration.version,
                registration.pluginDownloadUrl,
                registered,
            );
            return { ...registration, inputs: { ...registration.inputs, ...own } };
        }
        if (registration.provider !== "" || !(registration.custom || registration.remote)) {
            return { ...registration, providers };
        }
        const who = registration.custom ? this.urnOf(registration) : registration.type;
        const provider = await this.defaultProvider(
            packageOf(registration.type),
            registration,
            who,
        );
        return { ...registration, providers, provider };
    }

    /** Registers a completed registration: Check, remediation, Create. @throws {Error} for a URN that is taken */
    public async step(registration: Registration): Promise<Resource> {
        const { options } = this;
        const urn = this.claim(registration);
        const isProvider = isProviderType(registration.type);
        const managed = registration.custom && !isProvider;
        const config = managed ? this.requiredProvider(registration.provider) : undefined;
        const base = {
            urn,
            type: registration.type,
            name: registration.name,
            preview: this.isPreview,
        };
        let inputs = lowerProps(registration.inputs);
        if (managed && !isBuiltin(registration.type)) {
            inputs = options.simulation.check({
                ...base,
                inputs,
                ...(config && { provider: config }),
            });
        }
        if (options.remediate !== undefined) {
            const remediation = await options.remediate({
                ...base,
                inputs,
                registration,
                ...(config && { provider: config }),
            });
            inputs = remediation.inputs;
            remediation.notes.forEach((note) => {
                this.note(note);
            });
        }
        const planned = this.describe(urn, registration, inputs);
        if (registration.hooks.beforeCreate !== undefined)
            await this.runHooks("beforeCreate", planned, registration);
        const created = this.create(planned, config);
        this.add(created, registration);
        if (registration.hooks.afterCreate !== undefined)
            await this.runHooks("afterCreate", created, registration);
        return created;
    }

    /** Reads a resource that the program does not manage. */
    public async read(request: ReadRegistration): Promise<Resource> {
        this.checkParent(request.parent);
        checkToken(request.type);
        const registration: Registration = {
            ...blankRegistration(request.type, request.name),
            ...request,
            propertyDependencies: {},
        };
        const provider =
            request.provider ||
            (isProviderType(request.type)
                ? ""
                : await this.defaultProvider(packageOf(request.type), request, request.type));
        const urn = this.claim(registration);
        const config = this.providerConfig(provider);
        const inputs = lowerProps(request.inputs);
        const base = {
            urn,
            type: request.type,
            name: request.name,
            preview: this.isPreview,
            inputs,
        };
        const state = isBuiltin(request.type)
            ? builtinRead(request.type, request.id, inputs, this.isPreview)
            : this.options.simulation.read({
                  ...base,
                  id: request.id,
                  ...(config && { provider: config }),
              });
        const resource: Resource = {
            ...this.describe(urn, { ...registration, provider }, inputs),
            external: true,
            id: state.id,
            outputs: markSecret(
                annotateSecrets(state.outputs, inputs),
                request.additionalSecretOutputs,
            ),
            guessed: state.guessed,
        };
        this.add(resource, registration);
        return resource;
    }

    /** Sets what a component says of itself at the end. @throws {Error} for a resource that is not there */
    public setOutputs(urn: string, outputs: Props, guessed = false): void {
        const node = this.nodes.get(urn);
        if (node === undefined) throw new Error(`unknown resource ${urn}`);
        node.resource = { ...node.resource, outputs, guessed: node.resource.guessed || guessed };
    }

    /** URN that a registration gets. */
    public urnOf(registration: Pick<Registration, "parent" | "type" | "name">): string {
        const { stack, project } = this.options;
        return createUrn(stack, project, registration.parent, registration.type, registration.name);
    }

    private claim(registration: Pick<Registration, "parent" | "type" | "name">): string {
        const urn = this.urnOf(registration);
        if (this.taken.has(urn))
            throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
        this.taken.add(urn);
        return urn;
    }

    private checkParent(parent: string): void {
        if (parent !== "" && !this.nodes.has(parent))
            throw new Error(`could not find parent resource ${parent}`);
    }

    private requiredProvider(reference: string): ProviderConfig & { name: string } {
        const config = this.providerConfig(reference);
        if (config === undefined) throw new Error(`unknown provider '${reference}'`);
        return config;
    }

    private create(planned: Resource, provider: ProviderConfig | undefined): Resource {
        const { urn, type, name, inputs } = planned;
        if (!planned.custom) return planned;
        const id = this.isPreview ? UNKNOWN : simulatedId(urn);
        if (isProviderType(type)) return { ...planned, id, outputs: inputs };
        const request = {
            urn,
            type,
            name,
            inputs,
            preview: this.isPreview,
            ...(provider && { provider }),
        };
        const created = isBuiltin(type)
            ? builtinCreate(type, id, inputs)
            : this.options.simulation.create(request);
        return {
            ...planned,
            id: planned.importId || created.id,
            outputs: markSecret(
                annotateSecrets(created.outputs, inputs),
                planned.additionalSecretOutputs,
            ),
            guessed: created.guessed,
        };
    }

    private describe(urn: string, registration: Registration, inputs: Props): Resource {
        const { stack, project } = this.options;
        const { parent, type, name, source, deleteBeforeReplace } = registration;
        const parentAliases = this.nodes.get(parent)?.resource.aliases ?? [];
        return {
            urn,
            type,
            name,
            parent,
            custom: registration.custom,
            remote: registration.remote,
            external: false,
            provider: registration.custom ? registration.provider : "",
            id: "",
            inputs,
            outputs: {},
            dependencies: sortedUrns(registration.dependencies),
            propertyDependencies: sortedDependencies(registration.propertyDependencies),
            protect: registration.protect ?? false,
            ignoreChanges: registration.ignoreChanges,
            replaceOnChanges: registration.replaceOnChanges,
            additionalSecretOutputs: registration.additionalSecretOutputs,
            aliases: aliasUrns(
                registration.aliases,
                { stack, project, parent, type, name },
                parentAliases,
            ),
            ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
            retainOnDelete: registration.retainOnDelete ?? false,
            deletedWith: registration.deletedWith,
            importId: registration.importId,
            customTimeouts: registration.customTimeouts,
            ...(source === undefined ? {} : { source }),
            guessed: false,
        };
    }

    private add(resource: Resource, registration: Registration): void {
        const { protect, retainOnDelete } = registration;
        this.nodes.set(resource.urn, {
            resource,
            providers: resource.custom ? {} : registration.providers,
            transforms: registration.transforms,
            provider: registration.provider,
            deletedWith: registration.deletedWith,
            ...(protect === undefined ? {} : { protect }),
            ...(retainOnDelete === undefined ? {} : { retainOnDelete }),
        });
        this.options.onResource?.(resource);
    }
}

/** `urn::id` of a provider resource; the id is the unknown one where there is none yet. */
export function referenceOf(resource: Pick<Resource, "urn" | "id">): string {
    return `${resource.urn}::${resource.id === "" ? UNKNOWN : resource.id}`;
}

function checkToken(type: string): void {
    if (type.split(":").length < 3) {
        throw new Error(`Type '${type}' is not a valid type token (must have format '*:*:*')`);
    }
}
