import type { Registration } from "./registration";
import { referencedPackage } from "./providers";
import { packageOf } from "./urn";

/** What a child takes over from its parent's registration. */
export interface Inheritable {
    readonly protect?: boolean;
    readonly retainOnDelete?: boolean;
    readonly deletedWith: string;
    readonly provider: string;
}

/**
 * A registration with what its parent passes on: `protect`, `retainOnDelete`, `deletedWith`, and the provider
 * where it serves the child's package or the child is a local component. Source: inheritFromParent in source_eval.go.
 */
export function inherit(child: Registration, parent: Inheritable | undefined): Registration {
    if (parent === undefined) return child;
    const isLocalComponent = !child.custom && !child.remote;
    const takesProvider =
        child.provider === "" &&
        parent.provider !== "" &&
        (isLocalComponent || referencedPackage(parent.provider) === packageOf(child.type));
    const protect = child.protect ?? parent.protect;
    const retainOnDelete = child.retainOnDelete ?? parent.retainOnDelete;
    return {
        ...child,
        deletedWith: child.deletedWith === "" ? parent.deletedWith : child.deletedWith,
        provider: takesProvider ? parent.provider : child.provider,
        ...(protect === undefined ? {} : { protect }),
        ...(retainOnDelete === undefined ? {} : { retainOnDelete }),
    };
}

/** A resource's own reference, then its own `providers`, then those of the parent component. */
export function chooseProvider(
    registration: Pick<Registration, "provider" | "providers" | "type">,
    parentProviders: Readonly<Record<string, string>> | undefined,
): string {
    const pkg = packageOf(registration.type);
    return registration.provider || (registration.providers[pkg] ?? parentProviders?.[pkg] ?? "");
}
