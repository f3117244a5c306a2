import { isObject, type Props, UNKNOWN, unwrap } from "../../values";
import type { ProviderConfig } from "../simulation";

/** Where a provider works: what ids, ARNs and host names are made of. */
export interface Place {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
    /** Last part of host names: `amazonaws.com`, in China `amazonaws.com.cn`. */
    readonly suffix: string;
}

/** Used where nobody says a region, as AWS's own tools once did; a note tells. */
export const ASSUMED_REGION = "us-east-1";

/** The account of a run that names none: AWS's own example. */
export const EXAMPLE_ACCOUNT = "123456789012";

/** Reads an input of a provider resource: the SDK JSON-encodes what is not a string. */
export function providerInput(provider: ProviderConfig | undefined, key: string): unknown {
    const value = unwrap(provider?.inputs[key]);
    if (typeof value !== "string" || value === UNKNOWN) return value;
    try {
        return JSON.parse(value) as unknown;
    } catch {
        return value;
    }
}

/** The region that a provider is configured with; undefined when it is not, or when it is not known yet. */
export function providerRegion(provider: ProviderConfig | undefined): string | undefined {
    return known(unwrap(provider?.inputs.region));
}

/**
 * Where a resource or a function lives: its own region, else its provider's.
 * @param account the run's account; a provider that allows exactly one account has that one
 */
export function placeOf(
    provider: ProviderConfig | undefined,
    inputs: Props,
    account: string,
): Place {
    const region = known(unwrap(inputs.region)) ?? providerRegion(provider) ?? ASSUMED_REGION;
    const allowed = providerInput(provider, "allowedAccountIds");
    const only =
        Array.isArray(allowed) && allowed.length === 1 ? known(String(allowed[0])) : undefined;
    return { region, account: only ?? account, ...partitionOf(region) };
}

/** Partition and host name suffix of a region. */
export function partitionOf(region: string): {
    readonly partition: string;
    readonly suffix: string;
} {
    if (region.startsWith("cn-")) return { partition: "aws-cn", suffix: "amazonaws.com.cn" };
    if (region.startsWith("us-gov-")) return { partition: "aws-us-gov", suffix: "amazonaws.com" };
    return { partition: "aws", suffix: "amazonaws.com" };
}

/** A text that is there and known. */
export function known(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" && value !== UNKNOWN ? value : undefined;
}

/** An object without its secret wrapping, or an empty one. */
export function objectOf(value: unknown): Props {
    const inner = unwrap(value);
    return isObject(inner) ? inner : {};
}
