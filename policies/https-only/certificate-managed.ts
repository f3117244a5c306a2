import { definePolicy } from "../lib/define-policy";
import { isSet, objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { CERTIFICATE_TYPE, isIamCertificate, originOf } from "../lib/views/certificates";

const EXPECTED = "expected a certificate that ACM issues";

/** A private key that nobody has seen cannot be lost, and what AWS issued AWS renews in time (P-09). */
export const certificateManaged = definePolicy({
    name: "certificate-managed",
    control: "HTTPS-05",
    title: "Certificates are issued, kept and renewed by ACM.",
    severity: "high",
    why: "The key of a certificate that comes from outside was in somebody's hands and is in the program's state, and nobody but a person renews it.",
    remediation:
        'Request an aws.acm.Certificate with domainName and validationMethod "DNS" and refer to it; set neither certificateBody nor privateKey, and leave options.export out.',
    frameworks: [],
    checks: {
        [CERTIFICATE_TYPE]: [
            (props, report) => {
                const origin = originOf(props);
                if (origin.kind === "imported") report(`${origin.path} is set, ${EXPECTED}`);
                const exported = textOf(objectOf(props, "options"), "export");
                if (exported?.toUpperCase() === "ENABLED") {
                    report(`options.export is ${quote(exported)}, expected DISABLED`);
                }
            },
        ],
        "aws:iam/serverCertificate:ServerCertificate": [
            (_, report) => {
                report(`The certificate is uploaded to IAM, ${EXPECTED}`);
            },
        ],
        "aws:apigateway/domainName:DomainName": [
            (props, report) => {
                for (const key of ["certificateBody", "certificatePrivateKey"]) {
                    if (isSet(props, key)) report(`${key} is set, ${EXPECTED}`);
                }
            },
        ],
        "aws:appsync/domainName:DomainName": [
            (props, report) => {
                if (isIamCertificate(textOf(props, "certificateArn") ?? "")) {
                    report(`certificateArn is one that was uploaded to IAM, ${EXPECTED}`);
                }
            },
        ],
        "aws:cloudfront/distribution:Distribution": [
            (props, report) => {
                const id = textOf(objectOf(props, "viewerCertificate"), "iamCertificateId") ?? "";
                if (id !== "") report(`viewerCertificate.iamCertificateId is set, ${EXPECTED}`);
            },
        ],
    },
    examples: {
        accepted: [
            {
                title: "a certificate that ACM issues",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: { domainName: "api.example.com", validationMethod: "DNS" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an imported certificate",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: { certificateBody: "-----BEGIN CERTIFICATE-----" },
                    },
                ],
                messages: [`certificateBody is set, ${EXPECTED}`],
            },
            {
                title: "a certificate that is uploaded to IAM",
                resources: [{ type: "aws:iam/serverCertificate:ServerCertificate", props: {} }],
                messages: [`The certificate is uploaded to IAM, ${EXPECTED}`],
            },
        ],
    },
});
