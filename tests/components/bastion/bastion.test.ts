import assert from "node:assert/strict";

import { Bastion, type BastionArgs } from "../../../components/bastion/bastion";
import { record, type Recording } from "../recording";
import { ANNA, BASTION } from "./examples";

const OUTPUTS = {
    "aws:ec2/eip:Eip": () => ({ allocationId: "eipalloc-1", publicIp: "203.0.113.77" }),
    "aws:ec2/launchTemplate:LaunchTemplate": () => ({ latestVersion: 3 }),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": (name: string) => ({
        securityGroupRuleId: `sgr-${name}`,
    }),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": (name: string) => ({
        securityGroupRuleId: `sgr-${name}`,
    }),
};

function recordBastion(changes: Partial<BastionArgs> = {}): Promise<Recording> {
    return record(() => new Bastion("bastion", { ...BASTION, ...changes }), { outputs: OUTPUTS });
}

describe("Bastion", () => {
    let recording: Recording;
    before(async () => {
        recording = await recordBastion();
    });

    /** What the rules of one direction let through. */
    function rules(of: Recording, direction: "Ingress" | "Egress"): unknown[] {
        return of
            .ofType(`aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`)
            .map(({ inputs }) => {
                const { securityGroupId, description, ...rest } = inputs as Record<string, unknown>;
                assert.equal(securityGroupId, "bastion-security-group-id");
                assert.ok(description);
                return rest;
            });
    }

    it("admits SSH from the trusted networks and nothing else", () => {
        const ssh = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };
        assert.deepEqual(rules(recording, "Ingress"), [
            { ...ssh, cidrIpv4: "203.0.113.0/28" },
            { ...ssh, cidrIpv6: "2001:db8:42::/56" },
        ]);
    });

    it("names the owner and the review of each trusted network", () => {
        assert.equal(
            recording.inputs(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                "bastion-from-office",
            ).description,
            "SSH from office, owner facilities@appsonic.example, review by 2027-05-31",
        );
    });

    it("sends HTTPS to the endpoints and to S3 only", () => {
        const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
        assert.deepEqual(rules(recording, "Egress"), [
            { ...https, referencedSecurityGroupId: "sg-endpoints" },
            { ...https, prefixListId: "pl-s3" },
        ]);
    });

    it("sends SSH to the targets it is given", async () => {
        const wider = await recordBastion({
            sshTargets: [{ name: "legacy", securityGroupId: "sg-legacy" }],
        });
        assert.deepEqual(rules(wider, "Egress")[2], {
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            referencedSecurityGroupId: "sg-legacy",
        });
    });

    it("takes away rules that were added by hand", () => {
        assert.deepEqual(
            recording.inputs(
                "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive",
                "bastion-rules",
            ),
            {
                securityGroupId: "bastion-security-group-id",
                ingressRuleIds: ["sgr-bastion-from-office", "sgr-bastion-from-office-ipv6"],
                egressRuleIds: ["sgr-bastion-to-endpoints", "sgr-bastion-to-s3"],
            },
        );
    });

    it("starts instances with IMDSv2, an encrypted volume, no key pair and no other public address", () => {
        const inputs = recording.inputs(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "bastion-template",
        );
        assert.equal(inputs.imageId, "ami-0123456789abcdef0");
        assert.equal("keyName" in inputs, false);
        assert.equal(inputs.instanceInitiatedShutdownBehavior, "terminate");
        assert.deepEqual(inputs.metadataOptions, {
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
            httpProtocolIpv6: "disabled",
            instanceMetadataTags: "disabled",
        });
        assert.deepEqual(inputs.monitoring, { enabled: true });
        assert.deepEqual(inputs.blockDeviceMappings, [
            {
                deviceName: "/dev/xvda",
                ebs: {
                    volumeType: "gp3",
                    volumeSize: 20,
                    encrypted: "true",
                    kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/volumes",
                    deleteOnTermination: "true",
                },
            },
        ]);
        assert.deepEqual(inputs.networkInterfaces, [
            {
                deviceIndex: 0,
                associatePublicIpAddress: "false",
                deleteOnTermination: "true",
                securityGroups: ["bastion-security-group-id"],
            },
        ]);
    });

    it("tells the instance its own address and engineers", async () => {
        const userData = (of: Recording): string =>
            Buffer.from(
                of.inputs("aws:ec2/launchTemplate:LaunchTemplate", "bastion-template")
                    .userData as string,
                "base64",
            ).toString();
        assert.match(userData(recording), /--allocation-id eipalloc-1 /);
        assert.match(userData(recording), /^AllowUsers anna bruno$/m);
        const smaller = await recordBastion({ engineers: [ANNA] });
        assert.match(userData(smaller), /^AllowUsers anna$/m);
    });

    it("keeps one instance, replaced weekly and with every version of the template", () => {
        const inputs = recording.inputs("aws:autoscaling/group:Group", "bastion-group");
        assert.deepEqual([inputs.minSize, inputs.desiredCapacity, inputs.maxSize], [1, 1, 1]);
        assert.deepEqual(inputs.launchTemplate, { id: "bastion-template-id", version: "3" });
        assert.deepEqual(inputs.instanceRefresh, {
            strategy: "Rolling",
            preferences: { minHealthyPercentage: 0, autoRollback: false },
        });
        assert.equal(inputs.maxInstanceLifetime, 604_800);
        assert.deepEqual(inputs.vpcZoneIdentifiers, ["subnet-1", "subnet-2"]);
    });

    it("keeps every log encrypted and for as long as it is told", () => {
        const groups = recording.ofType("aws:cloudwatch/logGroup:LogGroup");
        assert.deepEqual(
            groups
                .map(({ inputs }) => inputs as Record<string, unknown>)
                .map(({ name, kmsKeyId, retentionInDays }) => [name, kmsKeyId, retentionInDays]),
            ["secure", "sessions", "audit"].map((log) => [
                `/appsonic/bastion/${log}`,
                "arn:aws:mock:eu-west-1:123456789012:bastion-logs-key",
                400,
            ]),
        );
    });

    it("lets its role take this address, ship these logs and answer Session Manager", () => {
        const inputs = recording.inputs("aws:iam/rolePolicy:RolePolicy", "bastion-role-policy");
        const { Statement } = JSON.parse(inputs.policy as string) as {
            Statement: Record<string, unknown>[];
        };
        assert.deepEqual(Statement.slice(0, 3), [
            {
                Sid: "TakeThisAddress",
                Effect: "Allow",
                Action: "ec2:AssociateAddress",
                Resource: "arn:aws:ec2:eu-west-1:123456789012:elastic-ip/eipalloc-1",
            },
            {
                Sid: "ForBastionsOnly",
                Effect: "Allow",
                Action: "ec2:AssociateAddress",
                Resource: [
                    "arn:aws:ec2:eu-west-1:123456789012:instance/*",
                    "arn:aws:ec2:eu-west-1:123456789012:network-interface/*",
                ],
                Condition: { StringEquals: { "aws:ResourceTag/appsonic:bastion": "bastion" } },
            },
            {
                Sid: "WriteOwnLogs",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: ["secure", "sessions", "audit"].map(
                    (log) => `arn:aws:mock:eu-west-1:123456789012:bastion-${log}:*`,
                ),
            },
        ]);
        assert.deepEqual(
            Statement.slice(3).map((statement) => statement["Sid"]),
            ["WriteOwnMetrics", "ReadTags", "SessionManager"],
        );
    });

    it("marks what its role may give the address to", () => {
        const inputs = recording.inputs(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "bastion-template",
        );
        const tags = { Name: "bastion", "appsonic:bastion": "bastion" };
        assert.deepEqual(inputs.tagSpecifications, [
            { resourceType: "instance", tags },
            { resourceType: "network-interface", tags },
            { resourceType: "volume", tags },
        ]);
    });

    it("has a host name and a permissions boundary only when given", async () => {
        assert.deepEqual(recording.ofType("aws:route53/record:Record"), []);
        assert.equal(
            "permissionsBoundary" in recording.inputs("aws:iam/role:Role", "bastion-role"),
            false,
        );

        const named = await recordBastion({
            hostName: "bastion.appsonic.example",
            permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
        });
        assert.deepEqual(named.inputs("aws:route53/record:Record", "bastion-record"), {
            zoneId: "Z1",
            name: "bastion.appsonic.example",
            type: "A",
            ttl: 300,
            records: ["203.0.113.77"],
        });
        assert.equal(
            named.inputs("aws:iam/role:Role", "bastion-role").permissionsBoundary,
            "arn:aws:iam::123456789012:policy/boundary",
        );
    });

    it("says what others need", async () => {
        let bastion: Bastion | undefined;
        await record(() => (bastion = new Bastion("bastion", BASTION)), { outputs: OUTPUTS });
        const said: Record<string, unknown> = {};
        bastion?.publicIp.apply((value) => (said["publicIp"] = value));
        bastion?.autoscalingGroupName.apply((value) => (said["group"] = value));
        bastion?.logGroupNames.secure.apply((value) => (said["secure"] = value));
        await new Promise(setImmediate);
        assert.deepEqual(said, {
            publicIp: "203.0.113.77",
            group: "bastion-group",
            secure: "/appsonic/bastion/secure",
        });
    });
});
