/** Namespace of this program's own keys: the name of the project in Pulumi.yaml. */
export const NAMESPACE = "appsonic-platform";

/**
 * Turns Pulumi's configuration (`namespace:key` → text, structured values as JSON) into what the stack file says. Keys
 * of this program lose their namespace, others keep it.
 */
export function decode(all: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    const prefix = `${NAMESPACE}:`;
    return Object.fromEntries(
        Object.entries(all).map(([key, value]) => [
            key.startsWith(prefix) ? key.slice(prefix.length) : key,
            decodeValue(value),
        ]),
    );
}

/** Numbers stay text: an account id is none, and no key of the first level is one. */
function decodeValue(text: string): unknown {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" || typeof value === "boolean" ? value : text;
    } catch {
        return text;
    }
}
