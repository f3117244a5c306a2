import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { objectOf } from "../lib/properties";

const OBJECTS = "aws:datasync/locationObjectStorage:LocationObjectStorage";
const HDFS = "aws:datasync/locationHdfs:LocationHdfs";

/** DataSync encrypts between its agent and AWS; how the agent reads is up to the location (P-09). */
export const datasyncLocationTls = definePolicy({
    name: "datasync-location-tls",
    control: "HTTPS-31",
    title: "Transfers read object storage over HTTPS and Hadoop with encryption.",
    severity: "medium",
    why: "What a transfer reads or writes can be read on the way to its agent, and so can the key that opens the storage.",
    remediation:
        'Set serverProtocol of an object storage to "HTTPS", and both settings in qopConfiguration of a Hadoop cluster to "PRIVACY", or leave them to DataSync.',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [OBJECTS, HDFS],
    check(props, report, subject) {
        if (subject.type === OBJECTS) {
            const protocol = { accepted: ["HTTPS"], byDefault: "HTTPS" } as const;
            expectValue(report, props, "serverProtocol", protocol);
            return;
        }
        const at = "qopConfiguration";
        const configuration = objectOf(props, at);
        for (const key of ["dataTransferProtection", "rpcProtection"]) {
            subject.ifKnown(() => {
                // Neither set means PRIVACY, and one that is not set takes the value of the other:
                // https://docs.aws.amazon.com/datasync/latest/userguide/API_QopConfiguration.html
                const privacy = { accepted: ["PRIVACY"], byDefault: "PRIVACY", at } as const;
                expectValue(report, configuration, key, privacy);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "an object storage that is read over HTTPS",
                resources: [{ type: OBJECTS, props: { serverProtocol: "HTTPS" } }],
            },
        ],
        rejected: [
            {
                title: "an object storage that is read over HTTP",
                resources: [{ type: OBJECTS, props: { serverProtocol: "HTTP" } }],
                messages: [`serverProtocol is "HTTP", expected "HTTPS"`],
            },
            {
                title: "a Hadoop cluster that only authenticates",
                resources: [
                    {
                        type: HDFS,
                        props: {
                            qopConfiguration: {
                                dataTransferProtection: "AUTHENTICATION",
                                rpcProtection: "PRIVACY",
                            },
                        },
                    },
                ],
                messages: [
                    `qopConfiguration.dataTransferProtection is "AUTHENTICATION", expected "PRIVACY"`,
                ],
            },
        ],
    },
});
