import assert from "node:assert/strict";
import { certificateManaged } from "../../../policies/https-only/certificate-managed";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ACM = "aws:acm/certificate:Certificate";
const API = "aws:apigateway/domainName:DomainName";
const GRAPHQL = "aws:appsync/domainName:DomainName";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const EXPECTED = "expected a certificate that ACM issues";

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(certificateManaged, { type, props });
}

describe("certificate-managed", () => {
    it("accepts certificates that ACM issues, and whoever refers to one", async () => {
        const arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1";
        for (const [type, props] of [
            [ACM, { domainName: "a.example.com" }],
            [ACM, { domainName: "a.example.com", options: { export: "DISABLED" } }],
            [ACM, { domainName: "a.internal", certificateAuthorityArn: UNKNOWN }],
            [API, { domainName: "a.example.com", regionalCertificateArn: UNKNOWN }],
            [GRAPHQL, { certificateArn: arn }],
            [GRAPHQL, {}],
            [DISTRIBUTION, { viewerCertificate: { acmCertificateArn: UNKNOWN } }],
            [DISTRIBUTION, { viewerCertificate: { iamCertificateId: "" } }],
            [DISTRIBUTION, {}],
        ] as const) {
            assert.deepEqual(await judged(type, props), [], JSON.stringify(props));
        }
    });

    it("reports an imported certificate, whatever of it is known", async () => {
        for (const key of ["certificateBody", "privateKey", "privateKeyWo"]) {
            for (const value of ["-----BEGIN", UNKNOWN]) {
                assert.deepEqual(await judged(ACM, { [key]: value }), [
                    `fail: ${key} is set, ${EXPECTED}`,
                ]);
            }
        }
    });

    it("reports a certificate whose key can be taken out", async () => {
        for (const value of ["ENABLED", "enabled"]) {
            assert.deepEqual(
                await judged(ACM, { domainName: "a.example.com", options: { export: value } }),
                [`fail: options.export is "${value}", expected DISABLED`],
            );
        }
    });

    it("reports certificates in IAM, and whoever shows one", async () => {
        assert.deepEqual(await judged("aws:iam/serverCertificate:ServerCertificate", {}), [
            `fail: The certificate is uploaded to IAM, ${EXPECTED}`,
        ]);
        const certificateArn = "arn:aws:iam::123456789012:server-certificate/web";
        assert.deepEqual(await judged(GRAPHQL, { certificateArn }), [
            `fail: certificateArn is one that was uploaded to IAM, ${EXPECTED}`,
        ]);
        const viewerCertificate = { iamCertificateId: "ASCA123" };
        assert.deepEqual(await judged(DISTRIBUTION, { viewerCertificate }), [
            `fail: viewerCertificate.iamCertificateId is set, ${EXPECTED}`,
        ]);
    });

    it("reports a certificate that an API's domain name brings along", async () => {
        assert.deepEqual(
            await judged(API, { certificateBody: UNKNOWN, certificatePrivateKey: UNKNOWN }),
            [
                `fail: certificateBody is set, ${EXPECTED}`,
                `fail: certificatePrivateKey is set, ${EXPECTED}`,
            ],
        );
    });

    it("does not evaluate what is not known yet", async () => {
        for (const [type, props, path] of [
            [ACM, { options: UNKNOWN }, "options"],
            [ACM, { options: { export: UNKNOWN } }, "options.export"],
            [GRAPHQL, { certificateArn: UNKNOWN }, "certificateArn"],
            [DISTRIBUTION, { viewerCertificate: UNKNOWN }, "viewerCertificate"],
            [
                DISTRIBUTION,
                { viewerCertificate: { iamCertificateId: UNKNOWN } },
                "viewerCertificate.iamCertificateId",
            ],
        ] as const) {
            assert.deepEqual(await judged(type, props), [
                `not-evaluated: ${path} is not known yet`,
            ]);
        }
        assert.deepEqual(await judged(ACM, { certificateBody: "-----BEGIN", options: UNKNOWN }), [
            `fail: certificateBody is set, ${EXPECTED}`,
            "not-evaluated: options is not known yet",
        ]);
    });
});
