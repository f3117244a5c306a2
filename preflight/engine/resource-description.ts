import type { Props } from "../values";
import { aliasUrns } from "./aliases";
import { sortedDependencies, sortedUrns } from "./dependencies";
import type { Resource } from "./graph";
import type { Registration } from "./registration";

/** Aliases that a resource may inherit; type aliases double with each level, and nobody nests renamed components deeper. */
const MAX_INHERITED = 16;

/** A resource as registered, before it is created: no id and no outputs yet. */
export function describeResource(
    urn: string,
    registration: Registration,
    inputs: Props,
    parentAliases: readonly string[],
    { stack, project }: { readonly stack: string; readonly project: string },
): Resource {
    const { parent, type, name, source, deleteBeforeReplace } = registration;
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
            parentAliases.slice(0, MAX_INHERITED),
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
