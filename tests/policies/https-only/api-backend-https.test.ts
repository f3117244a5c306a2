import assert from "node:assert/strict";
import { apiBackendHttps } from "../../../policies/https-only/api-backend-https";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const V1 = "aws:apigateway/integration:Integration";
const V2 = "aws:apigatewayv2/integration:Integration";
const GRAPHQL = "aws:appsync/dataSource:DataSource";
const NO_TLS =
    "fail: tlsConfig.serverNameToVerify is not set, which means HTTP through the VPC link, expected the name on the backend's certificate";

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(apiBackendHttps, { type, props });
}

/** A resource of each type with this address, and where it says so. */
function all(address: unknown) {
    return [
        [V1, { uri: address }, "uri"],
        [V2, { integrationUri: address }, "integrationUri"],
        [GRAPHQL, { httpConfig: { endpoint: address } }, "httpConfig.endpoint"],
    ] as const;
}

describe("api-backend-https", () => {
    it("accepts HTTPS, and what is no address of the web", async () => {
        for (const address of [
            "https://backend.example.com",
            "HTTPS://backend.example.com/?next=http://elsewhere.example.com",
            "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
            "",
            null,
        ]) {
            for (const [type, props] of all(address)) {
                assert.deepEqual(await judged(type, props), []);
            }
        }
        for (const type of [V1, V2, GRAPHQL]) assert.deepEqual(await judged(type, {}), []);
    });

    it("reports HTTP without telling the address", async () => {
        for (const address of ["http://user:secret@backend.example.com", "HTTP://a.example.com"]) {
            for (const [type, props, path] of all(address)) {
                assert.deepEqual(await judged(type, props), [
                    `fail: ${path} begins with http://, expected https://`,
                ]);
            }
        }
    });

    it("reports an integration that believes any certificate", async () => {
        const uri = "https://backend.example.com";
        for (const insecureSkipVerification of [true, "true"]) {
            assert.deepEqual(await judged(V1, { uri, tlsConfig: { insecureSkipVerification } }), [
                "fail: tlsConfig.insecureSkipVerification is true, expected false",
            ]);
        }
        assert.deepEqual(
            await judged(V1, { uri, tlsConfig: { insecureSkipVerification: false } }),
            [],
        );
    });

    it("reports an HTTP API's private integration without TLS, whatever it leads to", async () => {
        for (const tlsConfig of [null, {}, { serverNameToVerify: "" }]) {
            const props = { connectionType: "VPC_LINK", integrationUri: "arn", tlsConfig };
            assert.deepEqual(await judged(V2, props), [NO_TLS]);
            assert.deepEqual(await judged(V2, { ...props, integrationUri: UNKNOWN }), [
                NO_TLS,
                "not-evaluated: integrationUri is not known yet",
            ]);
        }
    });

    it("accepts an HTTP API's private integration with TLS", async () => {
        for (const serverNameToVerify of ["backend.example.com", UNKNOWN]) {
            assert.deepEqual(
                await judged(V2, {
                    connectionType: "VPC_LINK",
                    integrationUri: "arn",
                    tlsConfig: { serverNameToVerify },
                }),
                [],
            );
        }
        assert.deepEqual(await judged(V2, { connectionType: "INTERNET" }), []);
    });

    it("does not evaluate what is not known yet", async () => {
        for (const [type, props, path] of all(UNKNOWN)) {
            assert.deepEqual(await judged(type, props), [
                `not-evaluated: ${path} is not known yet`,
            ]);
        }
        assert.deepEqual(await judged(V1, { uri: "http://a", tlsConfig: UNKNOWN }), [
            "fail: uri begins with http://, expected https://",
            "not-evaluated: tlsConfig is not known yet",
        ]);
        assert.deepEqual(await judged(V2, { connectionType: UNKNOWN }), [
            "not-evaluated: connectionType is not known yet",
        ]);
        assert.deepEqual(await judged(V2, { connectionType: "VPC_LINK", tlsConfig: UNKNOWN }), [
            "not-evaluated: tlsConfig is not known yet",
        ]);
    });
});
