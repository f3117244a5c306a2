import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { CERTIFICATE_TYPE, originOf } from "../lib/views/certificates";

/** Keys with at least 112 bits of strength. */
const STRONG = [
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "EC_prime256v1",
    "EC_secp384r1",
    "EC_secp521r1",
];

/** A weak key makes every connection readable to whoever can afford to break it (P-09). */
export const certificateKey = definePolicy({
    name: "certificate-key",
    control: "HTTPS-05",
    title: "Certificates have RSA keys of 2048 bits or more, or elliptic-curve keys.",
    severity: "high",
    why: "Who breaks the key of a certificate can pose as the platform; RSA keys of 1024 bits are within reach.",
    remediation: 'Leave keyAlgorithm out, which means RSA_2048, or set it to "EC_prime256v1".',
    frameworks: [
        "fsbp:ACM.2",
        "prowler:acm_certificates_with_secure_key_algorithms",
        "config:ACM_CERTIFICATE_RSA_CHECK",
        "kics:certificate_rsa_key_bytes_lower_than_256",
    ],
    resourceTypes: [CERTIFICATE_TYPE],
    check(props, report, subject) {
        if (originOf(props).kind === "imported") {
            subject.notApplicable("The certificate is imported, which certificate-managed reports");
        }
        const algorithm = textOf(props, "keyAlgorithm") ?? "RSA_2048";
        if (!STRONG.includes(algorithm)) {
            report(`keyAlgorithm is ${quote(algorithm)}, expected one of ${STRONG.join(", ")}`);
        }
    },
    examples: {
        accepted: [
            {
                title: "an elliptic-curve key",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: { domainName: "api.example.com", keyAlgorithm: "EC_prime256v1" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a short RSA key",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: { domainName: "api.example.com", keyAlgorithm: "RSA_1024" },
                    },
                ],
                messages: [
                    `keyAlgorithm is "RSA_1024", expected one of RSA_2048, RSA_3072, RSA_4096, EC_prime256v1, EC_secp384r1, EC_secp521r1`,
                ],
            },
        ],
    },
});
