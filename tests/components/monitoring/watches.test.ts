import assert from "node:assert/strict";

import { TRAIL_FILTERS, watchAccount } from "../../../components/monitoring/watch-account";
import { watchBackup } from "../../../components/monitoring/watch-backup";
import { watchBastion } from "../../../components/monitoring/watch-bastion";
import { watchStore } from "../../../components/monitoring/watch-data-stores";
import { watchLoadBalancer } from "../../../components/monitoring/watch-load-balancer";
import { watchNatGateway } from "../../../components/monitoring/watch-nat-gateway";
import { watchService } from "../../../components/monitoring/watch-service";
import {
    combineWatches,
    type AlarmDefinition,
    type Watch,
} from "../../../components/monitoring/watch";
import { EVENT_DEFINITIONS } from "../../../components/monitoring/events";

const SERVICE = watchService({
    environmentName: "prod-licensing",
    autoscalingGroupName: "awseb-group",
    thresholds: { serverErrors: 10, latencySeconds: 2, cpuPercent: 70 },
});
const BASTION = watchBastion({
    name: "bastion",
    autoscalingGroupName: "bastion-group",
    logGroupNames: { secure: "/b/secure", sessions: "/b/sessions", audit: "/b/audit" },
});
const ACCOUNT = watchAccount({ trailLogGroup: "/appsonic/trail" });
const WATCHES: Readonly<Record<string, Watch>> = {
    service: SERVICE,
    bastion: BASTION,
    account: ACCOUNT,
    backup: watchBackup({ vaultName: "vault" }),
    "load balancer": watchLoadBalancer({ arnSuffix: "app/public/1" }),
    "NAT gateway": watchNatGateway({ name: "eu-west-1a", id: "nat-1" }),
    postgres: watchStore({
        type: "postgres",
        name: "main",
        deployedName: "prod-main",
        storageGiB: 50,
    }),
    table: watchStore({ type: "table", name: "events", deployedName: "prod-events" }),
    bucket: watchStore({ type: "bucket", name: "reports", deployedName: "prod-reports" }),
};

function alarm(watch: Watch, suffix: string): AlarmDefinition {
    const found = watch.alarms.find((definition) => definition.suffix === suffix);
    assert.ok(found, `no alarm ${suffix}`);
    return found;
}

/** What decides whether an alarm fires, without its words. */
function trigger(watch: Watch, suffix: string): unknown {
    const words = ["suffix", "description", "severity"];
    return Object.fromEntries(
        Object.entries(alarm(watch, suffix)).filter(([key]) => !words.includes(key)),
    );
}

for (const [subject, watch] of Object.entries(WATCHES)) {
    describe(`watch of a ${subject}`, () => {
        it("names each alarm once", () => {
            const suffixes = [...watch.alarms, ...(watch.composites ?? [])].map(
                (definition) => definition.suffix,
            );
            assert.deepEqual(suffixes, [...new Set(suffixes)]);
        });

        it("tells whoever is paged what happened and what to do, within 1024 characters", () => {
            for (const { suffix, description } of [...watch.alarms, ...(watch.composites ?? [])]) {
                const [, ...next] = description.split(/[.:;] /);
                assert.ok(
                    next.length > 0 && description.endsWith(".") && description.length <= 1024,
                    suffix,
                );
            }
        });

        it("looks no further back than CloudWatch does", () => {
            for (const { suffix, metric, periods, breachingPeriods } of watch.alarms) {
                const day = 86_400;
                // "Alarm limits", CloudWatch guide: a day, or a week when the period is an hour or longer.
                const limit = metric.periodSeconds < 3600 ? day : 7 * day;
                assert.ok(periods * metric.periodSeconds <= limit, suffix);
                assert.ok((breachingPeriods ?? periods) <= periods, suffix);
            }
        });
    });
}

describe("alarms of a service", () => {
    it("fire when the environment is degraded or silent", () => {
        assert.deepEqual(trigger(SERVICE, "environment-health"), {
            metric: {
                namespace: "AWS/ElasticBeanstalk",
                name: "EnvironmentHealth",
                dimensions: { EnvironmentName: "prod-licensing" },
                statistic: "Maximum",
                periodSeconds: 60,
            },
            comparison: "GreaterThanOrEqualToThreshold",
            threshold: 20,
            periods: 5,
            missingData: "breaching",
        });
    });

    it("take their thresholds from the service", () => {
        const thresholds = ["server-errors", "latency-p99", "cpu"].map((suffix) => {
            const definition = alarm(SERVICE, suffix);
            return "threshold" in definition ? definition.threshold : undefined;
        });
        assert.deepEqual(thresholds, [10, 2, 70]);
    });

    it("page once when the service is down", () => {
        assert.deepEqual(
            SERVICE.composites?.map(({ suffix, severity, all, any }) => ({
                suffix,
                severity,
                all,
                any,
            })),
            [
                {
                    suffix: "service-down",
                    severity: "critical",
                    all: ["environment-health"],
                    any: ["server-errors", "instances-severe"],
                },
            ],
        );
        assert.deepEqual(
            SERVICE.alarms.filter(({ severity }) => severity === "critical"),
            [],
        );
    });

    it("learn what is usual for requests", () => {
        const requests = alarm(SERVICE, "requests-anomaly");
        assert.equal("bandWidth" in requests && requests.bandWidth, 3);
    });
});

describe("alarms of data stores", () => {
    it("fire when a tenth of a database's storage is left, or when it is silent", () => {
        assert.deepEqual(trigger(WATCHES["postgres"]!, "main-storage"), {
            metric: {
                namespace: "AWS/RDS",
                name: "FreeStorageSpace",
                dimensions: { DBInstanceIdentifier: "prod-main" },
                statistic: "Minimum",
                periodSeconds: 300,
            },
            comparison: "LessThanThreshold",
            threshold: 5_368_709_120,
            periods: 1,
            missingData: "breaching",
        });
    });

    it("take a database for a small one when its size is not said", () => {
        const storage = alarm(
            watchStore({ type: "postgres", name: "main", deployedName: "prod-main" }),
            "main-storage",
        );
        assert.equal("threshold" in storage && storage.threshold, 2_147_483_648);
    });

    it("are part of their service's", () => {
        const { alarms, requestMetrics } = watchService({
            environmentName: "prod-licensing",
            autoscalingGroupName: "awseb-group",
            thresholds: { serverErrors: 10, latencySeconds: 2, cpuPercent: 70 },
            stores: [{ type: "bucket", name: "reports", deployedName: "prod-reports" }],
        });
        assert.deepEqual(alarms, [...SERVICE.alarms, ...WATCHES["bucket"]!.alarms]);
        assert.deepEqual(requestMetrics, { reports: "prod-reports" });
    });

    it("ask S3 for the metrics that they need", () => {
        assert.deepEqual(WATCHES["bucket"]!.requestMetrics, { reports: "prod-reports" });
        assert.deepEqual(alarm(WATCHES["bucket"]!, "reports-errors").metric, {
            namespace: "AWS/S3",
            name: "5xxErrors",
            dimensions: { BucketName: "prod-reports", FilterId: "EntireBucket" },
            statistic: "Sum",
            periodSeconds: 300,
        });
    });

    it("count refused reads and writes of a table apart", () => {
        assert.deepEqual(
            WATCHES["table"]!.alarms.map(({ suffix }) => suffix),
            ["events-read-throttled", "events-write-throttled", "events-errors"],
        );
    });
});

describe("alarms of backups", () => {
    it("fire when there were no backups, which is no data at all", () => {
        assert.deepEqual(trigger(WATCHES["backup"]!, "backup-none-completed"), {
            metric: {
                namespace: "AWS/Backup",
                name: "NumberOfBackupJobsCompleted",
                dimensions: { BackupVaultName: "vault" },
                statistic: "Sum",
                periodSeconds: 86_400,
            },
            comparison: "LessThanThreshold",
            threshold: 1,
            periods: 2,
            missingData: "breaching",
        });
    });
});

describe("alarms of the bastion", () => {
    /** CloudWatch's match of a quoted term: the line contains it. */
    const counted = (line: string): string[] =>
        (BASTION.filters ?? [])
            .filter(({ pattern }) => line.includes(pattern.slice(1, -1)))
            .map(({ suffix }) => suffix);

    const lines: readonly [string, string[]][] = [
        [
            "sshd[812]: Accepted publickey for anna from 203.0.113.5 port 50122 ssh2: ED25519 SHA256:abc",
            ["sessions"],
        ],
        [
            "sshd[812]: Failed publickey for anna from 203.0.113.5 port 50122 ssh2: ED25519 SHA256:abc",
            ["failed-authentication"],
        ],
        ["sshd-session[812]: Invalid user admin from 203.0.113.5 port 50122", ["invalid-user"]],
        [
            "sshd[812]: User root from 203.0.113.5 not allowed because not listed in AllowUsers",
            ["not-allowed"],
        ],
        ["sshd[812]: Connection closed by 203.0.113.5 port 50122 [preauth]", []],
        ["bastion-heartbeat: alive", []],
    ];
    for (const [line, suffixes] of lines) {
        it(`count ${suffixes.join(", ") || "nothing"} in: ${line}`, () => {
            assert.deepEqual(counted(line), suffixes);
        });
    }

    it("alarm on what their filters count", () => {
        for (const filter of BASTION.filters ?? []) {
            assert.deepEqual(alarm(BASTION, filter.suffix).metric, {
                namespace: filter.namespace,
                name: filter.metricName,
                dimensions: {},
                statistic: "Sum",
                periodSeconds: 300,
            });
        }
    });

    it("fire when one of its logs is silent for three hours", () => {
        for (const log of ["secure", "sessions", "audit"]) {
            assert.deepEqual(trigger(BASTION, `${log}-log-silent`), {
                metric: {
                    namespace: "AWS/Logs",
                    name: "IncomingLogEvents",
                    dimensions: { LogGroupName: `/b/${log}` },
                    statistic: "Sum",
                    periodSeconds: 3600,
                },
                comparison: "LessThanThreshold",
                threshold: 1,
                periods: 3,
                missingData: "breaching",
            });
        }
    });
});

describe("alarms of the account", () => {
    it("alarm on what their filters count, from the first event on", () => {
        for (const filter of ACCOUNT.filters ?? []) {
            assert.equal(filter.logGroupName, "/appsonic/trail");
            assert.deepEqual(trigger(ACCOUNT, filter.suffix), {
                metric: {
                    namespace: "CISBenchmark",
                    name: filter.metricName,
                    dimensions: {},
                    statistic: "Sum",
                    periodSeconds: 300,
                },
                comparison: "GreaterThanOrEqualToThreshold",
                threshold: 1,
                periods: 1,
                missingData: "notBreaching",
            });
        }
    });

    it("take a threshold of their own", () => {
        const noisy = watchAccount({
            trailLogGroup: "/appsonic/trail",
            thresholds: { "unauthorized-calls": 12 },
        });
        const definition = alarm(noisy, "unauthorized-calls");
        assert.equal("threshold" in definition && definition.threshold, 12);
        assert.deepEqual(noisy.filters, ACCOUNT.filters);
    });

    it("reports a threshold for a filter that does not exist", () => {
        assert.throws(
            () =>
                watchAccount({
                    trailLogGroup: "/appsonic/trail",
                    thresholds: { "root-usage": 2, iam: 1 },
                }),
            new Error(
                `thresholds: found iam, root-usage, expected some of ${TRAIL_FILTERS.map(({ suffix }) => suffix).join(", ")}`,
            ),
        );
    });

    it("keep every pattern within CloudWatch's 1024 characters", () => {
        for (const { suffix, pattern } of TRAIL_FILTERS)
            assert.ok(pattern.length <= 1024, `${suffix}: ${String(pattern.length)}`);
    });

    it("count changes in other regions, global services left out", () => {
        const pattern =
            TRAIL_FILTERS.find(({ suffix }) => suffix === "other-region-changes")?.pattern ?? "";
        assert.ok(
            pattern.startsWith(
                '{($.awsRegion != "eu-west-1") && ($.readOnly IS FALSE) && ($.eventSource != "account.amazonaws.com") && ',
            ),
        );
        for (const kept of ["s3", "ec2", "kms", "rds", "lambda"])
            assert.ok(!pattern.includes(`"${kept}.amazonaws.com"`), kept);
    });
});

describe("combined watches", () => {
    it("hold everything of each", () => {
        const combined = combineWatches([SERVICE, WATCHES["bucket"]!, BASTION]);
        assert.equal(
            combined.alarms.length,
            SERVICE.alarms.length + WATCHES["bucket"]!.alarms.length + BASTION.alarms.length,
        );
        assert.deepEqual(combined.filters, BASTION.filters);
        assert.deepEqual(combined.composites, SERVICE.composites);
        assert.deepEqual(combined.requestMetrics, { reports: "prod-reports" });
    });

    it("are empty without any", () => {
        assert.deepEqual(combineWatches([]), {
            alarms: [],
            filters: [],
            composites: [],
            requestMetrics: {},
        });
    });
});

describe("events that people are told of", () => {
    it("split GuardDuty's findings at 7, from 4 on", () => {
        const severities = EVENT_DEFINITIONS.filter(({ suffix }) =>
            suffix.startsWith("guardduty"),
        ).map(({ severity, pattern }) => [severity, pattern.detail["severity"]]);
        assert.deepEqual(severities, [
            ["critical", [{ numeric: [">=", 7] }]],
            ["warning", [{ numeric: [">=", 4, "<", 7] }]],
        ]);
    });

    it("fit into EventBridge's 512 characters", () => {
        for (const { suffix, description } of EVENT_DEFINITIONS)
            assert.ok(description.length <= 512, suffix);
    });
});
