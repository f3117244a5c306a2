import assert from "node:assert/strict";

import { parseConfig } from "../../config";
import { ACCOUNT, changed, parse, problemsIn, soundStack, TODAY } from "./sound-stack";

const SSO =
    "role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Developer_0123456789abcdef";
const CERTIFICATE = `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/12345678-1234-1234-1234-123456789012`;

/** Each line: where, what one writes there, what is then reported. */
type Case = readonly [path: string, value: unknown, ...problems: readonly string[]];

const ZONE_LIST = 'expected one of "eu-west-1a", "eu-west-1b", "eu-west-1c"';
const RANGE = 'expected a private IPv4 network of /16 to /20 such as "10.20.0.0/16"';
const ACCOUNT_ID = 'expected an AWS account id such as "123456789012"';
const IMAGE = 'expected an image such as "ami-0123456789abcdef0"';
const PERSON =
    "expected an IAM user or an Identity Center role (home region eu-west-1) of the account";
const DEPLOYMENT =
    "expected an IAM role or user of the account (arn:aws:iam::<account>:role/<name>)";
const CERTIFICATE_ARN =
    "expected an ACM certificate of the account in eu-west-1 (arn:aws:acm:eu-west-1:<account>:certificate/<id>)";
const WORDS = "expected up to 128 letters, digits, spaces and . _ : / = + - @";
const PHONE = 'expected a telephone number such as "+33 1 99 00 00 00"';
const HOST = "expected a host name in lower case of at most 64 characters";
const contact = {
    name: "Security On-call",
    title: "Officer",
    email: "security@appsonic.example",
    phone: "+33 1 99 00 00 00",
};

const accepted: readonly Case[] = [
    ["accountBaseline", false],
    ["webFirewall", false],
    ["securityContact", contact],
    ["network.cidrBlock", "10.0.0.0/20"],
    ["network.cidrBlock", "172.16.0.0/16"],
    ["network.cidrBlock", "192.168.0.0/16"],
    ["network.availabilityZones", ["eu-west-1c", "eu-west-1a"]],
    ["network.natGateways", "single"],
    ["dns.certificates", { public: CERTIFICATE }],
    ["bastion.imageId", "ami-01234567"],
    ["bastion.hostName", "bastion.appsonic.example"],
    ["bastion.engineers", []],
    ["access.developers", [`arn:aws:iam::${ACCOUNT}:${SSO}`, `arn:aws:iam::${ACCOUNT}:user/x/y`]],
    ["access.deployment", `arn:aws:iam::${ACCOUNT}:user/ci`],
    ["backup", {}],
    ["backup", { lock: "compliance", graceDays: 3 }],
    ["backup", { continuousDays: 7, dailyDays: 7, monthlyDays: 90 }],
    ["backup", { continuousDays: 35, dailyDays: 365, monthlyDays: 3653 }],
    ["logs", {}],
    ["logs.retentionDays", 731],
];

const refused: readonly Case[] = [
    ["accountId", undefined, `accountId: found nothing, ${ACCOUNT_ID}`],
    ["accountId", "12345678901", `accountId: found "12345678901", ${ACCOUNT_ID}`],
    ["accountId", 123456789012, `accountId: found 123456789012, ${ACCOUNT_ID}`],
    ["accountBaseline", "yes", 'accountBaseline: found "yes", expected true or false'],
    ["webFirewall", null, "webFirewall: found null, expected true or false"],
    [
        "accountBaseline",
        true,
        "securityContact: found nothing, expected whom AWS calls, because this stack owns the account baseline",
    ],
    [
        "securityContact",
        "me",
        'securityContact: found "me", expected a group of the keys name, title, email, phone',
    ],
    [
        "securityContact",
        { ...contact, name: " x", email: "me@here", phone: "112", title: "" },
        'securityContact.email: found "me@here", expected an e-mail address',
        `securityContact.name: found " x", ${WORDS}`,
        `securityContact.phone: found "112", ${PHONE}`,
        `securityContact.title: found "", ${WORDS}`,
    ],
    [
        "network",
        undefined,
        "network: found nothing, expected a group of the keys cidrBlock, availabilityZones, natGateways",
    ],
    [
        "network",
        [],
        "network: found an empty list, expected a group of the keys cidrBlock, availabilityZones, natGateways",
    ],
    [
        "network.cidr",
        "10.0.0.0/16",
        "network.cidr: found an unknown key, expected one of cidrBlock, availabilityZones, natGateways",
    ],
    [
        "network.cidrblok",
        "10.0.0.0/16",
        'network.cidrblok: found an unknown key, expected "cidrBlock"',
    ],
    ["network.cidrBlock", undefined, `network.cidrBlock: found nothing, ${RANGE}`],
    ["network.cidrBlock", "10.0.0.0/15", `network.cidrBlock: found "10.0.0.0/15", ${RANGE}`],
    ["network.cidrBlock", "10.0.0.0/21", `network.cidrBlock: found "10.0.0.0/21", ${RANGE}`],
    ["network.cidrBlock", "10.0.1.0/16", `network.cidrBlock: found "10.0.1.0/16", ${RANGE}`],
    ["network.cidrBlock", "52.1.0.0/16", `network.cidrBlock: found "52.1.0.0/16", ${RANGE}`],
    ["network.cidrBlock", "fd00::/16", `network.cidrBlock: found "fd00::/16", ${RANGE}`],
    ["network.cidrBlock", 10, `network.cidrBlock: found 10, ${RANGE}`],
    ["network.cidrBlock", "ten", `network.cidrBlock: found "ten", ${RANGE}`],
    [
        "network.availabilityZones",
        ["eu-west-1a"],
        "network.availabilityZones: found 1, expected 2 to 3 availability zones",
    ],
    [
        "network.availabilityZones",
        ["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1a"],
        "network.availabilityZones: found 4, expected 2 to 3 availability zones",
        'network.availabilityZones[3]: found "eu-west-1a" again (first at network.availabilityZones[0]), expected each zone once',
    ],
    [
        "network.availabilityZones",
        ["eu-west-1a", "eu-central-1b"],
        `network.availabilityZones[1]: found "eu-central-1b", ${ZONE_LIST}`,
    ],
    [
        "network.availabilityZones",
        "eu-west-1a",
        'network.availabilityZones: found "eu-west-1a", expected a list of availability zones',
    ],
    [
        "network.natGateways",
        "none",
        'network.natGateways: found "none", expected one of "per-zone", "single"',
    ],
    ["dns.zoneName", "Appsonic.example", `dns.zoneName: found "Appsonic.example", ${HOST}`],
    [
        "dns.hostedZoneId",
        "/hostedzone/Z1",
        'dns.hostedZoneId: found "/hostedzone/Z1", expected the id of a hosted zone such as "Z0123456789EXAMPLE01"',
    ],
    [
        "dns.certificates",
        { public: CERTIFICATE.replace("eu-west-1", "us-east-1") },
        `dns.certificates.public: found "${CERTIFICATE.replace("eu-west-1", "us-east-1")}", ${CERTIFICATE_ARN}`,
    ],
    [
        "dns.certificates",
        { public: CERTIFICATE.replace(ACCOUNT, "999999999999") },
        `dns.certificates.public: found account 999999999999, expected accountId (${ACCOUNT})`,
    ],
    [
        "dns.certificates",
        { publik: CERTIFICATE, usage: CERTIFICATE },
        'dns.certificates.publik: found an unknown load balancer, expected "public"',
        "dns.certificates.usage: found an unknown load balancer, expected one of public",
    ],
    [
        "dns.certificates",
        [CERTIFICATE],
        "dns.certificates: found a list, expected a group of certificates",
    ],
    ["bastion.imageId", "ami-0123", `bastion.imageId: found "ami-0123", ${IMAGE}`],
    ["access.developers", [], "access.developers: found 0, expected 1 to 100 principals"],
    [
        "access.developers",
        [`arn:aws:iam::${ACCOUNT}:root`],
        `access.developers[0]: found "arn:aws:iam::${ACCOUNT}:root", ${PERSON}`,
    ],
    [
        "access.developers",
        [`arn:aws:iam::${ACCOUNT}:${SSO.replace("eu-west-1", "eu-central-1")}`],
        `access.developers[0]: found "${`arn:aws:iam::${ACCOUNT}:${SSO.replace("eu-west-1", "eu-central-1")}`.slice(0, 96)}…", ${PERSON}`,
    ],
    [
        "access.developers",
        ["arn:aws:iam::999999999999:user/dora"],
        `access.developers[0]: found account 999999999999, expected accountId (${ACCOUNT})`,
    ],
    [
        "access.support",
        [`arn:aws:iam::${ACCOUNT}:user/dora`],
        `access.support[0]: found "arn:aws:iam::${ACCOUNT}:user/dora" again (first at access.developers[0]), expected each principal once, in one role only`,
    ],
    ["access.deployment", ACCOUNT, `access.deployment: found "${ACCOUNT}", ${DEPLOYMENT}`],
    [
        "access.deployment",
        "arn:aws:iam::999999999999:role/ci",
        `access.deployment: found account 999999999999, expected accountId (${ACCOUNT})`,
    ],
    ["services", [], "services: found 0, expected 1 to 50 services"],
    [
        "services",
        [null],
        `services[0]: found null, expected a group of the keys name, tier, dataClass, purpose, retentionDays, hostName, ownLoadBalancer, platform, instanceTypes, instances, healthCheckPath, environment, secrets, dataStores, calls, internetAccess, alarmThresholds`,
    ],
    [
        "alarms",
        {},
        "alarms.recipients: found nothing, expected a group of the keys critical, warning",
    ],
    [
        "alarms.recipients.critical",
        ["a@appsonic.example", "b", "a@appsonic.example"],
        'alarms.recipients.critical[1]: found "b", expected an e-mail address',
        'alarms.recipients.critical[2]: found "a@appsonic.example" again (first at alarms.recipients.critical[0]), expected each address once',
    ],
    [
        "backup",
        { continuousDays: 36, dailyDays: 6, monthlyDays: 89 },
        "backup.continuousDays: found 36, expected a whole number from 7 to 35",
        "backup.dailyDays: found 6, expected a whole number from 7 to 365",
        "backup.monthlyDays: found 89, expected a whole number from 90 to 3653",
    ],
    [
        "backup",
        { dailyDays: 7.5 },
        "backup.dailyDays: found 7.5, expected a whole number from 7 to 365",
    ],
    [
        "backup",
        { dailyDays: 90, monthlyDays: 90 },
        "backup.monthlyDays: found 90, expected more than dailyDays (90)",
    ],
    [
        "backup",
        { lock: "compliance" },
        "backup.graceDays: found nothing, expected the days in which a compliance lock can still be lifted",
    ],
    [
        "backup",
        { lock: "compliance", graceDays: 2 },
        "backup.graceDays: found 2, expected a whole number from 3 to 90",
    ],
    [
        "backup",
        { graceDays: 3 },
        "backup.graceDays: found 3, expected nothing, because a governance lock can always be lifted",
    ],
    [
        "backup",
        35,
        "backup: found 35, expected a group of the keys continuousDays, dailyDays, monthlyDays, lock, graceDays",
    ],
    [
        "logs.retentionDays",
        364,
        "logs.retentionDays: found 364, expected one of 365, 400, 545, 731",
    ],
];

function withGroup(path: string, value: unknown) {
    const [group = ""] = path.split(".");
    const raw = soundStack();
    raw[group] ??= {};
    return path.includes(".") && !(group in soundStack())
        ? { ...raw, [group]: { [path.slice(group.length + 1)]: value } }
        : changed(path, value);
}

describe("a stack file", () => {
    it("accepts what it has to say, and fills in the rest", () => {
        const { config, notes } = parse(soundStack());
        const { accountBaseline, backup, logs, network, webFirewall } = config;
        assert.deepEqual(
            { accountBaseline, backup, logs, network, webFirewall, notes },
            {
                accountBaseline: false,
                backup: { continuousDays: 35, dailyDays: 35, monthlyDays: 365, lock: "governance" },
                logs: { retentionDays: 365 },
                network: {
                    cidrBlock: "10.20.0.0/16",
                    availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
                    natGateways: "per-zone",
                },
                webFirewall: true,
                notes: [],
            },
        );
        assert.equal("securityContact" in config, false);
    });

    for (const [path, value] of accepted) {
        it(`accepts ${path} ${JSON.stringify(value)}`, () => {
            assert.deepEqual(problemsIn(withGroup(path, value)), []);
        });
    }

    for (const [path, value, ...problems] of refused) {
        it(`reports ${path} ${value === undefined ? "left out" : JSON.stringify(value)}`, () => {
            assert.deepEqual(problemsIn(withGroup(path, value)), problems);
        });
    }

    it("accepts the account baseline with a security contact", () => {
        const raw = { ...soundStack(), accountBaseline: true, securityContact: contact };
        assert.deepEqual(parse(raw).config.securityContact, contact);
    });

    it("reports a damaged security contact once", () => {
        const raw = { ...soundStack(), accountBaseline: true, securityContact: 1 };
        assert.deepEqual(problemsIn(raw), [
            "securityContact: found 1, expected a group of the keys name, title, email, phone",
        ]);
    });

    it("reports every missing key of an empty file", () => {
        const keys = problemsIn({}).map((problem) => problem.split(": found nothing")[0]);
        assert.deepEqual(keys, [
            "access",
            "accountId",
            "alarms",
            "bastion",
            "dns",
            "network",
            "services",
        ]);
    });

    it("reports an unknown key of the first level with the nearest", () => {
        assert.deepEqual(problemsIn({ ...soundStack(), servics: [], colour: "red" }), [
            "colour: found an unknown key, expected one of accountId, accountBaseline, securityContact, network, dns, webFirewall, bastion, access, services, alarms, backup, logs",
            'servics: found an unknown key, expected "services"',
        ]);
    });

    it("reports all problems in one error, in order of path", () => {
        const raw = soundStack();
        raw.services = Array.from({ length: 11 }, () => 0);
        assert.throws(
            () => parseConfig({ ...raw, accountId: "1" }, { stack: "prod", today: TODAY }),
            (error: Error) => {
                const paths = error.message.split("\n").map((line) => line.trim().split(": ")[0]);
                assert.deepEqual(paths, [
                    'configuration of stack "prod" has 12 problems:',
                    "accountId",
                    ...Array.from({ length: 11 }, (_, index) => `services[${String(index)}]`),
                ]);
                return true;
            },
        );
    });

    it("reports a name of the stack that cannot become part of deployed names", () => {
        assert.deepEqual(problemsIn(soundStack(), { stack: "Prod_1" }), [
            'stack: found "Prod_1", expected a name of at most 40 lower-case letters and digits, with single hyphens between them',
        ]);
    });

    it("freezes everything", () => {
        const parsed = parse(soundStack());
        const open: string[] = [];
        const walk = (value: unknown, path: string) => {
            if (typeof value !== "object" || value === null) return;
            if (!Object.isFrozen(value)) open.push(path);
            for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
        };
        walk(parsed, "parsed");
        assert.deepEqual(open, []);
    });
});
