import { definePolicy } from "../lib/define-policy";
import { objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { CERTIFICATE_TYPE, originOf } from "../lib/views/certificates";

/** Every certificate for our names stands in public logs, so one that is not ours is noticed (P-09). */
export const certificateTransparency = definePolicy({
    name: "certificate-transparency",
    control: "HTTPS-05",
    title: "Certificates are recorded in public transparency logs.",
    severity: "medium",
    why: "Browsers refuse certificates that no public log has seen, and only where all of ours are logged does a foreign one for our names stand out.",
    remediation:
        'Leave options.certificateTransparencyLoggingPreference out, or set it to "ENABLED".',
    frameworks: ["checkov:CKV_AWS_234", "prowler:acm_certificates_transparency_logs_enabled"],
    resourceTypes: [CERTIFICATE_TYPE],
    check(props, report, subject) {
        const { kind } = originOf(props);
        if (kind !== "public") {
            subject.notApplicable(
                kind === "imported"
                    ? "The certificate is imported, which certificate-managed reports"
                    : "An authority of one's own issues it, and no public log takes those",
            );
        }
        const key = "certificateTransparencyLoggingPreference";
        const preference = textOf(objectOf(props, "options"), key) ?? "ENABLED";
        if (preference !== "ENABLED") {
            report(`options.${key} is ${quote(preference)}, expected ENABLED`);
        }
    },
    examples: {
        accepted: [
            {
                title: "a certificate that leaves it to AWS, which logs it",
                resources: [{ type: CERTIFICATE_TYPE, props: { domainName: "api.example.com" } }],
            },
        ],
        rejected: [
            {
                title: "a certificate that is kept out of the logs",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: {
                            domainName: "api.example.com",
                            options: { certificateTransparencyLoggingPreference: "DISABLED" },
                        },
                    },
                ],
                messages: [
                    `options.certificateTransparencyLoggingPreference is "DISABLED", expected ENABLED`,
                ],
            },
        ],
    },
});
