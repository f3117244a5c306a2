import type { Inputs } from "../policy";
import { flagOf, isFilled, type Item, itemsOf, objectOf, textOf } from "../properties";

/** CloudFront's distributions, with one tenant or many. */
export const DISTRIBUTION_TYPES = [
    "aws:cloudfront/distribution:Distribution",
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
] as const;

/** What says how CloudFront reaches an origin: distributions, and origins in a VPC, which distributions refer to. */
export const ORIGIN_TYPES = [...DISTRIBUTION_TYPES, "aws:cloudfront/vpcOrigin:VpcOrigin"] as const;

/** How a distribution treats requests to some paths. Reading a value that is not known yet throws. */
export interface CacheBehavior {
    /** Property that holds it, for messages. */
    readonly path: string;
    /** Top-level property that holds it, by which the engine knows what it was made of. */
    readonly property: string;
    /** What viewers may speak: `https-only`, `redirect-to-https` or `allow-all`. */
    readonly viewerProtocolPolicy: string | undefined;
    /** Whether a policy sets headers of responses, be it known or not yet which. */
    readonly hasResponseHeadersPolicy: boolean;
    /** Which policy does; empty when none does. */
    readonly responseHeadersPolicyId: string;
}

/** How CloudFront reaches an origin. Reading a value that is not known yet throws. */
interface OriginConnection {
    /** Property that holds it, for messages. */
    readonly path: string;
    /** What CloudFront speaks: `https-only`, `http-only` or `match-viewer`. */
    readonly protocolPolicy: string | undefined;
    /** Versions of TLS that it may speak. */
    readonly tlsVersions: readonly Pick<Item, "text">[];
}

/** Reads a distribution's cache behaviours, one list at a time: an unknown one hides none of the others. */
export const behaviorLists: readonly ((props: Inputs) => readonly CacheBehavior[])[] = [
    "defaultCacheBehavior",
    "orderedCacheBehaviors",
    "cacheBehaviors",
].map(
    (property) => (props: Inputs) =>
        itemsOf(props, property).map((item) => ({
            path: item.path,
            property,
            get viewerProtocolPolicy() {
                return textOf(item.value, "viewerProtocolPolicy");
            },
            get hasResponseHeadersPolicy() {
                return isFilled(item.value, "responseHeadersPolicyId");
            },
            get responseHeadersPolicyId() {
                return textOf(item.value, "responseHeadersPolicyId") ?? "";
            },
        })),
);

/**
 * Reads how CloudFront reaches the origins of a resource of one of `ORIGIN_TYPES`, one origin at a time. Origins in S3 have
 * nothing to set: CloudFront reaches them over HTTPS as long as viewers speak it.
 */
export function originsOf(props: Inputs): readonly (() => readonly OriginConnection[])[] {
    return [
        ...itemsOf(props, "origins").map(
            (origin) => () =>
                ["customOriginConfig", "customOriginConfigs"].flatMap((key) =>
                    itemsOf(origin.value, key).map((item) =>
                        connection(`${origin.path}.${item.path}`, () => item.value),
                    ),
                ),
        ),
        ...itemsOf(props, "vpcOriginEndpointConfig").map((item) => () => [
            connection(item.path, () => item.value),
        ]),
    ];
}

/** Whether viewers are shown CloudFront's own certificate. Throws while it is not known yet. */
export function showsOwnCertificate(props: Inputs): boolean {
    const certificate = objectOf(props, "viewerCertificate");
    return (
        flagOf(certificate, "cloudfrontDefaultCertificate") === true ||
        ["acmCertificateArn", "iamCertificateId"].every((key) => !isFilled(certificate, key))
    );
}

function connection(path: string, read: () => Inputs): OriginConnection {
    return {
        path,
        get protocolPolicy() {
            return textOf(read(), "originProtocolPolicy");
        },
        get tlsVersions() {
            const config = read();
            const key = "originSslProtocols";
            const isList = Array.isArray(config[key]);
            // An origin in a VPC counts them.
            return isList ? itemsOf(config, key) : itemsOf(objectOf(config, key), "items");
        },
    };
}
