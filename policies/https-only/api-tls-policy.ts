import { definePolicy } from "../lib/define-policy";
import { flagOf, objectOf, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { isPrivateApi } from "../lib/views/public-entrances";
import { apiGatewayTlsPolicy, outdated } from "../lib/views/tls-policies";

const REST_API = "aws:apigateway/restApi:RestApi";
const DOMAIN_V2 = "aws:apigatewayv2/domainName:DomainName";
const EXPECTED = "expected one with TLS 1.2 or newer only";

/**
 * HTTPS with TLS 1.0 is HTTPS by name only (P-09). Forward secrecy is not asked for: mutual TLS, HTTP APIs and WebSocket APIs have
 * the policy TLS_1_2 or none.
 */
export const apiTlsPolicy = definePolicy({
    name: "api-tls-policy",
    control: "HTTPS-20",
    title: "APIs and their domain names admit TLS 1.2 or newer only.",
    severity: "high",
    why: "Old versions of TLS can be broken; the endpoint that every REST API has by default admits TLS 1.0.",
    remediation:
        'Set securityPolicy to "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" (with endpointAccessMode) or "TLS_1_2"; set disableExecuteApiEndpoint on a REST API that is called by its domain name only.',
    frameworks: [
        "checkov:CKV_AWS_206",
        "trivy:AWS-0005",
        "kics:api_gateway_without_security_policy",
    ],
    resourceTypes: [REST_API, DOMAIN_V2, "aws:apigateway/domainName:DomainName"],
    check(props, report, subject) {
        if (flagOf(props, "disableExecuteApiEndpoint") === true) {
            subject.notApplicable("The API is reached by its domain names only");
        }
        const isApi = subject.type === REST_API;
        const isV2 = subject.type === DOMAIN_V2;
        const holder = isV2 ? objectOf(props, "domainNameConfiguration") : props;
        const path = isV2 ? "domainNameConfiguration.securityPolicy" : "securityPolicy";
        const name = textOf(holder, "securityPolicy") || undefined;
        const fallback = isApi && !isPrivateApi({ props }) ? "TLS_1_0" : "TLS_1_2";
        const problem = outdated(apiGatewayTlsPolicy(name ?? fallback));
        if (problem === undefined) return;
        report(
            name === undefined
                ? `${path} is not set, which means ${fallback} and ${problem}, ${EXPECTED}`
                : `${path} is ${quote(name)}, which ${problem}, ${EXPECTED}`,
        );
    },
    examples: {
        accepted: [
            {
                title: "a REST API with a recent policy",
                resources: [
                    {
                        type: REST_API,
                        props: {
                            securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
                            endpointAccessMode: "STRICT",
                            endpointConfiguration: { types: "REGIONAL" },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a domain name that admits TLS 1.0",
                resources: [
                    {
                        type: "aws:apigateway/domainName:DomainName",
                        props: { domainName: "api.example.com", securityPolicy: "TLS_1_0" },
                    },
                ],
                messages: [`securityPolicy is "TLS_1_0", which admits TLS 1.0, ${EXPECTED}`],
            },
            {
                title: "a REST API that leaves the policy to AWS",
                resources: [
                    {
                        type: REST_API,
                        props: { endpointConfiguration: { types: "REGIONAL" } },
                    },
                ],
                messages: [
                    `securityPolicy is not set, which means TLS_1_0 and admits TLS 1.0, ${EXPECTED}`,
                ],
            },
        ],
    },
});
