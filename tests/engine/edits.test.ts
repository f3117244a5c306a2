import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument, type Document } from "yaml";
import { Engine } from "./support/engine";
import { stepsIn } from "./support/planned-resources";
import { holdsData } from "./support/protected-kinds";
import { ROOT } from "./support/surroundings";

/** An edit of the stack file as an engineer makes it, and the resources that it may touch, by what happens to them. */
interface Edit {
    readonly title: string;
    readonly edit: (file: Document) => void;
    readonly expected: Readonly<Record<string, readonly string[]>>;
}

const key = (...path: readonly (string | number)[]): (string | number)[] => [
    "config",
    ...path.slice(0, 1).map((first) => `appsonic-platform:${String(first)}`),
    ...path.slice(1),
];

const NEW_SERVICE = {
    name: "reviews",
    tier: "public",
    dataClass: "none",
    purpose: "support",
    hostName: "reviews.appsonic.example",
    platform: "corretto-21",
    instanceTypes: ["t4g.small"],
    instances: { min: 2, max: 2 },
};

const EDITS: readonly Edit[] = [
    {
        title: "more instances of a service",
        edit: (file) => {
            file.setIn(key("services", 0, "instances", "max"), 8);
        },
        expected: {
            update: ["prod-licensing-environment"],
        },
    },
    {
        title: "a trusted network more",
        edit: (file) => {
            file.addIn(key("bastion", "trustedNetworks"), {
                name: "lyon-office",
                cidr: "203.0.113.64/28",
                owner: "facilities@appsonic.example",
                reviewBy: "2027-05-31",
            });
        },
        expected: {
            create: ["prod-bastion-from-lyon-office"],
            update: ["prod-bastion-rules", "prod-bastion-template", "prod-network-public"],
        },
    },
    {
        title: "an engineer more",
        edit: (file) => {
            file.addIn(key("bastion", "engineers"), {
                name: "denis",
                publicKey:
                    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDK6PQAGm0WMb4LfsWJg2a9VQBamUME9w8cYy4V3FTOt",
                expires: "2027-11-22",
            });
        },
        expected: {
            update: ["prod-bastion-template"],
        },
    },
    {
        title: "an engineer less",
        edit: (file) => {
            file.deleteIn(key("bastion", "engineers", 1));
        },
        expected: {
            update: ["prod-bastion-template"],
        },
    },
    {
        title: "another threshold of an alarm",
        edit: (file) => {
            file.setIn(key("services", 0, "alarmThresholds"), { cpuPercent: 70 });
        },
        expected: {
            update: ["prod-licensing-cpu"],
        },
    },
    {
        title: "a service more",
        edit: (file) => {
            file.addIn(key("services"), NEW_SERVICE);
        },
        expected: {
            create: [
                "prod-public-proof-reviews.appsonic.example",
                "prod-reviews",
                "prod-reviews",
                "prod-reviews-address",
                "prod-reviews-application",
                "prod-reviews-application-log",
                "prod-reviews-cpu",
                "prod-reviews-data",
                "prod-reviews-data-alias",
                "prod-reviews-data-key",
                "prod-reviews-environment",
                "prod-reviews-environment-health",
                "prod-reviews-firewall",
                "prod-reviews-firewall-from-load-balancer",
                "prod-reviews-firewall-group",
                "prod-reviews-firewall-load-balancer-to-instances",
                "prod-reviews-firewall-to-endpoints",
                "prod-reviews-firewall-to-s3",
                "prod-reviews-instances",
                "prod-reviews-instances-platform",
                "prod-reviews-instances-profile",
                "prod-reviews-instances-role",
                "prod-reviews-instances-severe",
                "prod-reviews-latency-p99",
                "prod-reviews-requests-anomaly",
                "prod-reviews-server-errors",
                "prod-reviews-service-down",
                "prod-reviews-status-check",
            ],
            replace: [
                "prod-public-certificate",
                "prod-public-proof-errors.appsonic.example",
                "prod-public-proof-licensing.appsonic.example",
                "prod-public-validation",
            ],
            update: ["prod-public-https"],
        },
    },
    {
        title: "another host name of a service",
        edit: (file) => {
            file.setIn(key("services", 2, "hostName"), "client-errors.appsonic.example");
        },
        expected: {
            create: ["prod-public-proof-client-errors.appsonic.example"],
            delete: ["prod-public-proof-errors.appsonic.example"],
            replace: [
                "prod-client-errors-address",
                "prod-client-errors-environment",
                "prod-public-certificate",
                "prod-public-proof-licensing.appsonic.example",
                "prod-public-validation",
            ],
            update: [
                "prod-client-errors-cpu",
                "prod-client-errors-status-check",
                "prod-public-https",
            ],
        },
    },
    {
        title: "a longer retention of logs",
        edit: (file) => {
            file.setIn(key("logs", "retentionDays"), 545);
        },
        expected: {
            update: [
                "prod-account-config-files-lifecycle",
                "prod-account-trail-files-lifecycle",
                "prod-account-trail-files-lock",
                "prod-account-trail-log-group",
                "prod-bastion-audit",
                "prod-bastion-secure",
                "prod-bastion-sessions",
                "prod-client-errors-environment",
                "prod-internal-access-log-group",
                "prod-internal-connection-log-group",
                "prod-licensing-application-log",
                "prod-licensing-environment",
                "prod-licensing-licences-postgresql-log",
                "prod-licensing-licences-upgrade-log",
                "prod-network-flow-logs-log-group",
                "prod-public-access-log-group",
                "prod-public-connection-log-group",
                "prod-public-web-firewall-log-group",
                "prod-support-console-application-log",
                "prod-support-console-environment",
                "prod-usage-access-log-group",
                "prod-usage-application-log",
                "prod-usage-connection-log-group",
                "prod-usage-environment",
                "prod-usage-web-firewall-log-group",
            ],
        },
    },
];

describe("an edit of the production stack", () => {
    const engine = new Engine(ROOT, "prod");
    let original: string;
    before(async () => {
        const up = await engine.up();
        assert.ok(up.ok, up.output);
        original = readFileSync(engine.stackFile, "utf8");
    });
    after(() => {
        engine.remove();
    });
    for (const { title, edit, expected } of EDITS) {
        it(`changes what it should, and replaces nothing that holds data: ${title}`, async () => {
            const file = parseDocument(original);
            edit(file);
            writeFileSync(engine.stackFile, file.toString({ defaultStringType: "QUOTE_DOUBLE" }));
            const preview = await engine.preview();
            assert.ok(preview.ok, preview.output);
            const steps = [...stepsIn(preview.events)].filter(([, op]) => op !== "same");
            const lost = steps.filter(([urn, op]) => /replace|delete/.test(op) && holdsData(urn));
            assert.deepEqual(lost, []);
            const touched: Record<string, string[]> = {};
            for (const [urn, op] of steps) (touched[op] ??= []).push(urn.replace(/^.*::/, ""));
            for (const names of Object.values(touched)) names.sort();
            assert.deepEqual(touched, expected);
        });
    }
});
