import assert from "node:assert/strict";
import { InstanceIdentity } from "../../../components/services/instance-identity";
import { record } from "../recording";

const tags = { service: "licensing" };

describe("InstanceIdentity", () => {
    it("is a role that instances assume and nobody else, for an hour at most", async () => {
        const seen = await record(
            () => new InstanceIdentity("licensing", { serviceName: "licensing", tags }),
        );
        const { assumeRolePolicy, ...inputs } = seen.inputs("aws:iam/role:Role", "licensing-role");
        assert.deepEqual(inputs, {
            description: "Instances of licensing",
            maxSessionDuration: 3600,
            tags,
        });
        assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Instances",
                    Effect: "Allow",
                    Principal: { Service: "ec2.amazonaws.com" },
                    Action: "sts:AssumeRole",
                },
            ],
        });
        assert.deepEqual(
            seen.inputs("aws:iam/instanceProfile:InstanceProfile", "licensing-profile"),
            {
                role: "licensing-role",
                tags,
            },
        );
    });

    it("gets a policy for each purpose, and is ready when all are in place", async () => {
        let ready: Promise<string> | undefined;
        const seen = await record(() => {
            const identity = new InstanceIdentity("licensing", { serviceName: "licensing", tags });
            identity.allow("read", [
                { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:files" },
            ]);
            identity.allow("write", Promise.resolve([]));
            const name = identity.readyProfileName();
            ready = new Promise((resolve) => name.apply(resolve));
        });
        assert.deepEqual(seen.inputsByName("aws:iam/rolePolicy:RolePolicy"), {
            "licensing-read": {
                role: "licensing-role",
                policy:
                    '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow",' +
                    '"Action":"s3:GetObject","Resource":"arn:files"}]}',
            },
            "licensing-write": {
                role: "licensing-role",
                policy: '{"Version":"2012-10-17","Statement":[]}',
            },
        });
        assert.equal(await ready, "licensing-profile");
    });
});
