import { transferConnectorHttps } from "../../../policies/https-only/transfer-connector-https";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    transferConnectorHttps,
    "aws:transfer/connector:Connector",
);

describe("transfer-connector-https", () => {
    it("accepts connectors over HTTPS and SFTP", async () => {
        for (const url of ["https://partner.example.com", "sftp://partner", "HTTPS://partner"]) {
            await accepts({ url });
        }
    });

    it("reports every other scheme, without the address", async () => {
        for (const scheme of ["http", "ftp", "HTTP", "x.https"]) {
            await reports({ url: `${scheme}://user:secret@partner` }, [
                `url begins with ${scheme.toLowerCase()}:, expected https: or sftp:`,
            ]);
        }
        for (const url of ["", "partner.example.com", "//partner/https://", "://partner"]) {
            await reports({ url }, ["url has no scheme, expected https: or sftp:"]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ url: UNKNOWN }, ["url is not known yet"]);
    });

    it("does not apply to connectors without an address", async () => {
        for (const props of [{}, { url: null }]) {
            await excludes(props, "A connector through VPC Lattice speaks SFTP");
        }
    });
});
