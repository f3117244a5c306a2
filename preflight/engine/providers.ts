import type { Props } from "../values";
import type { PackageRequest, Registration } from "./registration";
import { providedPackage, providerUrn, typeOf } from "./urn";

/** A package that the program registered: a provider with parameters baked in. */
export interface RegisteredPackage {
    readonly name: string;
    readonly version: string;
    readonly pluginDownloadUrl: string;
    readonly parameterization?: { readonly name: string; readonly version: string };
}

/** A default provider to make: the name and inputs that the engine would give it. */
export interface DefaultProvider {
    /** Equal for requests that share a provider. */
    readonly key: string;
    readonly name: string;
    readonly inputs: Props;
}

/** What default providers are made from. */
export interface ProviderSettings {
    /** Stack configuration: `aws:region` becomes the input `region`. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys: readonly string[];
    /** Version of a package's plugin when a request names none. */
    readonly installedVersion: (pkg: string) => string;
    /** Wraps a value as a secret. */
    readonly secret: (value: unknown) => unknown;
}

/** Thrown by the engine when a resource or a function needs a default provider that is disabled. */
export function deniedMessage(pkg: string, who: string): string {
    return `Default provider for '${pkg}' disabled. '${who}' must use an explicit provider.`;
}

/**
 * Whether `pulumi:disable-default-providers` bars the package's default provider.
 * @throws {Error} when the setting is not a JSON list of strings, in the engine's words
 */
export function isDenied(pkg: string, config: Readonly<Record<string, string>>): boolean {
    const setting = config["pulumi:disable-default-providers"];
    if (pkg === "pulumi" || setting === undefined || setting === "") return false;
    let barred: unknown;
    try {
        barred = JSON.parse(setting);
    } catch (error) {
        throw new Error(
            `Failed to parse ${setting}: ${error instanceof Error ? error.message : String(error)}`,
        );
    }
    if (!Array.isArray(barred))
        throw new Error(`Failed to parse ${setting}: expected a list of package names`);
    return barred.some((name: unknown, index) => {
        if (typeof name !== "string") {
            throw new Error(`pulumi:disable-default-providers[${index}] must be a string`);
        }
        return name.trim() === "*" || name.trim() === pkg;
    });
}

/** The default provider that serves a request. Source: default_providers.go in Pulumi's engine. */
export function defaultProvider(
    pkg: string,
    request: PackageRequest,
    registered: RegisteredPackage | undefined,
    settings: ProviderSettings,
): DefaultProvider {
    const version = (registered?.version ?? request.version) || settings.installedVersion(pkg);
    const url = (registered?.pluginDownloadUrl ?? request.pluginDownloadUrl).replace(/\/$/, "");
    return {
        key: [pkg, version, url, request.packageRef].join("\n"),
        name: defaultName(registered?.parameterization?.version ?? version, url),
        inputs: {
            ...packageConfig(pkg, settings),
            ...providerInputs(version, url, registered),
        },
    };
}

/** Inputs by which the engine remembers a provider's plugin; what is not the version lies under `__internal`. */
export function providerInputs(
    version: string,
    url: string,
    registered?: RegisteredPackage,
): Props {
    const parameterization = registered?.parameterization;
    if (version === "" && url === "" && parameterization === undefined) return {};
    return {
        ...(version === "" ? {} : { version: parameterization?.version ?? version }),
        __internal: {
            ...(url === "" ? {} : { pluginDownloadURL: url }),
            ...(parameterization === undefined ? {} : { name: registered?.name, version }),
        },
    };
}

/** A provider's outputs are its inputs, but for what the engine keeps of its plugin. Source: FilterProviderConfig. */
export function providerOutputs(inputs: Props): Props {
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "__internal"));
}

/** `default_7_48_0`, with the download address behind it when there is one. Source: ProviderRequest.DefaultName. */
function defaultName(version: string, url: string): string {
    const base = version === "" ? "default" : `default_${version.replace(/[.+-]/g, "_")}`;
    return url === "" ? base : `${base}_${url.replace(/^[a-z]+:\/\//, "")}`;
}

/** Configuration of a package's default provider. Source: Target.GetPackageConfig. */
function packageConfig(pkg: string, settings: ProviderSettings): Props {
    // The engine's own provider takes no configuration (builtins.go), a dynamic one all of it, under whole names.
    if (pkg === "pulumi") return {};
    const isDynamic = pkg === "pulumi-nodejs";
    const inputs: Props = {};
    for (const [key, value] of Object.entries(settings.config)) {
        if (!isDynamic && !key.startsWith(`${pkg}:`)) continue;
        const isSecret = settings.secretConfigKeys.includes(key);
        inputs[isDynamic ? key : key.slice(pkg.length + 1)] = isSecret
            ? settings.secret(value)
            : value;
    }
    return inputs;
}

/** The package that a provider reference serves. */
export function referencedPackage(reference: string): string {
    return providedPackage(typeOf(providerUrn(reference)));
}

/** An explicit provider with the inputs by which the engine remembers its plugin. */
export function withPluginInputs(
    registration: Registration,
    registered: RegisteredPackage | undefined,
): Registration {
    const { version, pluginDownloadUrl, inputs } = registration;
    return {
        ...registration,
        inputs: { ...inputs, ...providerInputs(version, pluginDownloadUrl, registered) },
    };
}
