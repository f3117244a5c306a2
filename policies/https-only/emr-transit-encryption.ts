import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf, textOf } from "../lib/properties";
import { valueIfKnown } from "../lib/unknown-value";
import { jsonObjectAt } from "../lib/views/json-object";

const CONFIGURATION = "aws:emr/securityConfiguration:SecurityConfiguration";
const CLUSTER = "aws:emr/cluster:Cluster";
const PATH = "configuration.EncryptionConfiguration";

/** A cluster of EMR has no encryption of its own: its security configuration turns it on (P-09). */
export const emrTransitEncryption = definePolicy({
    name: "emr-transit-encryption",
    control: "HTTPS-32",
    title: "EMR clusters encrypt the traffic between their nodes.",
    severity: "high",
    why: "Nodes exchange the data that they work on; without a security configuration that encrypts it, all of it crosses the network in plain text.",
    remediation:
        "Set EnableInTransitEncryption in EncryptionConfiguration of a security configuration to true, with certificates in InTransitEncryptionConfiguration, and name it in securityConfiguration of the cluster.",
    frameworks: [
        "fsbp:EMR.4",
        "checkov:CKV_AWS_351",
        "trivy:AWS-0138",
        "cdk-nag:AwsSolutions-EMR5",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [CONFIGURATION, CLUSTER],
    check(props, report, subject) {
        if (subject.type === CONFIGURATION) {
            const document = jsonObjectAt(props, "configuration");
            const encryption = objectOf(document, "EncryptionConfiguration");
            const enabled = { accepted: ["true"], byDefault: "false", at: PATH } as const;
            expectValue(report, encryption, "EnableInTransitEncryption", enabled);
            return;
        }
        const name = valueIfKnown(() => textOf(props, "securityConfiguration") ?? "");
        if (name !== "") {
            subject.notApplicable("The cluster's security configuration is judged itself");
        }
        report("securityConfiguration is not set, expected one that encrypts in transit");
    },
    examples: {
        accepted: [
            {
                title: "a security configuration that encrypts in transit",
                resources: [
                    {
                        type: CONFIGURATION,
                        props: {
                            configuration: JSON.stringify({
                                EncryptionConfiguration: { EnableInTransitEncryption: true },
                            }),
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a security configuration that does not",
                resources: [
                    {
                        type: CONFIGURATION,
                        props: {
                            configuration: JSON.stringify({
                                EncryptionConfiguration: { EnableInTransitEncryption: false },
                            }),
                        },
                    },
                ],
                messages: [`${PATH}.EnableInTransitEncryption is false, expected true`],
            },
            {
                title: "a cluster without a security configuration",
                resources: [{ type: CLUSTER, props: { releaseLabel: "emr-7.9.0" } }],
                messages: [
                    "securityConfiguration is not set, expected one that encrypts in transit",
                ],
            },
        ],
    },
});
