import assert from "node:assert/strict";
import { distributionOriginTlsVersion } from "../../../policies/https-only/distribution-origin-tls-version";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ONE = "aws:cloudfront/distribution:Distribution";
const MANY = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
const VPC = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** A resource of each type with these versions, and where it says so. */
function reached(versions: unknown, originProtocolPolicy = "https-only") {
    const config = { originProtocolPolicy, originSslProtocols: versions };
    const inVpc = { originProtocolPolicy, originSslProtocols: { items: versions } };
    return [
        [ONE, { origins: [{ customOriginConfig: config }] }, "origins[0].customOriginConfig"],
        [
            MANY,
            { origins: [{ customOriginConfigs: [config] }] },
            "origins[0].customOriginConfigs[0]",
        ],
        [VPC, { vpcOriginEndpointConfig: inVpc }, "vpcOriginEndpointConfig"],
    ] as const;
}

describe("distribution-origin-tls-version", () => {
    it("accepts TLS 1.2 and 1.3", async () => {
        for (const versions of [["TLSv1.2"], ["TLSv1.3"], ["TLSv1.2", "TLSv1.3"]]) {
            for (const [type, props] of reached(versions)) {
                assert.deepEqual(await verdicts(distributionOriginTlsVersion, { type, props }), []);
            }
        }
    });

    it("reports each older version", async () => {
        for (const [type, props, path] of reached(["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"])) {
            assert.deepEqual(await verdicts(distributionOriginTlsVersion, { type, props }), [
                `fail: ${path}.originSslProtocols has "SSLv3", expected TLSv1.2 only`,
                `fail: ${path}.originSslProtocols has "TLSv1", expected TLSv1.2 only`,
                `fail: ${path}.originSslProtocols has "TLSv1.1", expected TLSv1.2 only`,
            ]);
        }
    });

    it("reports an empty list", async () => {
        for (const [type, props, path] of reached([])) {
            assert.deepEqual(await verdicts(distributionOriginTlsVersion, { type, props }), [
                `fail: ${path}.originSslProtocols is empty, expected TLSv1.2`,
            ]);
        }
    });

    it("leaves an origin on HTTP to distribution-origin-https", async () => {
        for (const [type, props] of reached(["SSLv3"], "http-only")) {
            assert.deepEqual(await verdicts(distributionOriginTlsVersion, { type, props }), []);
        }
    });

    it("judges the versions around what is not known yet", async () => {
        for (const [type, props, path] of reached([UNKNOWN, "TLSv1"])) {
            assert.deepEqual(await verdicts(distributionOriginTlsVersion, { type, props }), [
                `fail: ${path}.originSslProtocols has "TLSv1", expected TLSv1.2 only`,
                `not-evaluated: ${path}.originSslProtocols${type === VPC ? ".items" : ""}[0] is not known yet`,
            ]);
        }
        const customOriginConfig = { originSslProtocols: UNKNOWN };
        assert.deepEqual(
            await verdicts(distributionOriginTlsVersion, {
                type: ONE,
                props: { origins: [{ customOriginConfig }, UNKNOWN] },
            }),
            [
                "not-evaluated: origins[0].customOriginConfig.originSslProtocols is not known yet",
                "not-evaluated: origins[1] is not known yet",
            ],
        );
    });
});
