import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Monitoring, type MonitoringArgs } from "../../../components/monitoring/monitoring";
import { record, type Recording } from "../recording";

const out = (text: string): pulumi.Output<string> => pulumi.output(text);

/** Arguments are made in the recorded program: outputs belong to it. */
function args(changes: Partial<MonitoringArgs> = {}): MonitoringArgs {
    return {
        topics: { critical: out("arn:critical"), warning: out("arn:warning") },
        specs: [
            {
                name: "licensing",
                alarmThresholds: { serverErrors: 25, latencySeconds: 1, cpuPercent: 80 },
                dataStores: [{ name: "licences", storageGiB: 50 }],
            },
            {
                name: "console",
                alarmThresholds: { serverErrors: 5, latencySeconds: 2, cpuPercent: 70 },
                dataStores: [],
            },
        ],
        services: {
            licensing: {
                environmentName: "prod-licensing",
                autoscalingGroupName: "asg-1",
                dataStores: [
                    { type: "postgres", name: "licences", deployedName: "prod-licensing-licences" },
                    { type: "table", name: "cache", deployedName: "prod-licensing-cache" },
                ],
            },
            console: {
                environmentName: "prod-console",
                autoscalingGroupName: "asg-2",
                dataStores: [],
            },
        },
        loadBalancers: { public: { arnSuffix: "app/public/1" } },
        network: { natGatewayIds: ["nat-1", "nat-2"] },
        bastion: {
            autoscalingGroupName: "asg-bastion",
            logGroupNames: { secure: "/b/secure", sessions: "/b/sessions", audit: "/b/audit" },
        },
        backups: { vaultName: "prod-vault" },
        ...changes,
    };
}

describe("Monitoring", () => {
    const made = (changes?: Partial<MonitoringArgs>): Promise<Recording> =>
        record(() => new Monitoring("prod", args(changes)));
    const subjects = (recording: Recording): string[] =>
        recording
            .ofType("appsonic:monitoring:Alarms")
            .map(({ name }) => name)
            .sort();

    it("watches every service, load balancer, gateway, the bastion and the backups", async () => {
        assert.deepEqual(subjects(await made()), [
            "prod-backups",
            "prod-bastion",
            "prod-console",
            "prod-licensing",
            "prod-nat-1",
            "prod-nat-2",
            "prod-public-load-balancer",
        ]);
    });

    it("watches the account's trail in the stack that has it", async () => {
        const recording = await made({ account: { trailLogGroupName: "/trail" } });
        assert.ok(subjects(recording).includes("prod-account"));
    });

    it("takes each service's own thresholds and its databases' own size", async () => {
        const recording = await made();
        const thresholds = (suffix: string): unknown[] =>
            recording
                .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
                .filter(({ name }) => name.endsWith(suffix))
                .map(
                    ({ name }) =>
                        recording.inputs("aws:cloudwatch/metricAlarm:MetricAlarm", name).threshold,
                );
        assert.deepEqual(thresholds("-server-errors").sort(), [25, 5]);
        assert.deepEqual(thresholds("licences-storage"), [5 * 1024 ** 3]);
    });

    it("reports a service that was not made", async () => {
        await assert.rejects(made({ services: {} }), {
            message: 'services: found no "licensing", expected one of: ',
        });
    });
});
