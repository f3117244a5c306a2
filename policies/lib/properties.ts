import type { Inputs } from "./policy";

/**
 * Whether a property is set, be its value known or not yet. Null counts as not set, as it does for Pulumi. Ask this before
 * reading: a value that is not known yet cannot be read, and one that is absent has AWS's default.
 */
export function isSet(props: Inputs, key: string): boolean {
    // A descriptor shows the SDK's stand-in for an unknown value, where reading the property would throw.
    const value: unknown = Object.getOwnPropertyDescriptor(props, key)?.value;
    return value !== undefined && value !== null;
}
