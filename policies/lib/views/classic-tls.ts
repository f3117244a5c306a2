import type { PolicyResource } from "@pulumi/policy";
import type { Inputs } from "../policy";
import { flagOf, itemsOf, numberOf, textOf } from "../properties";
import type { StackIndex } from "../stack-index";
import {
    CLASSIC_LISTENER_POLICY_TYPES,
    CLASSIC_NEGOTIATION_TYPES,
    CLASSIC_POLICY_TYPES,
    CLASSIC_TYPES,
} from "./load-balancers";
import { elbTlsPolicy, type TlsPolicy, type TlsVersion } from "./tls-policies";

/** Types that say what TLS a classic load balancer admits. */
export const CLASSIC_TLS_TYPES = [...CLASSIC_POLICY_TYPES, ...CLASSIC_NEGOTIATION_TYPES] as const;

/** Attributes that enable a version, oldest first. */
const VERSIONS: readonly (readonly [attribute: string, version: TlsVersion])[] = [
    ["Protocol-SSLv3", "SSL 3.0"],
    ["Protocol-TLSv1", "TLS 1.0"],
    ["Protocol-TLSv1.1", "TLS 1.1"],
    ["Protocol-TLSv1.2", "TLS 1.2"],
];

/** Key exchange that gives forward secrecy. */
const EPHEMERAL = /^(ECDHE|DHE|EDH)-/;

/**
 * What a resource of one of `CLASSIC_TLS_TYPES` admits: AWS's policy that it refers to, or the versions and ciphers that it enables
 * one by one; `undefined` for a policy or a version that is not known here, and when no version is enabled. Throws while it is not
 * known yet.
 */
export function negotiatedTls(props: Inputs): TlsPolicy | undefined {
    const enabled: string[] = [];
    for (const { value } of ["attributes", "policyAttributes"].flatMap((key) =>
        itemsOf(props, key),
    )) {
        const name = textOf(value, "name") ?? "";
        if (name === "Reference-Security-Policy") return elbTlsPolicy(textOf(value, "value") ?? "");
        if (flagOf(value, "value") === true) enabled.push(name);
    }
    const versions = enabled.filter((name) => name.startsWith("Protocol-"));
    const minimum = VERSIONS.find(([attribute]) => versions.includes(attribute))?.[1];
    const areKnown = versions.every((name) => VERSIONS.some(([attribute]) => attribute === name));
    if (minimum === undefined || !areKnown) return undefined;
    const ciphers = enabled.filter(
        (name) => !name.startsWith("Protocol-") && name !== "Server-Defined-Cipher-Order",
    );
    return { minimum, forwardSecrecy: ciphers.every((name) => EPHEMERAL.test(name)) };
}

/** Whether a resource of one of `CLASSIC_TLS_TYPES` is about TLS at all. Throws while it is not known yet. */
export function isTlsPolicy(type: string, props: Inputs): boolean {
    return (
        CLASSIC_NEGOTIATION_TYPES.some((each) => each === type) ||
        textOf(props, "policyTypeName") === "SSLNegotiationPolicyType"
    );
}

/** Whether a classic load balancer's listener is given a TLS policy of any kind. Throws while that is not known yet. */
export function hasTlsPolicy(
    stack: StackIndex,
    balancer: PolicyResource,
    port: number | undefined,
): boolean {
    const negotiates = ({ props }: PolicyResource): boolean => numberOf(props, "lbPort") === port;
    const names = stack
        .ofType(...CLASSIC_POLICY_TYPES)
        .filter(({ type, props }) => isTlsPolicy(type, props))
        .map(({ props }) => textOf(props, "policyName"));
    const assigns = ({ props }: PolicyResource): boolean =>
        numberOf(props, "loadBalancerPort") === port &&
        itemsOf(props, "policyNames").some(({ text }) => names.includes(text));
    return (
        isReferred(stack, CLASSIC_NEGOTIATION_TYPES, "loadBalancer", balancer, negotiates) ||
        isReferred(stack, CLASSIC_LISTENER_POLICY_TYPES, "loadBalancerName", balancer, assigns)
    );
}

/** Whether a fitting resource refers to the load balancer. */
function isReferred(
    stack: StackIndex,
    from: readonly string[],
    property: string,
    balancer: PolicyResource,
    fits: (resource: PolicyResource) => boolean,
): boolean {
    const references = stack.refer(from, property, CLASSIC_TYPES);
    if (references.to(balancer).some(fits)) return true;
    // One that does not say yet whom it is for may be for this one: reading that throws.
    for (const { props } of references.unresolved.filter(fits)) textOf(props, property);
    return false;
}
