import assert from "node:assert/strict";
import { apiTlsPolicy } from "../../../policies/https-only/api-tls-policy";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const API = "aws:apigateway/restApi:RestApi";
const DOMAIN = "aws:apigateway/domainName:DomainName";
const DOMAIN_V2 = "aws:apigatewayv2/domainName:DomainName";
const EXPECTED = "expected one with TLS 1.2 or newer only";
const UNSET = `fail: securityPolicy is not set, which means TLS_1_0 and admits TLS 1.0, ${EXPECTED}`;

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(apiTlsPolicy, { type, props });
}

/** A resource of each type with this policy, and where it says so. */
function all(securityPolicy: unknown) {
    return [
        [API, { securityPolicy }, "securityPolicy"],
        [DOMAIN, { securityPolicy }, "securityPolicy"],
        [
            DOMAIN_V2,
            { domainNameConfiguration: { securityPolicy } },
            "domainNameConfiguration.securityPolicy",
        ],
    ] as const;
}

describe("api-tls-policy", () => {
    it("accepts TLS 1.2 and newer", async () => {
        for (const name of [
            "TLS_1_2",
            "SecurityPolicy_TLS13_1_3_2025_09",
            "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
            "SecurityPolicy_TLS12_2018_EDGE",
        ]) {
            for (const [type, props] of all(name)) assert.deepEqual(await judged(type, props), []);
        }
    });

    it("reports what other policies admit", async () => {
        for (const [name, problem] of [
            ["TLS_1_0", "admits TLS 1.0"],
            ["TLS_1_3", "is no policy known to admit TLS 1.2 or newer only"],
            ["tls_1_2", "is no policy known to admit TLS 1.2 or newer only"],
        ] as const) {
            for (const [type, props, path] of all(name)) {
                assert.deepEqual(await judged(type, props), [
                    `fail: ${path} is "${name}", which ${problem}, ${EXPECTED}`,
                ]);
            }
        }
    });

    it("accepts what AWS takes for domain names and private APIs by itself", async () => {
        assert.deepEqual(await judged(DOMAIN, {}), []);
        assert.deepEqual(await judged(DOMAIN, { securityPolicy: "" }), []);
        assert.deepEqual(await judged(DOMAIN_V2, {}), []);
        assert.deepEqual(await judged(API, { endpointConfiguration: { types: "PRIVATE" } }), []);
    });

    it("reports what AWS takes for other APIs by itself", async () => {
        for (const props of [
            {},
            { securityPolicy: null },
            { securityPolicy: "" },
            { endpointConfiguration: { types: "REGIONAL" } },
            { endpointConfiguration: { types: "EDGE" }, disableExecuteApiEndpoint: false },
        ]) {
            assert.deepEqual(await judged(API, props), [UNSET]);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        for (const [type, props, path] of all(UNKNOWN)) {
            assert.deepEqual(await judged(type, props), [
                `not-evaluated: ${path} is not known yet`,
            ]);
        }
        for (const [props, path] of [
            [{ endpointConfiguration: { types: UNKNOWN } }, "endpointConfiguration.types"],
            [{ disableExecuteApiEndpoint: UNKNOWN }, "disableExecuteApiEndpoint"],
        ] as const) {
            assert.deepEqual(await judged(API, props), [`not-evaluated: ${path} is not known yet`]);
        }
    });

    it("does not apply to an API without an endpoint of its own", async () => {
        assert.deepEqual(
            await judged(API, { securityPolicy: "TLS_1_0", disableExecuteApiEndpoint: true }),
            ["not-applicable: The API is reached by its domain names only"],
        );
    });
});
