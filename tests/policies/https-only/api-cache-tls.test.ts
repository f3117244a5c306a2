import { apiCacheTls } from "../../../policies/https-only/api-cache-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    apiCacheTls,
    "aws:appsync/apiCache:ApiCache",
);

describe("api-cache-tls", () => {
    it("accepts caches that are reached over TLS", async () => {
        await accepts({ transitEncryptionEnabled: true });
        await accepts({ transitEncryptionEnabled: "true" });
    });

    it("reports everything else", async () => {
        await reports({ transitEncryptionEnabled: false }, [
            "transitEncryptionEnabled is false, expected true",
        ]);
        for (const props of [{}, { transitEncryptionEnabled: null }]) {
            await reports(props, [
                "transitEncryptionEnabled is not set, which means false, expected true",
            ]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ transitEncryptionEnabled: UNKNOWN }, [
            "transitEncryptionEnabled is not known yet",
        ]);
    });
});
