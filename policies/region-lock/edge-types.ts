import { tokensOf, type GlobalTypes } from "./global-types";

/** Resource types that answer from, keep data in, or send data through places outside one region, by what they belong to. */
const EDGE: readonly (GlobalTypes & { readonly name: string })[] = [
    {
        name: "CloudFront, which caches answers in every part of the world",
        service: "cloudfront",
        resources: [
            "AnycastIpList",
            "CachePolicy",
            "ConnectionFunction",
            "ConnectionGroup",
            "ContinuousDeploymentPolicy",
            "Distribution",
            "DistributionTenant",
            "FieldLevelEncryptionConfig",
            "FieldLevelEncryptionProfile",
            "Function",
            "KeyGroup",
            "KeyValueStore",
            "KeyvaluestoreKey",
            "KeyvaluestoreKeysExclusive",
            "MonitoringSubscription",
            "MultitenantDistribution",
            "OriginAccessControl",
            "OriginAccessIdentity",
            "OriginRequestPolicy",
            "PublicKey",
            "RealtimeLogConfig",
            "ResponseHeadersPolicy",
            "TrustStore",
            "VpcOrigin",
        ],
    },
    {
        name: "Global Accelerator, which takes connections in every part of the world",
        service: "globalaccelerator",
        resources: [
            "Accelerator",
            "CrossAccountAttachment",
            "CustomRoutingAccelerator",
            "CustomRoutingEndpointGroup",
            "CustomRoutingListener",
            "EndpointGroup",
            "Listener",
        ],
    },
    {
        name: "the web application firewall of CloudFront",
        service: "waf",
        resources: [
            "ByteMatchSet",
            "GeoMatchSet",
            "IpSet",
            "RateBasedRule",
            "RegexMatchSet",
            "RegexPatternSet",
            "Rule",
            "RuleGroup",
            "SizeConstraintSet",
            "SqlInjectionMatchSet",
            "WebAcl",
            "XssMatchSet",
        ],
    },
    {
        name: "S3's Multi-Region Access Points, which lead to buckets of several regions",
        service: "s3control",
        resources: [
            "MultiRegionAccessPoint",
            "MultiRegionAccessPointPolicy",
            "MultiRegionAccessPointRoutes",
        ],
    },
    {
        name: "Amplify's hosting, which serves through CloudFront",
        service: "amplify",
        resources: ["App", "BackendEnvironment", "Branch", "DomainAssociation", "Webhook"],
    },
    {
        name: "a content delivery network",
        service: "lightsail",
        resources: ["Distribution"],
    },
    {
        name: "AppSync's own domain names, which are served through CloudFront",
        service: "appsync",
        resources: ["DomainName", "DomainNameApiAssociation"],
    },
    {
        name: "Region switch, which moves what runs here to another region",
        service: "arcregionswitch",
        resources: ["Plan"],
    },
    {
        name: "the query log of public zones, which is kept in us-east-1",
        service: "route53",
        resources: ["QueryLog"],
    },
];

/** Type tokens, with what a resource of the type belongs to. */
export const EDGE_TYPES: ReadonlyMap<string, string> = new Map(
    EDGE.flatMap((types) => tokensOf(types).map((token) => [token, types.name] as const)),
);
