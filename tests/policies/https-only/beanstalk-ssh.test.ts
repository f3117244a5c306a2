import assert from "node:assert/strict";
import { beanstalkSsh } from "../../../policies/https-only/beanstalk-ssh";
import { type Fixture, UNKNOWN } from "../support/judge";
import { said, template, UNSEEN } from "./support/environments";

const LAUNCH = "aws:autoscaling:launchconfiguration";
const EXPECTED = "expected the bastion's security group";
const VPC: Fixture = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.20.0.0/16" } };

const says = (values: Readonly<Record<string, unknown>>, more = {}, ...others: Fixture[]) =>
    said(beanstalkSsh, { [LAUNCH]: values }, more, VPC, ...others);

describe("beanstalk-ssh", () => {
    for (const [title, values] of [
        ["no key", {}],
        ["an empty key", { EC2KeyName: "" }],
        [
            "groups of one's own",
            {
                EC2KeyName: "support",
                DisableDefaultEC2SecurityGroup: "true",
                SSHSourceRestriction: "tcp,22,22,0.0.0.0/0",
            },
        ],
        [
            "the bastion's group",
            { EC2KeyName: "k", SSHSourceRestriction: "tcp, 22, 22, sg-0a1b2c3d" },
        ],
        ["a group by name", { EC2KeyName: "k", SSHSourceRestriction: "tcp,22,22,bastion" }],
        ["the VPC's own addresses", { SSHSourceRestriction: "tcp,22,22,10.20.3.0/24" }],
        [
            "the instance itself",
            { EC2KeyName: "k", SSHSourceRestriction: "tcp,22,22,127.0.0.1/32" },
        ],
    ] as const) {
        it(`accepts ${title}`, async () => {
            assert.deepEqual(await says(values), []);
        });
    }

    it("reports a key without a restriction", async () => {
        for (const values of [{}, { SSHSourceRestriction: "" }]) {
            assert.deepEqual(await says({ EC2KeyName: "support", ...values }), [
                `env fail: ${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
            ]);
        }
        assert.deepEqual(
            await says({ EC2KeyName: "support", DisableDefaultEC2SecurityGroup: "false" }),
            [
                `env fail: ${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
            ],
        );
    });

    for (const restriction of [
        "tcp,22,22,0.0.0.0/0",
        "tcp, 22, 22, 203.0.113.7/32",
        "tcp,22,22,192.168.0.0/24",
        "tcp,22,22,203.0.113.7",
        "tcp,22,22,a000::/3",
        "tcp,22,22,2001:db8::a",
        "tcp,22,22",
        "tcp,22,22,",
        "22",
    ]) {
        it(`reports a restriction to ${restriction}, with a key or without`, async () => {
            for (const key of [{}, { EC2KeyName: "support" }]) {
                assert.deepEqual(await says({ ...key, SSHSourceRestriction: restriction }), [
                    `env fail: ${LAUNCH} SSHSourceRestriction is "${restriction}", ${EXPECTED}`,
                ]);
            }
        });
    }

    it("reports on the template that sets it, and does not evaluate one that is not seen", async () => {
        const named = { templateName: "t" };
        const key = template({ [LAUNCH]: { EC2KeyName: "support" } });
        assert.deepEqual(await says({}, named, key), [
            `template fail: ${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
        ]);
        const world = template({ [LAUNCH]: { SSHSourceRestriction: "tcp,22,22,0.0.0.0/0" } });
        assert.deepEqual(await says({}, named, world), [
            `template fail: ${LAUNCH} SSHSourceRestriction is "tcp,22,22,0.0.0.0/0", ${EXPECTED}`,
        ]);
        assert.deepEqual(await says({}, { templateName: "elsewhere" }), [UNSEEN]);
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await says({ SSHSourceRestriction: UNKNOWN }), [
            "env not-evaluated: settings[0].value is not known yet",
        ]);
        assert.deepEqual(await says({ DisableDefaultEC2SecurityGroup: UNKNOWN }), [
            "env not-evaluated: settings[0].value is not known yet",
        ]);
        // A key is one, whatever its name.
        assert.deepEqual(await says({ EC2KeyName: UNKNOWN }), [
            `env fail: ${LAUNCH} SSHSourceRestriction is not set, which means anywhere, ${EXPECTED}`,
        ]);
    });
});
