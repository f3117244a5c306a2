import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { CERTIFICATE_TYPE, originOf } from "../lib/views/certificates";

/** A certificate that is proved by a record renews without anybody; one that is proved by e-mail waits for a person (P-09). */
export const certificateValidation = definePolicy({
    name: "certificate-validation",
    control: "HTTPS-05",
    title: "Certificates are validated by DNS.",
    severity: "medium",
    why: "A certificate that is validated by e-mail expires when nobody reads the mail, and whoever reads it can get one for the name.",
    remediation:
        'Set validationMethod to "DNS", and create the records of domainValidationOptions in the hosted zone.',
    frameworks: [],
    resourceTypes: [CERTIFICATE_TYPE],
    check(props, report, subject) {
        const { kind } = originOf(props);
        if (kind !== "public") {
            subject.notApplicable(
                kind === "imported"
                    ? "The certificate is imported, which certificate-managed reports"
                    : "An authority of one's own issues it, which validates no names",
            );
        }
        const method = textOf(props, "validationMethod");
        if (method === undefined) {
            report("validationMethod is not set, which means EMAIL, expected DNS");
        } else if (method !== "DNS") {
            report(`validationMethod is ${quote(method)}, expected DNS`);
        }
    },
    examples: {
        accepted: [
            {
                title: "validation by DNS",
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
                title: "validation by e-mail",
                resources: [
                    {
                        type: CERTIFICATE_TYPE,
                        props: { domainName: "api.example.com", validationMethod: "EMAIL" },
                    },
                ],
                messages: [`validationMethod is "EMAIL", expected DNS`],
            },
            {
                title: "validation that is left to AWS",
                resources: [{ type: CERTIFICATE_TYPE, props: { domainName: "api.example.com" } }],
                messages: ["validationMethod is not set, which means EMAIL, expected DNS"],
            },
        ],
    },
});
