import { isMarked, isObject, type Props, SECRET, secret, UNKNOWN, unwrap } from "../../values";

/** A subnet as the program asks for it, once per zone. */
export interface SubnetSpec {
    readonly type: string;
    readonly name?: string;
    readonly cidrMask?: number;
    readonly size?: number;
    readonly cidrBlocks?: readonly string[];
    readonly assignIpv6AddressOnCreation?: boolean;
    readonly tags?: Props;
}

/** An endpoint as the program asks for it; beside these come properties that go to the resource as they are. */
export interface EndpointSpec {
    readonly serviceName: string;
    readonly properties: Props;
    readonly tags: Props;
    /** In lower case; `gateway` when left out. */
    readonly type: string;
}

/** Arguments of an `awsx.ec2.Vpc`, read from wire form. */
export interface VpcArgs {
    readonly cidrBlock?: string;
    readonly availabilityZoneNames?: readonly string[];
    readonly numberOfAvailabilityZones?: number;
    readonly availabilityZoneCidrMask?: number;
    readonly natStrategy: string;
    readonly elasticIps: readonly unknown[];
    readonly subnetStrategy?: string;
    readonly subnetNameTagStrategy: string;
    readonly subnetSpecs?: readonly SubnetSpec[];
    readonly endpointStrategy: string;
    readonly endpointSpecs: readonly EndpointSpec[];
    readonly assignGeneratedIpv6CidrBlock: boolean;
    readonly region?: unknown;
    readonly tags: Props;
    /** All arguments as they came; the VPC itself takes several as they are. */
    readonly raw: Props;
}

/** Reads the arguments; what is absent stays absent. */
export function readVpcArgs(raw: Props): VpcArgs {
    const nat = bag(raw.natGateways);
    const specs = list(raw.subnetSpecs)?.map(readSubnetSpec);
    return {
        ...optional("cidrBlock", text(raw.cidrBlock)),
        ...optional("availabilityZoneNames", texts(raw.availabilityZoneNames)),
        ...optional("numberOfAvailabilityZones", number(raw.numberOfAvailabilityZones)),
        ...optional("availabilityZoneCidrMask", number(raw.availabilityZoneCidrMask)),
        ...optional("subnetStrategy", text(raw.subnetStrategy)),
        ...optional("subnetSpecs", specs),
        ...optional("region", raw.region),
        natStrategy: text(nat.strategy) ?? "OnePerAz",
        elasticIps: list(nat.elasticIpAllocationIds) ?? [],
        subnetNameTagStrategy: text(raw.subnetNameTagStrategy) ?? "Legacy",
        endpointStrategy: text(raw.vpcEndpointStrategy) ?? "Legacy",
        endpointSpecs: (list(raw.vpcEndpointSpecs) ?? []).map(readEndpointSpec),
        assignGeneratedIpv6CidrBlock: unwrap(raw.assignGeneratedIpv6CidrBlock) === true,
        tags: tags(raw.tags),
        raw,
    };
}

function readSubnetSpec(value: unknown): SubnetSpec {
    const spec = bag(value);
    const assign = unwrap(spec.assignIpv6AddressOnCreation);
    return {
        type: text(spec.type) ?? "",
        ...optional("name", text(spec.name)),
        ...optional("cidrMask", number(spec.cidrMask)),
        ...optional("size", number(spec.size)),
        ...optional("cidrBlocks", texts(spec.cidrBlocks)),
        ...optional(
            "assignIpv6AddressOnCreation",
            typeof assign === "boolean" ? assign : undefined,
        ),
        ...optional("tags", spec.tags === undefined ? undefined : tags(spec.tags)),
    };
}

function readEndpointSpec(value: unknown): EndpointSpec {
    const { tags: own, ...properties } = bag(value);
    return {
        serviceName: text(properties.serviceName) ?? "",
        properties,
        tags: tags(own),
        type: (text(properties.vpcEndpointType) ?? "Gateway").toLowerCase(),
    };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
    return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

/** Tags are merged with others: where all of them are secret, each is. */
function tags(value: unknown): Props {
    const own = bag(value);
    if (!isMarked(value, SECRET)) return own;
    return Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, secret(inner)]));
}

function bag(value: unknown): Props {
    const inner = unwrap(value);
    return isObject(inner) ? inner : {};
}

function list(value: unknown): readonly unknown[] | undefined {
    const inner = unwrap(value);
    return Array.isArray(inner) ? (inner as unknown[]) : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
    return list(value)?.map((element) => String(unwrap(element)));
}

function text(value: unknown): string | undefined {
    const inner = unwrap(value);
    return typeof inner === "string" && inner !== UNKNOWN ? inner : undefined;
}

function number(value: unknown): number | undefined {
    const inner = unwrap(value);
    return typeof inner === "number" ? inner : undefined;
}
