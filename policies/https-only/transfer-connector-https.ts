import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";

const TYPE = "aws:transfer/connector:Connector";

/** A connector sends to a partner, by AS2 over HTTP or by SFTP (P-09). */
export const transferConnectorHttps = definePolicy({
    name: "transfer-connector-https",
    control: "HTTPS-34",
    title: "File transfer connectors reach partners over HTTPS or SFTP.",
    severity: "medium",
    why: "Over plain HTTP anyone on the way sees who sends what to whom, and the file as well where the connector does not encrypt it.",
    remediation: "Let url of the connector begin with https:// or sftp://.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        const url =
            textOf(props, "url") ??
            subject.notApplicable("A connector through VPC Lattice speaks SFTP");
        // A URL may hold who signs in: it is not quoted.
        const scheme = /^[a-z0-9+.-]+(?=:)/i.exec(url)?.[0].toLowerCase();
        if (scheme === "https" || scheme === "sftp") return;
        const found = scheme === undefined ? "has no scheme" : `begins with ${scheme}:`;
        report(`url ${found}, expected https: or sftp:`);
    },
    examples: {
        accepted: [
            {
                title: "a connector that sends over HTTPS",
                resources: [{ type: TYPE, props: { url: "https://partner.example.com/as2" } }],
            },
        ],
        rejected: [
            {
                title: "a connector that sends over HTTP",
                resources: [{ type: TYPE, props: { url: "http://partner.example.com/as2" } }],
                messages: ["url begins with http:, expected https: or sftp:"],
            },
        ],
    },
});
