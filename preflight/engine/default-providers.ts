import type { Resource } from "./graph";
import {
    defaultProvider,
    deniedMessage,
    isDenied,
    type ProviderSettings,
    type RegisteredPackage,
} from "./providers";
import { blankRegistration, type PackageRequest, type Registration } from "./registration";
import { referenceOf } from "./urn";

/** The packages that a program registers, and the providers that serve what names none: each is made for the first to ask. */
export class DefaultProviders {
    private readonly made = new Map<string, Promise<string>>();
    private readonly packages = new Map<string, RegisteredPackage>();

    /** @param register makes a provider a resource of the stack */
    constructor(
        private readonly settings: ProviderSettings,
        private readonly register: (registration: Registration) => Promise<Resource>,
    ) {}

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

    /** The package of a reference that `registerPackage` gave out. */
    public package(ref: string): RegisteredPackage | undefined {
        return this.packages.get(ref);
    }

    /**
     * The reference of the default provider for a package.
     * @param who type, URN or function that asks, for the message
     * @throws {Error} in the engine's words when default providers are disabled
     */
    public async of(pkg: string, request: PackageRequest, who: string): Promise<string> {
        const registered = this.package(request.packageRef);
        if (request.packageRef !== "" && registered === undefined) {
            throw new Error(`unknown provider package '${request.packageRef}'`);
        }
        if (isDenied(pkg, this.settings.config)) throw new Error(deniedMessage(pkg, who));
        const wanted = defaultProvider(pkg, request, registered, this.settings);
        const made =
            this.made.get(wanted.key) ??
            this.register({
                ...blankRegistration(`pulumi:providers:${pkg}`, wanted.name),
                inputs: wanted.inputs,
            }).then((resource) => referenceOf(resource));
        this.made.set(wanted.key, made);
        return made;
    }
}
