import type { ProviderConfig } from "../cloud/simulation";
import { UNKNOWN, lowerProps, secret, type Props } from "../values";
import { describeResource } from "./resource-description";
import type { EngineOptions, Node, RunHooks } from "./engine-options";
import type { Note, Resource } from "./graph";
import { chooseProvider, inherit } from "./inheritance";
import { DefaultProviders } from "./default-providers";
import { providerOutputs, withPluginInputs } from "./providers";
import { blankRegistration, type ReadRegistration, type Registration } from "./registration";
import { markSecret } from "./secrets";
import { checkToken, createUrn, isProviderType, packageOf, providerUrn } from "./urn";
import { builtinCreate, builtinRead, isBuiltin, simulatedId } from "./builtins";

export type { EngineOptions, Node, Remediate, RunHooks } from "./engine-options";

/** The state of one deployment: what Pulumi's engine holds, without protocol and without plugins. */
export class Engine {
    private readonly nodes = new Map<string, Node>();
    private readonly taken = new Set<string>();
    private readonly ownNotes: Note[] = [];
    public readonly defaultProviders: DefaultProviders;
    public runHooks: RunHooks = () => Promise.resolve();

    constructor(public readonly options: EngineOptions) {
        const settings = {
            config: options.config,
            secretConfigKeys: options.secretConfigKeys,
            installedVersion: options.installedVersion ?? (() => ""),
            secret,
        };
        this.defaultProviders = new DefaultProviders(settings, (provider) => this.step(provider));
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
            return withPluginInputs(
                registration,
                this.defaultProviders.package(registration.packageRef),
            );
        }
        if (registration.provider !== "" || !(registration.custom || registration.remote)) {
            return { ...registration, providers };
        }
        const who = registration.custom ? this.urnOf(registration) : registration.type;
        const provider = await this.defaultProviders.of(
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
        const planned = describeResource(
            urn,
            registration,
            inputs,
            this.parentAliases(registration),
            this.options,
        );
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
                : await this.defaultProviders.of(packageOf(request.type), request, request.type));
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
            ? builtinRead(request.type, request.id, inputs)
            : this.options.simulation.read({
                  ...base,
                  id: request.id,
                  ...(config && { provider: config }),
              });
        const resource: Resource = {
            ...describeResource(
                urn,
                { ...registration, provider },
                inputs,
                this.parentAliases(registration),
                this.options,
            ),
            external: true,
            id: state.id,
            outputs: markSecret(state.outputs, request.additionalSecretOutputs),
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
        if (isProviderType(type)) return { ...planned, id, outputs: providerOutputs(inputs) };
        const request = {
            urn,
            type,
            name,
            inputs,
            preview: this.isPreview,
            ...(provider && { provider }),
        };
        const { simulation } = this.options;
        const { importId } = planned;
        const created = isBuiltin(type)
            ? builtinCreate(type, id, inputs)
            : importId === ""
              ? simulation.create(request)
              : simulation.read({ ...request, id: importId });
        return {
            ...planned,
            id: importId || created.id,
            outputs: markSecret(created.outputs, planned.additionalSecretOutputs),
            guessed: created.guessed,
        };
    }

    private parentAliases({ parent }: Pick<Registration, "parent">): readonly string[] {
        return this.nodes.get(parent)?.resource.aliases ?? [];
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
