import { definePolicy } from "../lib/define-policy";
import type { Report } from "../lib/policy";
import { flagOf, isFilled, objectOf, textOf } from "../lib/properties";

/** TLS does not end at the gateway: it goes on to what answers (P-09). */
export const apiBackendHttps = definePolicy({
    name: "api-backend-https",
    control: "HTTPS-08",
    title: "APIs reach their backends over HTTPS only.",
    severity: "high",
    why: "Between the gateway and a backend on HTTP the same requests travel in the clear.",
    remediation:
        "Begin the integration's uri with https://, and give an HTTP API's private integration a tlsConfig with serverNameToVerify.",
    frameworks: ["gdpr:32(1)(a)"],
    checks: {
        "aws:apigateway/integration:Integration": [
            (props, report) => {
                judgeAddress(report, "uri", textOf(props, "uri"));
            },
            (props, report) => {
                if (flagOf(objectOf(props, "tlsConfig"), "insecureSkipVerification") === true) {
                    report("tlsConfig.insecureSkipVerification is true, expected false");
                }
            },
        ],
        "aws:apigatewayv2/integration:Integration": [
            (props, report) => {
                judgeAddress(report, "integrationUri", textOf(props, "integrationUri"));
            },
            (props, report) => {
                if (textOf(props, "connectionType") !== "VPC_LINK") return;
                if (isFilled(objectOf(props, "tlsConfig"), "serverNameToVerify")) return;
                report(
                    "tlsConfig.serverNameToVerify is not set, which means HTTP through the VPC link, expected the name on the backend's certificate",
                );
            },
        ],
        "aws:appsync/dataSource:DataSource": [
            (props, report) => {
                const endpoint = textOf(objectOf(props, "httpConfig"), "endpoint");
                judgeAddress(report, "httpConfig.endpoint", endpoint);
            },
        ],
    },
    examples: {
        accepted: [
            {
                title: "an integration over HTTPS",
                resources: [
                    {
                        type: "aws:apigateway/integration:Integration",
                        props: { type: "HTTP_PROXY", uri: "https://backend.example.com/{proxy}" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an integration over HTTP",
                resources: [
                    {
                        type: "aws:apigateway/integration:Integration",
                        props: { type: "HTTP_PROXY", uri: "http://backend.example.com/{proxy}" },
                    },
                ],
                messages: ["uri begins with http://, expected https://"],
            },
            {
                title: "an HTTP API's private integration without TLS",
                resources: [
                    {
                        type: "aws:apigatewayv2/integration:Integration",
                        props: { integrationType: "HTTP_PROXY", connectionType: "VPC_LINK" },
                    },
                ],
                messages: [
                    "tlsConfig.serverNameToVerify is not set, which means HTTP through the VPC link, expected the name on the backend's certificate",
                ],
            },
        ],
    },
});

/** The rest of an address may hold a secret. */
function judgeAddress(report: Report, path: string, address: string | undefined): void {
    if (/^http:/i.test(address ?? "")) report(`${path} begins with http://, expected https://`);
}
