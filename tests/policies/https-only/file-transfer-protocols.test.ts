import { fileTransferProtocols } from "../../../policies/https-only/file-transfer-protocols";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    fileTransferProtocols,
    "aws:transfer/server:Server",
);

describe("file-transfer-protocols", () => {
    it("accepts SFTP, which is the default, and FTPS", async () => {
        for (const protocols of [null, [], ["SFTP"], ["FTPS"], ["SFTP", "FTPS"], ["sftp"]]) {
            await accepts({ protocols });
        }
        await accepts({});
    });

    it("reports every other protocol", async () => {
        await reports({ protocols: ["FTP", "SFTP", "AS2", ""] }, [
            `protocols[0] is "FTP", expected "SFTP" or "FTPS"`,
            `protocols[2] is "AS2", expected "SFTP" or "FTPS"`,
            `protocols[3] is "", expected "SFTP" or "FTPS"`,
        ]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ protocols: UNKNOWN }, ["protocols is not known yet"]);
        await cannotEvaluate(
            { protocols: [UNKNOWN, "FTP"] },
            ["protocols[0] is not known yet"],
            [`protocols[1] is "FTP", expected "SFTP" or "FTPS"`],
        );
    });
});
