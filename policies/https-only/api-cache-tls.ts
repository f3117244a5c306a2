import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";

const TYPE = "aws:appsync/apiCache:ApiCache";

/** AppSync's API is HTTPS; between the API and its cache it is plain text by default (P-09). */
export const apiCacheTls = definePolicy({
    name: "api-cache-tls",
    control: "HTTPS-11",
    title: "AppSync reaches its cache over TLS.",
    severity: "medium",
    why: "The cache holds what the API answers its callers; without encryption that travels in plain text between the API and the cache.",
    remediation:
        "Set transitEncryptionEnabled of the cache to true; an existing cache has to be replaced.",
    frameworks: ["fsbp:AppSync.6", "checkov:CKV_AWS_215", "gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(cache, report) {
        const enabled = { accepted: ["true"], byDefault: "false" } as const;
        expectValue(report, cache, "transitEncryptionEnabled", enabled);
    },
    examples: {
        accepted: [
            {
                title: "a cache that is reached over TLS",
                resources: [{ type: TYPE, props: { transitEncryptionEnabled: true } }],
            },
        ],
        rejected: [
            {
                title: "a cache that leaves encryption to AWS",
                resources: [{ type: TYPE, props: { type: "SMALL" } }],
                messages: ["transitEncryptionEnabled is not set, which means false, expected true"],
            },
        ],
    },
});
