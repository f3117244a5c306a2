import { ofAdded, setting, type Edit } from "../edit";

const certificate = { type: "aws:acm/certificate:Certificate", name: "prod-usage-certificate" };

/** Certificates that are weak, hidden, or kept by somebody else than ACM. */
export const certificates: readonly Edit[] = [
    {
        ...certificate,
        policy: "certificate-key",
        title: "a short key",
        change: setting("keyAlgorithm", "RSA_1024"),
    },
    {
        ...certificate,
        policy: "certificate-validation",
        title: "validation by e-mail",
        change: setting("validationMethod", "EMAIL"),
    },
    {
        ...certificate,
        policy: "certificate-transparency",
        title: "no transparency log",
        change: setting("options", { certificateTransparencyLoggingPreference: "DISABLED" }),
    },
    {
        ...certificate,
        policy: "certificate-managed",
        title: "an imported certificate",
        change: setting("certificateBody", "-----BEGIN CERTIFICATE-----"),
    },
    ofAdded(
        "certificate-managed",
        "a domain name whose certificate is uploaded",
        {
            type: "aws:apigateway/domainName:DomainName",
            inputs: { domainName: "api.example.com", securityPolicy: "TLS_1_2" },
        },
        setting("certificateBody", "-----BEGIN CERTIFICATE-----"),
    ),
];
