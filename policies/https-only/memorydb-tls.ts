import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { isSet } from "../lib/properties";
import { Undecided } from "../lib/undecided";

const CLUSTER = "aws:memorydb/cluster:Cluster";
const MULTI_REGION = "aws:memorydb/multiRegionCluster:MultiRegionCluster";

/** MemoryDB encrypts unless it is told not to, which also opens it to everybody in the network (P-09). */
export const memorydbTls = definePolicy({
    name: "memorydb-tls",
    control: "HTTPS-11",
    title: "MemoryDB accepts TLS connections only.",
    severity: "high",
    why: "Without TLS data and passwords travel in plain text, and MemoryDB then admits only the access list that lets everybody in.",
    remediation: "Set tlsEnabled of the cluster to true; an existing cluster has to be replaced.",
    frameworks: ["checkov:CKV_AWS_202", "gdpr:32(1)(a)"],
    resourceTypes: [CLUSTER, MULTI_REGION],
    check(props, report, subject) {
        // The provider's default is documented for clusters of one region only.
        if (subject.type === MULTI_REGION && !isSet(props, "tlsEnabled")) {
            throw new Undecided(
                "tlsEnabled is not set, and AWS's default is not documented, expected true",
            );
        }
        expectValue(report, props, "tlsEnabled", { accepted: ["true"], byDefault: "true" });
    },
    examples: {
        accepted: [
            {
                title: "a cluster that leaves encryption on",
                resources: [{ type: CLUSTER, props: { aclName: "orders" } }],
            },
        ],
        rejected: [
            {
                title: "a cluster without encryption",
                resources: [
                    { type: CLUSTER, props: { aclName: "open-access", tlsEnabled: false } },
                ],
                messages: ["tlsEnabled is false, expected true"],
            },
        ],
    },
});
