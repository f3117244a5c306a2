import { definePolicy } from "../lib/define-policy";
import { itemsOf } from "../lib/properties";
import { quote } from "../lib/quote";

const TYPE = "aws:transfer/server:Server";
const ENCRYPTED = ["SFTP", "FTPS"];

/** AS2 encrypts its messages, but it takes them on a listener of plain HTTP (P-09). */
export const fileTransferProtocols = definePolicy({
    name: "file-transfer-protocols",
    control: "HTTPS-34",
    title: "File transfer servers speak SFTP and FTPS only.",
    severity: "high",
    why: "FTP sends passwords and files in plain text, and a server for AS2 listens on plain HTTP, where who sends what to whom can be read.",
    remediation: "Leave SFTP, or FTPS, as the only protocols of the server.",
    frameworks: [
        "fsbp:Transfer.2",
        "checkov:CKV_AWS_357",
        "prowler:transfer_server_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        // None means SFTP.
        for (const protocol of itemsOf(props, "protocols")) {
            subject.ifKnown(() => {
                const { path, text } = protocol;
                if (ENCRYPTED.includes(text.toUpperCase())) return;
                report(`${path} is ${quote(text)}, expected "SFTP" or "FTPS"`);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a server that speaks SFTP",
                resources: [{ type: TYPE, props: { protocols: ["SFTP"] } }],
            },
        ],
        rejected: [
            {
                title: "a server that speaks FTP as well",
                resources: [{ type: TYPE, props: { protocols: ["SFTP", "FTP"] } }],
                messages: [`protocols[1] is "FTP", expected "SFTP" or "FTPS"`],
            },
        ],
    },
});
