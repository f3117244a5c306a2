import assert from "node:assert/strict";

import { VolumeEncryption } from "../../../components/encryption/volume-encryption";
import { statements } from "../policy-json";
import { record } from "../recording";

const ACCOUNT = "123456789012";
const LINKED_ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;

const grantees = (policy: unknown): unknown =>
    statements(policy).find(({ Sid }) => Sid === "GrantByGrantees")!.Principal;

describe("VolumeEncryption", () => {
    it("makes Auto Scaling's role first and lets it pass the key on to volumes", async () => {
        const made = await record(() => new VolumeEncryption("platform", { accountId: ACCOUNT }), {
            outputs: {
                "aws:iam/serviceLinkedRole:ServiceLinkedRole": () => ({ arn: LINKED_ROLE }),
            },
        });
        assert.deepEqual(
            made.inputs("aws:iam/serviceLinkedRole:ServiceLinkedRole", "platform-auto-scaling"),
            {
                awsServiceName: "autoscaling.amazonaws.com",
            },
        );
        const key = made.inputs("aws:kms/key:Key", "platform-key");
        assert.deepEqual(grantees(key.policy), { AWS: [LINKED_ROLE] });
    });

    it("leaves the account alone where another stack owns it, and has a key that Auto Scaling may use all the same", async () => {
        let keyArn: string | undefined;
        const made = await record(() => {
            new VolumeEncryption("platform", {
                accountId: ACCOUNT,
                ownsAccount: false,
            }).keyArn.apply((arn) => (keyArn = arn));
        });
        assert.deepEqual(
            made.resources.filter(({ type }) => /^aws:(iam|ebs)/.test(type)),
            [],
        );
        assert.deepEqual(grantees(made.inputs("aws:kms/key:Key", "platform-key").policy), {
            AWS: [LINKED_ROLE],
        });
        assert.equal(keyArn, "arn:aws:mock:eu-west-1:123456789012:platform-key");
    });

    it("encrypts every new volume with the key, and says so only when it is in force", async () => {
        let keyArn: string | undefined;
        const made = await record(() => {
            new VolumeEncryption("platform", { accountId: ACCOUNT }).keyArn.apply(
                (arn) => (keyArn = arn),
            );
        });
        const arn = "arn:aws:mock:eu-west-1:123456789012:platform-key";
        assert.deepEqual(
            made.inputs("aws:ebs/encryptionByDefault:EncryptionByDefault", "platform-by-default"),
            {
                enabled: true,
            },
        );
        assert.deepEqual(
            made.inputs("aws:ebs/defaultKmsKey:DefaultKmsKey", "platform-default-key"),
            {
                keyArn: arn,
            },
        );
        assert.equal(keyArn, arn);
    });
});
