import type { ProviderConfig, ProviderRequest } from "../../../preflight/cloud/simulation";
import type { Props } from "../../../preflight/values";

/** A provider of AWS with the given inputs beside its region. */
export function awsProvider(inputs: Props = {}): ProviderConfig {
    return {
        urn: "urn:pulumi:dev::shop::pulumi:providers:aws::main",
        type: "pulumi:providers:aws",
        inputs: { region: "eu-west-1", ...inputs },
    };
}

/** A request for one resource, in an update of a provider in eu-west-1. */
export function request(
    type: string,
    inputs: Props = {},
    more: Partial<ProviderRequest> = {},
): ProviderRequest {
    const name = more.name ?? "orders";
    return {
        urn: `urn:pulumi:dev::shop::${type}::${name}`,
        type,
        name,
        inputs,
        preview: false,
        provider: awsProvider(),
        ...more,
    };
}
