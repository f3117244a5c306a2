import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import {
    behaviorLists,
    originsOf,
    showsOwnCertificate,
} from "../../../../policies/lib/views/distributions";
import { guarded, UNKNOWN } from "../../support/unknown";

function behaviors(props: Inputs) {
    return behaviorLists.flatMap((list) => list(guarded(props)));
}

function connections(props: Inputs) {
    return originsOf(guarded(props)).map((origin) =>
        origin().map(({ path, protocolPolicy, tlsVersions }) => [
            path,
            protocolPolicy,
            tlsVersions.map(({ text }) => text),
        ]),
    );
}

describe("behaviorLists", () => {
    it("find the behaviours of both kinds of distribution", () => {
        const behavior = { viewerProtocolPolicy: "allow-all", responseHeadersPolicyId: "id" };
        assert.deepEqual(
            behaviors({
                defaultCacheBehavior: behavior,
                orderedCacheBehaviors: [{}, behavior],
                cacheBehaviors: [{ responseHeadersPolicyId: "" }],
            }).map((each) => [
                each.path,
                each.property,
                each.viewerProtocolPolicy,
                each.hasResponseHeadersPolicy,
                each.responseHeadersPolicyId,
            ]),
            [
                ["defaultCacheBehavior", "defaultCacheBehavior", "allow-all", true, "id"],
                ["orderedCacheBehaviors[0]", "orderedCacheBehaviors", undefined, false, ""],
                ["orderedCacheBehaviors[1]", "orderedCacheBehaviors", "allow-all", true, "id"],
                ["cacheBehaviors[0]", "cacheBehaviors", undefined, false, ""],
            ],
        );
    });

    it("read each list, each behaviour and each part on its own", () => {
        const props = guarded({
            defaultCacheBehavior: UNKNOWN,
            orderedCacheBehaviors: [UNKNOWN, { viewerProtocolPolicy: UNKNOWN }],
            cacheBehaviors: UNKNOWN,
        });
        const [standard, ordered, others] = behaviorLists;
        assert.throws(() => standard!(props)[0]!.viewerProtocolPolicy, {
            message: /\.defaultCacheBehavior can't be known/,
        });
        const [first, second] = ordered!(props);
        assert.throws(() => first!.viewerProtocolPolicy, {
            message: /\.orderedCacheBehaviors\.0 can't be known/,
        });
        assert.throws(() => second!.viewerProtocolPolicy, {
            message: /\.orderedCacheBehaviors\.1\.viewerProtocolPolicy can't be known/,
        });
        assert.equal(second!.hasResponseHeadersPolicy, false);
        assert.throws(() => others!(props), { message: /\.cacheBehaviors can't be known/ });
    });

    it("find as many behaviours as there are, in their order", () => {
        const policies = fc.array(fc.constantFrom("https-only", "redirect-to-https", "allow-all"));
        fc.assert(
            fc.property(policies, (list) => {
                const orderedCacheBehaviors = list.map((viewerProtocolPolicy) => ({
                    viewerProtocolPolicy,
                }));
                assert.deepEqual(
                    behaviors({ orderedCacheBehaviors }).map((each) => each.viewerProtocolPolicy),
                    list,
                );
            }),
        );
    });
});

describe("originsOf", () => {
    const config = { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1", "TLSv1.2"] };

    it("finds how custom origins are reached, and nothing about buckets", () => {
        assert.deepEqual(
            connections({
                origins: [
                    { originId: "bucket", s3OriginConfig: { originAccessIdentity: "" } },
                    { originId: "web", customOriginConfig: config },
                    { id: "tenants", customOriginConfigs: [{}] },
                ],
            }),
            [
                [],
                [["origins[1].customOriginConfig", "https-only", ["TLSv1", "TLSv1.2"]]],
                [["origins[2].customOriginConfigs[0]", undefined, []]],
            ],
        );
    });

    it("finds how an origin in a VPC is reached", () => {
        const vpcOriginEndpointConfig = {
            originProtocolPolicy: "http-only",
            originSslProtocols: { items: ["SSLv3"], quantity: 1 },
        };
        assert.deepEqual(connections({ vpcOriginEndpointConfig }), [
            [["vpcOriginEndpointConfig", "http-only", ["SSLv3"]]],
        ]);
        assert.deepEqual(connections({}), []);
    });

    it("reads each origin, and each part, on its own", () => {
        const [first, second] = originsOf(
            guarded({
                origins: [
                    UNKNOWN,
                    { customOriginConfig: { ...config, originProtocolPolicy: UNKNOWN } },
                ],
            }),
        );
        assert.throws(() => first!(), { message: /\.origins\.0 can't be known/ });
        const [connection] = second!();
        assert.equal(connection!.tlsVersions.length, 2);
        assert.throws(() => connection!.protocolPolicy, {
            message: /\.originProtocolPolicy can't be known/,
        });
    });

    it("finds every version that an origin may be reached with", () => {
        fc.assert(
            fc.property(fc.subarray(["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"]), (versions) => {
                const customOriginConfig = { originSslProtocols: versions };
                const vpcOriginEndpointConfig = { originSslProtocols: { items: versions } };
                assert.deepEqual(
                    connections({ origins: [{ customOriginConfig }], vpcOriginEndpointConfig })
                        .flat()
                        .map(([, , found]) => found),
                    [versions, versions],
                );
            }),
        );
    });
});

describe("showsOwnCertificate", () => {
    const rows: readonly [Inputs, boolean][] = [
        [{}, true],
        [{ viewerCertificate: {} }, true],
        [{ viewerCertificate: { cloudfrontDefaultCertificate: true } }, true],
        [
            { viewerCertificate: { cloudfrontDefaultCertificate: true, acmCertificateArn: "arn" } },
            true,
        ],
        [{ viewerCertificate: { acmCertificateArn: "", iamCertificateId: "" } }, true],
        [{ viewerCertificate: { acmCertificateArn: "arn" } }, false],
        [{ viewerCertificate: { acmCertificateArn: UNKNOWN } }, false],
        [{ viewerCertificate: { iamCertificateId: "id", acmCertificateArn: "" } }, false],
        [
            {
                viewerCertificate: {
                    cloudfrontDefaultCertificate: false,
                    acmCertificateArn: UNKNOWN,
                },
            },
            false,
        ],
    ];
    for (const [props, expected] of rows) {
        it(`says ${String(expected)}: ${JSON.stringify(props)}`, () => {
            assert.equal(showsOwnCertificate(guarded(props)), expected);
        });
    }

    it("needs to know whether CloudFront's own is asked for", () => {
        const viewerCertificate = { cloudfrontDefaultCertificate: UNKNOWN };
        assert.throws(() => showsOwnCertificate(guarded({ viewerCertificate })), {
            message: /\.cloudfrontDefaultCertificate can't be known/,
        });
    });
});
