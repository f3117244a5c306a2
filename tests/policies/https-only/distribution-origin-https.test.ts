import assert from "node:assert/strict";
import { distributionOriginHttps } from "../../../policies/https-only/distribution-origin-https";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ONE = "aws:cloudfront/distribution:Distribution";
const MANY = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
const VPC = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** A resource of each type that reaches an origin by this policy, and where it says so. */
function reached(originProtocolPolicy: unknown) {
    const config = originProtocolPolicy === undefined ? {} : { originProtocolPolicy };
    return [
        [ONE, { origins: [{ customOriginConfig: config }] }, "origins[0].customOriginConfig"],
        [
            MANY,
            { origins: [{ id: "a" }, { customOriginConfigs: [config] }] },
            "origins[1].customOriginConfigs[0]",
        ],
        [VPC, { vpcOriginEndpointConfig: config }, "vpcOriginEndpointConfig"],
    ] as const;
}

describe("distribution-origin-https", () => {
    it("accepts HTTPS, and what viewers speak, which others judge", async () => {
        for (const policy of ["https-only", "match-viewer"]) {
            for (const [type, props] of reached(policy)) {
                assert.deepEqual(await verdicts(distributionOriginHttps, { type, props }), []);
            }
        }
    });

    it("accepts buckets, which have nothing to set", async () => {
        const origins = [{ domainName: UNKNOWN, originAccessControlId: UNKNOWN }];
        assert.deepEqual(
            await verdicts(distributionOriginHttps, { type: ONE, props: { origins } }),
            [],
        );
    });

    it("reports HTTP", async () => {
        for (const policy of ["http-only", "HTTPS-only", ""]) {
            for (const [type, props, path] of reached(policy)) {
                assert.deepEqual(await verdicts(distributionOriginHttps, { type, props }), [
                    `fail: ${path}.originProtocolPolicy is "${policy}", expected https-only`,
                ]);
            }
        }
    });

    it("reports what is not set", async () => {
        for (const [type, props, path] of reached(undefined)) {
            assert.deepEqual(await verdicts(distributionOriginHttps, { type, props }), [
                `fail: ${path}.originProtocolPolicy is not set, expected https-only`,
            ]);
        }
    });

    it("judges the origins around what is not known yet", async () => {
        for (const [type, props, path] of reached(UNKNOWN)) {
            assert.deepEqual(await verdicts(distributionOriginHttps, { type, props }), [
                `not-evaluated: ${path}.originProtocolPolicy is not known yet`,
            ]);
        }
        const origins = [UNKNOWN, { customOriginConfig: { originProtocolPolicy: "http-only" } }];
        assert.deepEqual(
            await verdicts(distributionOriginHttps, { type: ONE, props: { origins } }),
            [
                `fail: origins[1].customOriginConfig.originProtocolPolicy is "http-only", expected https-only`,
                "not-evaluated: origins[0] is not known yet",
            ],
        );
    });
});
