import { latticeTargetTls } from "../../../policies/https-only/lattice-target-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    latticeTargetTls,
    "aws:vpclattice/targetGroup:TargetGroup",
);

const EXPECTED = `expected "HTTPS" or "TCP"`;

describe("lattice-target-tls", () => {
    it("accepts target groups on HTTPS, and those that pass TLS on as it is", async () => {
        for (const protocol of ["HTTPS", "TCP", "https"]) {
            for (const type of ["IP", "INSTANCE", "ALB"])
                await accepts({ type, config: { protocol } });
        }
    });

    it("reports every other target group", async () => {
        for (const protocol of ["HTTP", ""]) {
            await reports({ type: "ALB", config: { protocol } }, [
                `config.protocol is "${protocol}", ${EXPECTED}`,
            ]);
        }
        for (const props of [{ type: "IP" }, { type: "IP", config: {} }, {}]) {
            await reports(props, [`config.protocol is not set, ${EXPECTED}`]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ type: UNKNOWN }, ["type is not known yet"]);
        await cannotEvaluate({ type: "IP", config: UNKNOWN }, ["config is not known yet"]);
        await cannotEvaluate({ type: "IP", config: { protocol: UNKNOWN } }, [
            "config.protocol is not known yet",
        ]);
    });

    it("does not apply to functions", async () => {
        for (const type of ["LAMBDA", "lambda"]) {
            await excludes({ type }, "Lambda functions are invoked through AWS's own API");
        }
    });
});
