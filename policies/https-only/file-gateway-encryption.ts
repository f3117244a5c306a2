import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { textOf } from "../lib/properties";

const GATEWAY = "aws:storagegateway/gateway:Gateway";
const NFS_SHARE = "aws:storagegateway/nfsFileShare:NfsFileShare";

/** A file gateway can insist on encryption for SMB; for NFS it has none (P-09). */
export const fileGatewayEncryption = definePolicy({
    name: "file-gateway-encryption",
    control: "HTTPS-12",
    title: "File gateways share files with encryption only.",
    severity: "medium",
    why: "Files travel between a gateway and its clients in plain text where the client may choose, and always over NFS.",
    remediation:
        'Set smbSecurityStrategy of the gateway to "MandatoryEncryption", or leave it to AWS; share files over SMB instead of NFS.',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [GATEWAY, NFS_SHARE],
    check(props, report, subject) {
        if (subject.type === NFS_SHARE) {
            report("NFS has no encryption, expected a file share over SMB");
            return;
        }
        const type = textOf(props, "gatewayType")?.toUpperCase() ?? "STORED";
        if (!type.startsWith("FILE_")) subject.notApplicable("The gateway shares no files");
        // https://docs.aws.amazon.com/filegateway/latest/files3/security-strategy.html
        expectValue(report, props, "smbSecurityStrategy", {
            accepted: ["MandatoryEncryption", "MandatoryEncryptionNoAes128"],
            byDefault: "MandatoryEncryption",
        });
    },
    examples: {
        accepted: [
            {
                title: "a gateway that insists on encryption",
                resources: [
                    {
                        type: GATEWAY,
                        props: {
                            gatewayType: "FILE_S3",
                            smbSecurityStrategy: "MandatoryEncryption",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a gateway that leaves it to the client",
                resources: [
                    {
                        type: GATEWAY,
                        props: { gatewayType: "FILE_S3", smbSecurityStrategy: "ClientSpecified" },
                    },
                ],
                messages: [
                    `smbSecurityStrategy is "ClientSpecified", expected "MandatoryEncryption" or "MandatoryEncryptionNoAes128"`,
                ],
            },
        ],
    },
});
