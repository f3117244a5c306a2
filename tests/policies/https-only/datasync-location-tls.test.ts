import { datasyncLocationTls } from "../../../policies/https-only/datasync-location-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    datasyncLocationTls,
    "aws:datasync/locationObjectStorage:LocationObjectStorage",
);

const HDFS = "aws:datasync/locationHdfs:LocationHdfs";
const AT = "qopConfiguration";

describe("datasync-location-tls", () => {
    it("accepts object storage that is read over HTTPS, which is the default", async () => {
        for (const props of [{ serverProtocol: "HTTPS" }, { serverProtocol: null }, {}]) {
            await accepts(props);
        }
    });

    it("reports object storage that is read over HTTP", async () => {
        await reports({ serverProtocol: "HTTP" }, [`serverProtocol is "HTTP", expected "HTTPS"`]);
    });

    it("accepts Hadoop with encryption, which is the default", async () => {
        const privacy = { dataTransferProtection: "PRIVACY", rpcProtection: "PRIVACY" };
        for (const props of [{}, { [AT]: null }, { [AT]: {} }, { [AT]: privacy }]) {
            await accepts(props, HDFS);
        }
        await accepts({ [AT]: { rpcProtection: "PRIVACY" } }, HDFS);
    });

    it("reports Hadoop without encryption", async () => {
        for (const key of ["dataTransferProtection", "rpcProtection"]) {
            for (const value of ["DISABLED", "AUTHENTICATION", "INTEGRITY"]) {
                await reports(
                    { [AT]: { [key]: value } },
                    [`${AT}.${key} is "${value}", expected "PRIVACY"`],
                    HDFS,
                );
            }
        }
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ serverProtocol: UNKNOWN }, ["serverProtocol is not known yet"]);
        await cannotEvaluate({ [AT]: UNKNOWN }, [`${AT} is not known yet`], [], HDFS);
        await cannotEvaluate(
            { [AT]: { dataTransferProtection: UNKNOWN, rpcProtection: "DISABLED" } },
            [`${AT}.dataTransferProtection is not known yet`],
            [`${AT}.rpcProtection is "DISABLED", expected "PRIVACY"`],
            HDFS,
        );
    });
});
