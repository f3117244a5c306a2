import { databaseProxyTls } from "../../../policies/https-only/database-proxy-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(databaseProxyTls, "aws:rds/proxy:Proxy");

describe("database-proxy-tls", () => {
    it("accepts proxies that require TLS", async () => {
        await accepts({ requireTls: true });
        await accepts({ requireTls: "true" });
    });

    it("reports everything else", async () => {
        await reports({ requireTls: false }, ["requireTls is false, expected true"]);
        for (const props of [{}, { requireTls: null }]) {
            await reports(props, ["requireTls is not set, which means false, expected true"]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ requireTls: UNKNOWN }, ["requireTls is not known yet"]);
    });
});
