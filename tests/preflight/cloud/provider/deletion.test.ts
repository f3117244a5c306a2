import assert from "node:assert/strict";
import { type Existing, refusal } from "../../../../preflight/cloud/provider/deletion";
import { HOLDERS } from "../../../../preflight/cloud/provider/holders";
import { openShapes } from "../../../../preflight/cloud/shapes/shapes";

const shapes = openShapes([process.cwd()]);

function existing(type: string, id: string, more: Partial<Existing> = {}): Existing {
    const urn = `urn:pulumi:dev::shop::${type}::${id}`;
    return { urn, type, id, names: [id], texts: {}, isForced: false, ...more };
}

const VPC = existing("aws:ec2/vpc:Vpc", "vpc-1");
const GROUP = existing("aws:ec2/securityGroup:SecurityGroup", "sg-1");
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("preflight/cloud/provider: who holds what", () => {
    for (const [type, { by }] of Object.entries(HOLDERS)) {
        it(`names types of the SDK, and their properties: ${type}`, () => {
            for (const holder of [type, ...by]) {
                const [name = "", property] = holder.split("#");
                const shape = shapes.resource(name);
                assert.ok(shape, `${name} is not declared`);
                assert.ok(property === undefined || shape.args.has(property), holder);
            }
        });
    }
});

describe("preflight/cloud/provider: what AWS would not delete", () => {
    it("reports everything that holds a thing, in AWS's words", () => {
        const subnets = ["subnet-2", "subnet-1"].map((id) =>
            existing("aws:ec2/subnet:Subnet", id, { texts: { vpcId: ["vpc-1"] } }),
        );
        assert.equal(
            refusal(VPC, [VPC, ...subnets]),
            "DependencyViolation: vpc-1 is in use by subnet-1 (urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::subnet-1), subnet-2 (urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::subnet-2); delete those first",
        );
    });

    const cases: readonly (readonly [string, Existing, Existing, boolean])[] = [
        [
            "another VPC's subnet",
            VPC,
            existing("aws:ec2/subnet:Subnet", "s", { texts: { vpcId: ["vpc-12"] } }),
            false,
        ],
        [
            "what AWS lets go",
            VPC,
            existing("aws:ec2/flowLog:FlowLog", "f", { texts: { vpcId: ["vpc-1"] } }),
            false,
        ],
        [
            "a type that nothing holds",
            existing("aws:sns/topic:Topic", "t"),
            existing("aws:sns/topicSubscription:TopicSubscription", "s", {
                texts: { topic: ["t"] },
            }),
            false,
        ],
        [
            "a name in a list",
            existing("aws:ec2/subnet:Subnet", "subnet-1"),
            existing("aws:elasticbeanstalk/environment:Environment", "e", {
                texts: { settings: ["subnet-0,subnet-1"] },
            }),
            true,
        ],
        [
            "a name inside another",
            existing("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu"),
            existing("aws:cloudwatch/compositeAlarm:CompositeAlarm", "all", {
                texts: { alarmRule: ['ALARM("cpu-high")'] },
            }),
            false,
        ],
        [
            "a name in an expression, after one that only holds it",
            existing("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu"),
            existing("aws:cloudwatch/compositeAlarm:CompositeAlarm", "all", {
                texts: { alarmRule: ['ALARM("cpu-high") OR ALARM("cpu")'] },
            }),
            true,
        ],
        [
            "a group's own rule",
            GROUP,
            existing(RULE, "r", { texts: { securityGroupId: ["sg-1"] } }),
            false,
        ],
        [
            "a rule of another group",
            GROUP,
            existing(RULE, "r", { texts: { referencedSecurityGroupId: ["sg-1"] } }),
            true,
        ],
        [
            "a bucket with an object",
            existing("aws:s3/bucket:Bucket", "data"),
            existing("aws:s3/bucketObjectv2:BucketObjectv2", "o", { texts: { bucket: ["data"] } }),
            true,
        ],
        [
            "a bucket that is emptied",
            existing("aws:s3/bucket:Bucket", "data", { isForced: true }),
            existing("aws:s3/bucketObjectv2:BucketObjectv2", "o", { texts: { bucket: ["data"] } }),
            false,
        ],
        [
            "an empty name",
            existing("aws:ec2/vpc:Vpc", "vpc-1", { names: [""] }),
            existing("aws:ec2/subnet:Subnet", "s", { texts: { vpcId: [""] } }),
            false,
        ],
    ];
    for (const [title, thing, other, refused] of cases) {
        it(`${refused ? "reports" : "accepts"} ${title}`, () => {
            assert.equal(refusal(thing, [other]) !== undefined, refused);
        });
    }

    it("accepts the same resource under another id, which it replaces", () => {
        const other = {
            ...existing("aws:ec2/subnet:Subnet", "s"),
            urn: VPC.urn,
            texts: { vpcId: ["vpc-1"] },
        };
        assert.equal(refusal(VPC, [other]), undefined);
    });
});
