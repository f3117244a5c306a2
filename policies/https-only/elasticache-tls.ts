import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { isSet } from "../lib/properties";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CLUSTER = "aws:elasticache/cluster:Cluster";

/** Serverless caches always encrypt; nodes that one chooses oneself do not unless they are told to (P-09). */
export const elasticacheTls = definePolicy({
    name: "elasticache-tls",
    control: "HTTPS-11",
    title: "ElastiCache accepts TLS connections only.",
    severity: "high",
    why: "Caches hold sessions, tokens and rows of databases; without encryption they, and the password of the cache, travel in plain text between its nodes and to its clients.",
    remediation:
        "Set transitEncryptionEnabled to true and leave transitEncryptionMode at required; Redis and Valkey encrypt in a replication group only, not in a cluster of their own.",
    frameworks: [
        "fsbp:ElastiCache.5",
        "checkov:CKV_AWS_30",
        "trivy:AWS-0051",
        "prowler:elasticache_redis_cluster_in_transit_encryption_enabled",
        "kics:elasticache_replication_group_not_encrypted_at_transit",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [GROUP, CLUSTER],
    check(props, report, subject) {
        if (isSet(props, "globalReplicationGroupId")) {
            subject.notApplicable("A member of a global datastore does as its primary does");
        }
        if (subject.type === CLUSTER && isSet(props, "replicationGroupId")) {
            subject.notApplicable("A cluster of a replication group does as the group does");
        }
        subject.ifKnown(() => {
            const enabled = { accepted: ["true"], byDefault: "false" } as const;
            expectValue(report, props, "transitEncryptionEnabled", enabled);
        });
        subject.ifKnown(() => {
            // preferred is for the time in which clients move: plain text is still accepted.
            const mode = { accepted: ["required"], byDefault: "required" } as const;
            expectValue(report, props, "transitEncryptionMode", mode);
        });
    },
    examples: {
        accepted: [
            {
                title: "a replication group that encrypts",
                resources: [
                    { type: GROUP, props: { engine: "valkey", transitEncryptionEnabled: true } },
                ],
            },
        ],
        rejected: [
            {
                title: "a replication group that does not",
                resources: [{ type: GROUP, props: { engine: "redis" } }],
                messages: ["transitEncryptionEnabled is not set, which means false, expected true"],
            },
            {
                title: "a replication group that still takes plain text",
                resources: [
                    {
                        type: GROUP,
                        props: {
                            engine: "redis",
                            transitEncryptionEnabled: true,
                            transitEncryptionMode: "preferred",
                        },
                    },
                ],
                messages: [`transitEncryptionMode is "preferred", expected "required"`],
            },
        ],
    },
});
