import { daxTls } from "../../../policies/https-only/dax-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(daxTls, "aws:dax/cluster:Cluster");
const key = "clusterEndpointEncryptionType";

describe("dax-tls", () => {
    it("accepts clusters whose endpoint speaks TLS", async () => {
        for (const value of ["TLS", "tls"]) await accepts({ [key]: value });
    });

    it("reports everything else", async () => {
        for (const value of ["NONE", ""]) {
            await reports({ [key]: value }, [`${key} is "${value}", expected "TLS"`]);
        }
        for (const props of [{}, { [key]: null }]) {
            await reports(props, [`${key} is not set, which means "NONE", expected "TLS"`]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ [key]: UNKNOWN }, [`${key} is not known yet`]);
    });
});
