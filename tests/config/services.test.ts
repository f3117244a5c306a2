import assert from "node:assert/strict";

import {
    ACCOUNT,
    change,
    changed,
    parse,
    problemsIn,
    type Raw,
    soundService,
    soundStack,
} from "./sound-stack";

const AT = "services[0]";
const SECRET = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:prod/token-Ab12Cd`;
const PARAMETER = `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/prod/token`;
const SECRET_ARN =
    "expected a secret or parameter of the account in eu-west-1 (arn:aws:secretsmanager:eu-west-1:<account>:secret:<name> or arn:aws:ssm:eu-west-1:<account>:parameter/<name>)";
const NAME =
    "expected a name of at most 40 lower-case letters and digits, with single hyphens between them";
const VARIABLE =
    "expected capital letters, digits and _ (at most 128), no name that Beanstalk, Java or the AWS SDK use themselves";
const BY_ARN = "expected a secret by ARN, under `secrets`";
const HOST = "expected a host name in lower case of at most 64 characters";
const TYPE = 'expected an EC2 instance type such as "t4g.small"';
const PATH = 'expected a path such as "/health", without query';

/** A stack file with these services: each a sound one, changed. */
function serving(...changes: readonly Raw[]): Raw {
    const names = ["licensing", "console", "reports"];
    const services = changes.map((one, index) => ({ ...soundService(names[index]!), ...one }));
    return changed("services", services);
}

type Case = readonly [change: Raw, ...problems: readonly string[]];

const accepted: readonly Raw[] = [
    { tier: "internal" },
    { dataClass: "session-data" },
    { dataClass: "product-analytics", ownLoadBalancer: true },
    { dataClass: "error-logs", retentionDays: 90 },
    { dataClass: "none", retentionDays: undefined },
    { retentionDays: 1 },
    { retentionDays: 3653 },
    { hostName: "a.b.appsonic.example" },
    { ownLoadBalancer: true },
    { platform: "corretto-17" },
    { instanceTypes: ["c7gn.xlarge", "a1.medium", "g5g.2xlarge", "x2gd.metal"] },
    { instanceTypes: ["t3.small", "m7i-flex.large", "g5.48xlarge", "c7i.metal-24xl"] },
    { instances: { min: 1, max: 1 } },
    { instances: { min: 100, max: 100 } },
    { healthCheckPath: "/" },
    { healthCheckPath: "/api/v1/health.json" },
    { environment: { _A1: "x", LEVEL: "-Xmx512m, a;b 'c'" } },
    { environment: { A: "x".repeat(4094) } },
    { secrets: { API_TOKEN: SECRET, OTHER: `${SECRET}:password`, THIRD: PARAMETER } },
    { dataStores: [] },
    { alarmThresholds: { serverErrors: 1, latencySeconds: 0.25, cpuPercent: 100 } },
];

const refused: readonly Case[] = [
    [{ name: "Licensing" }, `${AT}.name: found "Licensing", ${NAME}`],
    [{ name: "a--b" }, `${AT}.name: found "a--b", ${NAME}`],
    [{ name: "b-" }, `${AT}.name: found "b-", ${NAME}`],
    [{ name: "1a" }, `${AT}.name: found "1a", ${NAME}`],
    [{ name: undefined }, `${AT}.name: found nothing, ${NAME}`],
    [
        { name: "internal" },
        `${AT}.name: found "internal", expected a name that the platform does not use itself (public, internal, account, backups, bastion, events, platform)`,
    ],
    [{ tier: "private" }, `${AT}.tier: found "private", expected one of "public", "internal"`],
    [
        { dataClass: "customer-data" },
        `${AT}.dataClass: found "customer-data", expected one of "account-data", "product-analytics", "session-data", "error-logs", "none"`,
    ],
    [
        { dataClass: "operational-logs" },
        `${AT}.dataClass: found "operational-logs", expected a class that a service may declare; the platform keeps operational logs itself`,
    ],
    [
        { dataClass: undefined, retentionDays: undefined },
        `${AT}.dataClass: found nothing, expected one of "account-data", "product-analytics", "session-data", "error-logs", "none"`,
    ],
    [
        { retentionDays: undefined },
        `${AT}.retentionDays: found nothing, expected the days after which account-data is deleted`,
    ],
    [{ retentionDays: 0 }, `${AT}.retentionDays: found 0, expected a whole number from 1 to 3653`],
    [
        { retentionDays: 3654 },
        `${AT}.retentionDays: found 3654, expected a whole number from 1 to 3653`,
    ],
    [
        { retentionDays: "90" },
        `${AT}.retentionDays: found "90", expected a whole number from 1 to 3653`,
    ],
    [
        { dataClass: "none" },
        `${AT}.retentionDays: found 90, expected nothing, because a service of class "none" keeps nothing`,
    ],
    [
        {
            dataClass: "none",
            retentionDays: undefined,
            dataStores: [{ type: "postgres", name: "x" }],
        },
        `${AT}.dataStores: found 1, expected nothing, because a service of class "none" keeps nothing`,
    ],
    [
        { dataClass: "error-logs", retentionDays: 91 },
        `${AT}.retentionDays: found 91, expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653`,
    ],
    [
        { dataClass: "product-analytics" },
        `${AT}.ownLoadBalancer: found false, expected true, because the service takes product-analytics (P-02)`,
    ],
    [
        { dataClass: "product-analytics", ownLoadBalancer: "yes" },
        `${AT}.ownLoadBalancer: found "yes", expected true or false`,
    ],
    [
        { purpose: "marketing" },
        `${AT}.purpose: found "marketing", expected one of "licence-validation", "support", "service-improvement"`,
    ],
    [
        { hostName: "licensing.example.org" },
        `${AT}.hostName: found "licensing.example.org", expected a name below dns.zoneName ("appsonic.example")`,
    ],
    [
        { hostName: "notappsonic.example" },
        `${AT}.hostName: found "notappsonic.example", expected a name below dns.zoneName ("appsonic.example")`,
    ],
    [
        { hostName: "appsonic.example" },
        `${AT}.hostName: found "appsonic.example", expected a name below dns.zoneName ("appsonic.example")`,
    ],
    [{ hostName: "*.appsonic.example" }, `${AT}.hostName: found "*.appsonic.example", ${HOST}`],
    [{ hostName: "-a.appsonic.example" }, `${AT}.hostName: found "-a.appsonic.example", ${HOST}`],
    [
        { hostName: `${"a".repeat(48)}.appsonic.example` },
        `${AT}.hostName: found "${"a".repeat(48)}.appsonic.example", ${HOST}`,
    ],
    [
        { platform: "corretto-11" },
        `${AT}.platform: found "corretto-11", expected one of "corretto-17", "corretto-21"`,
    ],
    [{ instanceTypes: [] }, `${AT}.instanceTypes: found 0, expected 1 to 40 EC2 instance types`],
    [
        { instanceTypes: Array.from({ length: 41 }, (_, index) => `m${String(index + 1)}.large`) },
        `${AT}.instanceTypes: found 41, expected 1 to 40 EC2 instance types`,
    ],
    [{ instanceTypes: ["t4g"] }, `${AT}.instanceTypes[0]: found "t4g", ${TYPE}`],
    [{ instanceTypes: ["t4g.tiny"] }, `${AT}.instanceTypes[0]: found "t4g.tiny", ${TYPE}`],
    [
        { instanceTypes: ["small", "t4g.small", "t3.small", "t4g.small"] },
        `${AT}.instanceTypes[0]: found "small", ${TYPE}`,
        `${AT}.instanceTypes[2]: found "t3.small", expected the same architecture as "t4g.small" (arm64)`,
        `${AT}.instanceTypes[3]: found "t4g.small" again, expected each type once`,
    ],
    [
        { instanceTypes: ["m7i.large", "m7g.large"] },
        `${AT}.instanceTypes[1]: found "m7g.large", expected the same architecture as "m7i.large" (x86_64)`,
    ],
    [{ instances: { min: 3, max: 2 } }, `${AT}.instances.min: found 3, expected at most max (2)`],
    [
        { instances: { min: 0, max: 101 } },
        `${AT}.instances.max: found 101, expected a whole number from 1 to 100`,
        `${AT}.instances.min: found 0, expected a whole number from 1 to 100`,
    ],
    [
        { instances: { min: 2 } },
        `${AT}.instances.max: found nothing, expected a whole number from 1 to 100`,
    ],
    [{ instances: 2 }, `${AT}.instances: found 2, expected a group of the keys min, max`],
    [{ healthCheckPath: "health" }, `${AT}.healthCheckPath: found "health", ${PATH}`],
    [{ healthCheckPath: "/a?b" }, `${AT}.healthCheckPath: found "/a?b", ${PATH}`],
    [
        { alarmThresholds: { latencySeconds: 61, cpuPercent: 101, serverErrors: 0 } },
        `${AT}.alarmThresholds.cpuPercent: found 101, expected a whole number from 1 to 100`,
        `${AT}.alarmThresholds.latencySeconds: found 61, expected a number from 0.01 to 60`,
        `${AT}.alarmThresholds.serverErrors: found 0, expected a whole number from 1 to 100000`,
    ],
    [
        { alarmThresholds: { latencySeconds: "1" } },
        `${AT}.alarmThresholds.latencySeconds: found "1", expected a number from 0.01 to 60`,
    ],
    [{ instancetypes: [] }, `${AT}.instancetypes: found an unknown key, expected "instanceTypes"`],

    // environment variables
    [
        { environment: ["A=b"] },
        `${AT}.environment: found a list, expected a group of environment variables`,
    ],
    [
        { environment: { lower: "x" } },
        `${AT}.environment.lower: found the name "lower", ${VARIABLE}`,
    ],
    [{ environment: { "A-B": "x" } }, `${AT}.environment.A-B: found the name "A-B", ${VARIABLE}`],
    [
        { environment: { PORT: "8080" } },
        `${AT}.environment.PORT: found the name "PORT", ${VARIABLE}`,
    ],
    [
        { environment: { AWS_REGION: "eu-west-1" } },
        `${AT}.environment.AWS_REGION: found the name "AWS_REGION", ${VARIABLE}`,
    ],
    [
        { environment: { ["A".repeat(129)]: "x" } },
        `${AT}.environment.${"A".repeat(129)}: found the name "${"A".repeat(96)}…", ${VARIABLE}`,
    ],
    [{ environment: { LIMIT: 5 } }, `${AT}.environment.LIMIT: found 5, expected text in quotes`],
    [
        { environment: { A: "", B: "two\nlines" } },
        `${AT}.environment.A: found "", expected one line of ASCII characters`,
        `${AT}.environment.B: found "two\\nlines", expected one line of ASCII characters`,
    ],
    [
        { environment: { A: "x".repeat(4095) } },
        `${AT}.environment: found 4097 bytes with the secrets' ARNs, expected at most 4096 bytes`,
    ],
    [
        { environment: { DB_PASSWORD: "x", APIKEY: "x", MY_SECRET_NAME: "x", TOKENS: "x" } },
        `${AT}.environment.APIKEY: found a name that says secret, ${BY_ARN}`,
        `${AT}.environment.DB_PASSWORD: found a name that says secret, ${BY_ARN}`,
        `${AT}.environment.MY_SECRET_NAME: found a name that says secret, ${BY_ARN}`,
    ],
    [
        {
            environment: {
                A: "id AKIAIOSFODNN7EXAMPLE",
                B: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                C: "-----BEGIN PRIVATE KEY----- MIIE",
                D: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
                E: "jdbc:postgresql://app:hunter2@db.internal/x",
            },
        },
        `${AT}.environment.A: found an AWS access key id, ${BY_ARN}`,
        `${AT}.environment.B: found what looks like an AWS secret access key, ${BY_ARN}`,
        `${AT}.environment.C: found a private key, ${BY_ARN}`,
        `${AT}.environment.D: found a signed token (JWT), ${BY_ARN}`,
        `${AT}.environment.E: found an address with a password, ${BY_ARN}`,
    ],
    [
        { environment: { PORT_NUMBER: "443", LEVEL: "info" }, secrets: { LEVEL: SECRET } },
        `${AT}.secrets.LEVEL: found a name that \`environment\` has, too, expected each name once`,
    ],
    [
        { secrets: { A: "hunter2", B: 5 } },
        `${AT}.secrets.A: found a value that is no ARN, ${SECRET_ARN}`,
        `${AT}.secrets.B: found a value that is no ARN, ${SECRET_ARN}`,
    ],
    [
        { secrets: { A: SECRET.replace("eu-west-1", "us-east-1") } },
        `${AT}.secrets.A: found "${SECRET.replace("eu-west-1", "us-east-1")}", ${SECRET_ARN}`,
    ],
    [
        { secrets: { A: SECRET.replace(ACCOUNT, "999999999999") } },
        `${AT}.secrets.A: found account 999999999999, expected accountId (${ACCOUNT})`,
    ],
];

describe("a service", () => {
    it("accepts what it has to say, and fills in the rest", () => {
        assert.deepEqual(parse(soundStack()).config.services, [
            {
                name: "licensing",
                environmentName: "prod-licensing",
                tier: "public",
                dataClass: "account-data",
                purpose: "support",
                retentionDays: 90,
                hostName: "licensing.appsonic.example",
                ownLoadBalancer: false,
                loadBalancer: "public",
                rulePriority: 32,
                platform: "corretto-21",
                instanceTypes: ["t4g.small"],
                architecture: "arm64",
                instances: { min: 1, max: 2 },
                healthCheckPath: "/health",
                environment: {},
                secrets: {},
                dataStores: [],
                calls: [],
                internetAccess: false,
                alarmThresholds: { serverErrors: 25, latencySeconds: 1, cpuPercent: 80 },
            },
        ]);
    });

    for (const one of accepted) {
        it(`accepts ${JSON.stringify(one).slice(0, 100)}`, () => {
            assert.deepEqual(problemsIn(serving(one)), []);
        });
    }

    for (const [one, ...problems] of refused) {
        it(`reports ${JSON.stringify(one).slice(0, 100)}`, () => {
            assert.deepEqual(problemsIn(serving(one)), problems);
        });
    }

    it("takes the architecture from its instance types", () => {
        const [service] = parse(serving({ instanceTypes: ["m7i.large"] })).config.services;
        assert.equal(service?.architecture, "x86_64");
    });

    it("gives single thresholds the defaults of the others", () => {
        const [service] = parse(serving({ alarmThresholds: { cpuPercent: 60 } })).config.services;
        assert.deepEqual(service?.alarmThresholds, {
            serverErrors: 25,
            latencySeconds: 1,
            cpuPercent: 60,
        });
    });

    it("has an environment name of at most 40 characters", () => {
        assert.deepEqual(problemsIn(serving({ name: "a".repeat(35) })), []);
        assert.deepEqual(problemsIn(serving({ name: "a".repeat(36) })), [
            `${AT}.name: found "${"a".repeat(36)}", which makes the environment "prod-${"a".repeat(36)}" 41 characters long, expected a name of at most 35 characters`,
        ]);
        assert.equal(
            problemsIn(soundStack(), { stack: "s".repeat(31) })[0]?.includes("at most 8"),
            true,
        );
        assert.equal(
            problemsIn(soundStack(), { stack: "s".repeat(40) })[0]?.includes("at most 0"),
            true,
        );
    });

    it("has a name that fits its own load balancer, too", () => {
        const own = (length: number) =>
            problemsIn(serving({ name: "a".repeat(length), ownLoadBalancer: true }));
        assert.deepEqual(own(19), []);
        assert.deepEqual(own(20), [
            `${AT}.name: found "${"a".repeat(20)}", which makes the load balancer "prod-${"a".repeat(20)}" 25 characters long, expected a name of at most 19 characters`,
        ]);
    });
});

describe("several services", () => {
    it("report names and host names that are there twice", () => {
        const raw = serving({}, { name: "licensing", hostName: "licensing.appsonic.example" });
        assert.deepEqual(problemsIn(raw), [
            `services[1].hostName: found "licensing.appsonic.example" again (first at ${AT}.hostName), expected a host name of its own`,
            `services[1].name: found "licensing" again (first at ${AT}.name), expected a name of its own`,
        ]);
    });

    it("report the bastion's host name that a service has, too", () => {
        const raw = change(soundStack(), "bastion.hostName", "licensing.appsonic.example");
        assert.deepEqual(problemsIn(raw), [
            `${AT}.hostName: found "licensing.appsonic.example" again (first at bastion.hostName), expected a host name of its own`,
        ]);
    });

    it("accept calls to internal services", () => {
        const raw = serving({ calls: ["console"] }, { tier: "internal" });
        assert.deepEqual(problemsIn(raw), []);
    });

    it("report calls to public services, which no security group of ours reaches", () => {
        const raw = serving({ calls: [] }, { calls: ["licensing"], tier: "internal" });
        assert.deepEqual(problemsIn(raw), [
            `services[1].calls[0]: found the public service "licensing", expected an internal one`,
        ]);
    });

    it("keep the log of browser errors as long as the errors", () => {
        const retention = (dataClass: string): number | undefined =>
            parse(serving({ dataClass })).config.services[0]?.applicationLogRetentionDays;
        assert.equal(retention("error-logs"), 90);
        assert.equal(retention("account-data"), undefined);
    });

    it("report calls that lead nowhere", () => {
        const raw = serving(
            { calls: ["consol", "console", "billing", "licensing", "console", 3] },
            { tier: "internal" },
        );
        assert.deepEqual(problemsIn(raw), [
            `${AT}.calls[0]: found the unknown service "consol", expected "console"`,
            `${AT}.calls[2]: found the unknown service "billing", expected one of licensing, console`,
            `${AT}.calls[3]: found "licensing" itself, expected another service`,
            `${AT}.calls[4]: found "console" again, expected each service once`,
            `${AT}.calls[5]: found 3, ${NAME}`,
        ]);
    });

    it("still look at the others when one is damaged", () => {
        const raw = serving({}, {});
        const problems = problemsIn(change(raw, "services[0]", 1));
        assert.equal(problems.length, 1);
        assert.equal(problemsIn(change(raw, "services[1].tier", 1)).length, 2);
    });

    it("know their load balancers", () => {
        const raw = serving(
            { calls: ["console"], dataClass: "product-analytics", ownLoadBalancer: true },
            { tier: "internal", calls: ["reports"] },
            { tier: "internal", calls: ["console"] },
        );
        const certificate = `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/12345678-1234-1234-1234-123456789012`;
        const { config } = parse(change(raw, "dns.certificates", { licensing: certificate }));
        assert.deepEqual(config.loadBalancers, [
            {
                name: "internal",
                tier: "internal",
                hostNames: ["console.appsonic.example", "reports.appsonic.example"],
                callers: ["console", "licensing", "reports"],
            },
            {
                name: "licensing",
                tier: "public",
                hostNames: ["licensing.appsonic.example"],
                callers: [],
                certificateArn: certificate,
            },
        ]);
        assert.deepEqual(
            config.services.map(({ loadBalancer }) => loadBalancer),
            ["licensing", "internal", "internal"],
        );
        assert.deepEqual(config.dns, {
            zoneName: "appsonic.example",
            hostedZoneId: "Z0123456789EXAMPLE01",
        });
    });
});

describe("a data store", () => {
    const storing = (...dataStores: readonly unknown[]) => serving({ dataStores });
    const STORE = `${AT}.dataStores[0]`;

    it("accepts what it has to say, and fills in the rest", () => {
        const raw = storing(
            { type: "postgres", name: "licences" },
            { type: "table", name: "events" },
            { type: "bucket", name: "files" },
        );
        assert.deepEqual(parse(raw).config.services[0]?.dataStores, [
            {
                type: "postgres",
                name: "licences",
                engineVersion: "17",
                instanceClass: "db.t4g.medium",
                storageGiB: 20,
                maxStorageGiB: 100,
                multiZone: true,
                deployedName: "prod-licensing-licences",
            },
            {
                type: "table",
                name: "events",
                partitionKey: "id",
                expiryAttribute: "expiresAt",
                deployedName: "prod-licensing-events",
            },
            {
                type: "bucket",
                name: "files",
                deployedName: `appsonic-prod-licensing-files-${ACCOUNT}`,
            },
        ]);
    });

    it("accepts sizes and keys of one's own", () => {
        const raw = storing(
            {
                type: "postgres",
                name: "a",
                storageGiB: 100,
                maxStorageGiB: 110,
                engineVersion: "16",
            },
            { type: "postgres", name: "b", instanceClass: "db.r8g.24xlarge", multiZone: false },
            { type: "table", name: "c", partitionKey: "a", sortKey: "b", expiryAttribute: "c" },
        );
        assert.deepEqual(problemsIn(raw), []);
    });

    for (const [store, ...problems] of [
        [
            "postgres",
            `${STORE}: found "postgres", expected a group of keys that begins with \`type\``,
        ],
        [null, `${STORE}: found null, expected a group of keys that begins with \`type\``],
        [[], `${STORE}: found an empty list, expected a group of keys that begins with \`type\``],
        [
            { name: "a" },
            `${STORE}.type: found nothing, expected one of "postgres", "table", "bucket"`,
        ],
        [
            { type: "mysql", name: "a" },
            `${STORE}.type: found "mysql", expected one of "postgres", "table", "bucket"`,
        ],
        [{ type: "bucket", name: "A" }, `${STORE}.name: found "A", ${NAME}`],
        [
            { type: "bucket", name: "a", storageGiB: 20 },
            `${STORE}.storageGiB: found an unknown key, expected one of type, name`,
        ],
        [
            { type: "postgres", name: "a", engineVersion: 17, instanceClass: "t4g.medium" },
            `${STORE}.engineVersion: found 17, expected one of "16", "17"`,
            `${STORE}.instanceClass: found "t4g.medium", expected an RDS instance class such as "db.t4g.medium"`,
        ],
        [
            { type: "postgres", name: "a", storageGiB: 19, maxStorageGiB: 65537 },
            `${STORE}.maxStorageGiB: found 65537, expected a whole number from 20 to 65536`,
            `${STORE}.storageGiB: found 19, expected a whole number from 20 to 65536`,
        ],
        [
            { type: "postgres", name: "a", storageGiB: 101, maxStorageGiB: 111 },
            `${STORE}.maxStorageGiB: found 111, expected at least 112, a tenth more than storageGiB`,
        ],
        [
            { type: "postgres", name: "a", storageGiB: 19 },
            `${STORE}.storageGiB: found 19, expected a whole number from 20 to 65536`,
        ],
        [
            { type: "table", name: "a", partitionKey: "id", sortKey: "id", expiryAttribute: "id" },
            `${STORE}.expiryAttribute: found "id" again, expected an attribute of its own`,
            `${STORE}.sortKey: found "id" again, expected an attribute of its own`,
        ],
        [
            { type: "table", name: "a", partitionKey: "9", sortKey: "a b" },
            `${STORE}.partitionKey: found "9", expected an attribute name of at most 64 letters, digits, - and _`,
            `${STORE}.sortKey: found "a b", expected an attribute name of at most 64 letters, digits, - and _`,
        ],
    ] as const) {
        it(`reports ${JSON.stringify(store)}`, () => {
            assert.deepEqual(problemsIn(storing(store)), problems);
        });
    }

    it("reports names that are there twice, whatever the type", () => {
        const raw = storing({ type: "bucket", name: "a" }, { type: "table", name: "a" });
        assert.deepEqual(problemsIn(raw), [
            `${AT}.dataStores[1].name: found "a" again (first at ${STORE}.name), expected a name of its own`,
        ]);
    });

    it("has a name that fits what is deployed", () => {
        // appsonic-prod-licensing-…-123456789012
        assert.deepEqual(problemsIn(storing({ type: "bucket", name: "a".repeat(26) })), []);
        assert.deepEqual(problemsIn(storing({ type: "bucket", name: "a".repeat(27) })), [
            `${STORE}.name: found "${"a".repeat(27)}", which makes the bucket "appsonic-prod-licensing-${"a".repeat(27)}-${ACCOUNT}" 64 characters long, expected a name of at most 26 characters`,
        ]);
        const long = {
            name: "b".repeat(35),
            dataStores: [{ type: "postgres", name: "c".repeat(23) }],
        };
        assert.deepEqual(problemsIn(serving(long)), [
            `${STORE}.name: found "${"c".repeat(23)}", which makes the RDS instance "prod-${"b".repeat(35)}-${"c".repeat(23)}" 64 characters long, expected a name of at most 22 characters`,
        ]);
    });

    it("judges lengths without an account id as with one", () => {
        const raw = storing({ type: "bucket", name: "a".repeat(27) });
        assert.equal(problemsIn(change(raw, "accountId", undefined)).length, 2);
    });

    it("reports two that have the same name once deployed", () => {
        const raw = serving(
            {
                name: "a-b",
                dataStores: [
                    { type: "table", name: "c" },
                    { type: "bucket", name: "x" },
                ],
            },
            {
                name: "a",
                dataStores: [
                    { type: "table", name: "b-c" },
                    { type: "postgres", name: "b-x" },
                ],
            },
        );
        assert.deepEqual(problemsIn(raw), [
            `services[1].dataStores[0].name: found "table prod-a-b-c" again (first at ${STORE}.name), expected a name that differs in what is deployed, too`,
        ]);
    });
});
