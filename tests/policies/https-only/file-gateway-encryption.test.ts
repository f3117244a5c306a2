import { fileGatewayEncryption } from "../../../policies/https-only/file-gateway-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    fileGatewayEncryption,
    "aws:storagegateway/gateway:Gateway",
);

const EXPECTED = `expected "MandatoryEncryption" or "MandatoryEncryptionNoAes128"`;

describe("file-gateway-encryption", () => {
    it("accepts gateways that insist on encryption, which is the default", async () => {
        for (const gatewayType of ["FILE_S3", "FILE_FSX_SMB", "file_s3"]) {
            await accepts({ gatewayType });
            for (const smbSecurityStrategy of [
                null,
                "MandatoryEncryption",
                "MandatoryEncryptionNoAes128",
            ]) {
                await accepts({ gatewayType, smbSecurityStrategy });
            }
        }
    });

    it("reports gateways that do not", async () => {
        for (const smbSecurityStrategy of ["ClientSpecified", "MandatorySigning", ""]) {
            await reports({ gatewayType: "FILE_S3", smbSecurityStrategy }, [
                `smbSecurityStrategy is "${smbSecurityStrategy}", ${EXPECTED}`,
            ]);
        }
    });

    it("reports file shares over NFS", async () => {
        await reports(
            {},
            ["NFS has no encryption, expected a file share over SMB"],
            "aws:storagegateway/nfsFileShare:NfsFileShare",
        );
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ gatewayType: UNKNOWN }, ["gatewayType is not known yet"]);
        await cannotEvaluate({ gatewayType: "FILE_S3", smbSecurityStrategy: UNKNOWN }, [
            "smbSecurityStrategy is not known yet",
        ]);
    });

    it("does not apply to gateways that share no files", async () => {
        for (const props of [{}, { gatewayType: null }, { gatewayType: "VTL" }]) {
            await excludes(
                { ...props, smbSecurityStrategy: "ClientSpecified" },
                "The gateway shares no files",
            );
        }
    });
});
