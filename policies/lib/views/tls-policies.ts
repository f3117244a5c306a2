/** Versions of TLS and of what came before, oldest first. */
const VERSIONS = ["SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"] as const;

/** A version of TLS, or of what came before. */
export type TlsVersion = (typeof VERSIONS)[number];

/** What one of AWS's named TLS policies admits. */
export interface TlsPolicy {
    /** The oldest version that it admits. */
    readonly minimum: TlsVersion;
    /** Whether every cipher has it: one that exchanges keys with RSA lets a key that leaks later open what was recorded before. */
    readonly forwardSecrecy: boolean;
}

/** What a load balancer's listener gets when the program names no policy; the console alone has a better default. */
export const DEFAULT_ELB_POLICY = "ELBSecurityPolicy-2016-08";

/** What a distribution with CloudFront's own certificate gets, whatever it names. */
export const DEFAULT_CLOUDFRONT_POLICY = "TLSv1";

type Family = readonly [minimum: TlsVersion, forwardSecrecy: boolean, names: readonly string[]];

// Protocols and ciphers by policy, from "Security policies for your Application Load Balancer" (and Network, and Classic) in
// AWS's user guides, September 2026; the ciphers of the RFC 9151 ones from s2n-tls, with which AWS ends TLS. `-Ext1`, `-Ext2`
// and INTEROP4 add RSA key exchange, `-Ext0` does not. A name that is not here, such as one that AWS adds later, is not
// accepted before somebody has read what it admits.
const ELB: readonly Family[] = [
    [
        "TLS 1.3",
        true,
        [
            "TLS13-1-3-2021-06",
            "TLS13-1-3-FIPS-2023-04",
            "TLS13-1-3-FIPS-PQ-2025-09",
            "TLS13-1-3-PQ-2025-09",
            "TLS13-1-3-RFC9151-FIPS-2023-07",
        ],
    ],
    [
        "TLS 1.2",
        true,
        [
            "FS-1-2-2019-08",
            "FS-1-2-Res-2019-08",
            "FS-1-2-Res-2020-10",
            "TLS13-1-2-2021-06",
            "TLS13-1-2-Ext0-FIPS-2023-04",
            "TLS13-1-2-Ext0-FIPS-PQ-2025-09",
            "TLS13-1-2-FIPS-2023-04",
            "TLS13-1-2-FIPS-PQ-2025-09",
            "TLS13-1-2-PQ-2025-09",
            "TLS13-1-2-RFC9151-FIPS-2023-07",
            "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07",
            "TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07",
            "TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07",
            "TLS13-1-2-Res-2021-06",
            "TLS13-1-2-Res-FIPS-2023-04",
            "TLS13-1-2-Res-FIPS-PQ-2025-09",
            "TLS13-1-2-Res-PQ-2025-09",
        ],
    ],
    [
        "TLS 1.2",
        false,
        [
            "TLS-1-2-2017-01",
            "TLS-1-2-Ext-2018-06",
            "TLS13-1-2-Ext1-2021-06",
            "TLS13-1-2-Ext1-FIPS-2023-04",
            "TLS13-1-2-Ext1-FIPS-PQ-2025-09",
            "TLS13-1-2-Ext1-PQ-2025-09",
            "TLS13-1-2-Ext2-2021-06",
            "TLS13-1-2-Ext2-FIPS-2023-04",
            "TLS13-1-2-Ext2-FIPS-PQ-2025-09",
            "TLS13-1-2-Ext2-PQ-2025-09",
            "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
        ],
    ],
    ["TLS 1.1", true, ["FS-1-1-2019-08"]],
    ["TLS 1.1", false, ["TLS-1-1-2017-01", "TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04"]],
    ["TLS 1.0", true, ["FS-2018-06"]],
    [
        "TLS 1.0",
        false,
        [
            "2014-10",
            "2015-02",
            "2015-03",
            "2015-05",
            "2016-08",
            "TLS-1-0-2015-04",
            "TLS13-1-0-2021-06",
            "TLS13-1-0-FIPS-2023-04",
            "TLS13-1-0-FIPS-PQ-2025-09",
            "TLS13-1-0-PQ-2025-09",
        ],
    ],
    ["SSL 3.0", false, ["2011-08", "2014-01"]],
];

// "Supported protocols and ciphers between viewers and CloudFront" in its developer guide. 2018 still has RSA key exchange.
const CLOUDFRONT: readonly Family[] = [
    ["TLS 1.3", true, ["TLSv1.3_2025"]],
    ["TLS 1.2", true, ["TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025"]],
    ["TLS 1.2", false, ["TLSv1.2_2018"]],
    ["TLS 1.1", false, ["TLSv1.1_2016"]],
    ["TLS 1.0", false, ["TLSv1", "TLSv1_2016"]],
    ["SSL 3.0", false, ["SSLv3"]],
];

// "Supported security policies" in its developer guide; FIPS_PQ without PFS is a name of the API that the guide leaves out.
const API_GATEWAY: readonly Family[] = [
    [
        "TLS 1.3",
        true,
        [
            "SecurityPolicy_TLS13_1_3_2025_09",
            "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
            "SecurityPolicy_TLS13_2025_EDGE",
        ],
    ],
    [
        "TLS 1.2",
        true,
        [
            "SecurityPolicy_TLS12_2018_EDGE",
            "SecurityPolicy_TLS12_PFS_2025_EDGE",
            "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
        ],
    ],
    [
        "TLS 1.2",
        false,
        [
            "SecurityPolicy_TLS13_1_2_2021_06",
            "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_PQ_2025_09",
            "TLS_1_2",
        ],
    ],
    ["TLS 1.0", false, ["TLS_1_0"]],
];

const ELB_POLICIES = byName(ELB, "ELBSecurityPolicy-");
const CLOUDFRONT_POLICIES = byName(CLOUDFRONT);
const API_GATEWAY_POLICIES = byName(API_GATEWAY);

/** What a security policy of a load balancer of any kind admits; `undefined` for a name that is not known here. */
export function elbTlsPolicy(name: string): TlsPolicy | undefined {
    return ELB_POLICIES.get(name);
}

/** What a distribution's `minimumProtocolVersion` admits; `undefined` for a name that is not known here. */
export function cloudFrontTlsPolicy(name: string): TlsPolicy | undefined {
    return CLOUDFRONT_POLICIES.get(name);
}

/** What an API's or a custom domain's `securityPolicy` admits; `undefined` for a name that is not known here. */
export function apiGatewayTlsPolicy(name: string): TlsPolicy | undefined {
    return API_GATEWAY_POLICIES.get(name);
}

/**
 * What is wrong with a policy that is to admit TLS 1.2 or newer only, `undefined` when nothing is; completes "…, which".
 * @param policy `undefined` for one that is not known
 */
export function outdated(policy: TlsPolicy | undefined): string | undefined {
    if (policy === undefined) return "is no policy known to admit TLS 1.2 or newer only";
    return VERSIONS.indexOf(policy.minimum) < VERSIONS.indexOf("TLS 1.2")
        ? `admits ${policy.minimum}`
        : undefined;
}

/** As `outdated`, for a policy that is to have forward secrecy with every cipher, too. */
export function weak(policy: TlsPolicy | undefined): string | undefined {
    return (
        outdated(policy) ??
        (policy?.forwardSecrecy === false ? "admits ciphers without forward secrecy" : undefined)
    );
}

function byName(families: readonly Family[], prefix = ""): ReadonlyMap<string, TlsPolicy> {
    return new Map(
        families.flatMap(([minimum, forwardSecrecy, names]) =>
            names.map((name) => [`${prefix}${name}`, { minimum, forwardSecrecy }] as const),
        ),
    );
}
