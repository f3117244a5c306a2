import assert from "node:assert/strict";
import { distributionTlsPolicy } from "../../../policies/https-only/distribution-tls-policy";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const TYPES = [
    "aws:cloudfront/distribution:Distribution",
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
];
const EXPECTED = "expected one with TLS 1.2 and forward secrecy or newer only";
const OWN =
    "fail: viewerCertificate is CloudFront's own, which means TLSv1 and admits TLS 1.0, expected one of ACM";

function certificate(viewerCertificate: unknown, type = TYPES[0]!) {
    return verdicts(distributionTlsPolicy, { type, props: { viewerCertificate } });
}

describe("distribution-tls-policy", () => {
    for (const type of TYPES) {
        it(`accepts recent policies with a certificate of one's own on ${type}`, async () => {
            for (const minimumProtocolVersion of [
                "TLSv1.2_2019",
                "TLSv1.2_2021",
                "TLSv1.2_2025",
                "TLSv1.3_2025",
            ]) {
                for (const acmCertificateArn of ["arn:aws:acm:us-east-1:1:certificate/1", UNKNOWN])
                    assert.deepEqual(
                        await certificate({ acmCertificateArn, minimumProtocolVersion }, type),
                        [],
                    );
            }
        });

        it(`reports what other policies admit on ${type}`, async () => {
            for (const [name, problem] of [
                ["TLSv1.2_2018", "admits ciphers without forward secrecy"],
                ["TLSv1.1_2016", "admits TLS 1.1"],
                ["TLSv1", "admits TLS 1.0"],
                ["SSLv3", "admits SSL 3.0"],
                ["TLSv1.2_2099", "is no policy known to admit TLS 1.2 or newer only"],
                ["", "is no policy known to admit TLS 1.2 or newer only"],
            ] as const) {
                assert.deepEqual(
                    await certificate(
                        { acmCertificateArn: UNKNOWN, minimumProtocolVersion: name },
                        type,
                    ),
                    [
                        `fail: viewerCertificate.minimumProtocolVersion is "${name}", which ${problem}, ${EXPECTED}`,
                    ],
                );
            }
        });
    }

    it("reports a policy that is left to CloudFront, which takes an old one", async () => {
        assert.deepEqual(await certificate({ iamCertificateId: "id" }), [
            `fail: viewerCertificate.minimumProtocolVersion is not set, which means TLSv1 and admits TLS 1.0, ${EXPECTED}`,
        ]);
    });

    it("reports CloudFront's own certificate, whatever version is asked for", async () => {
        const minimumProtocolVersion = "TLSv1.2_2021";
        assert.deepEqual(
            await certificate({ cloudfrontDefaultCertificate: true, minimumProtocolVersion }),
            [OWN],
        );
        assert.deepEqual(await certificate({ minimumProtocolVersion }), [OWN]);
        assert.deepEqual(await certificate({}), [OWN]);
        assert.deepEqual(await certificate(null), [OWN]);
    });

    it("does not evaluate what is not known yet", async () => {
        for (const [value, path] of [
            [UNKNOWN, "viewerCertificate"],
            [
                { cloudfrontDefaultCertificate: UNKNOWN },
                "viewerCertificate.cloudfrontDefaultCertificate",
            ],
            [
                { acmCertificateArn: "arn", minimumProtocolVersion: UNKNOWN },
                "viewerCertificate.minimumProtocolVersion",
            ],
        ] as const) {
            assert.deepEqual(await certificate(value), [`not-evaluated: ${path} is not known yet`]);
        }
    });
});
