import { containsSecret, containsUnknown, type Props, secret, UNKNOWN, unwrap } from "../../values";
import type { ProviderConfig } from "../simulation";
import { objectOf, providerInput } from "./context";

/**
 * `tagsAll` as pulumi-aws fills it in (provider/tags.go): the provider's default tags under the resource's own, less the
 * ignored ones; unknown as soon as any part is. The real provider never puts default tags into `tags`.
 */
export function allTags(tags: unknown, provider: ProviderConfig | undefined): unknown {
    const defaults = providerInput(provider, "defaultTags");
    const ignored = providerInput(provider, "ignoreTags");
    if ([defaults, ignored, tags].some(containsUnknown)) return UNKNOWN;
    const merged: Props = {};
    for (const bag of [objectOf(objectOf(defaults).tags), objectOf(tags)]) {
        for (const [key, value] of Object.entries(bag)) {
            if (!isIgnored(key, objectOf(ignored))) merged[key] = unwrap(value);
        }
    }
    return containsSecret(tags) || containsSecret(defaults) ? secret(merged) : merged;
}

function isIgnored(key: string, ignored: Props): boolean {
    const { keys, keyPrefixes } = ignored;
    return (
        (Array.isArray(keys) && keys.includes(key)) ||
        (Array.isArray(keyPrefixes) &&
            keyPrefixes.some((prefix) => typeof prefix === "string" && key.startsWith(prefix)))
    );
}
