import { NAMESPACE } from "./decode";
import { type Problems, shown } from "./problems";
import { REGION } from "./region";

/** Namespaces that Pulumi and the providers of this program read themselves. */
const NAMESPACES = ["aws", "awsx", "pulumi"];

/**
 * Takes the keys of other namespaces out of a stack file. A region other than ours is refused (P-07), and so is a
 * namespace that nobody reads.
 */
export function ownKeys(
    raw: Readonly<Record<string, unknown>>,
    problems: Problems,
): Readonly<Record<string, unknown>> {
    const own: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(raw)) {
        const namespace = key.includes(":") ? key.slice(0, key.indexOf(":")) : undefined;
        if (namespace === undefined) own[key] = value;
        else if (key === "aws:region" && value !== REGION) {
            problems.add(key, shown(value), `"${REGION}", or no such key (P-07)`);
        } else if (!NAMESPACES.includes(namespace)) {
            problems.add(key, `the unknown namespace "${namespace}"`, `"${NAMESPACE}"`);
        }
    }
    return own;
}
