import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { EncryptionKey } from "../../../components/encryption/encryption-key";
import { keyPolicy } from "../../../components/encryption/key-policy";
import { logs } from "../../../components/encryption/key-services";
import { parsed } from "../policy-json";
import { record } from "../recording";

const ACCOUNT = "123456789012";
const args = { description: "Licences.", accountId: ACCOUNT };

describe("EncryptionKey", () => {
    it("rotates, takes 30 days to die, and stays in its region", async () => {
        const made = await record(() => new EncryptionKey("licensing", args));
        const { policy, ...inputs } = made.inputs("aws:kms/key:Key", "licensing-key");
        assert.deepEqual(inputs, {
            description: "Licences.",
            enableKeyRotation: true,
            deletionWindowInDays: 30,
            keyUsage: "ENCRYPT_DECRYPT",
            multiRegion: false,
            tags: {},
        });
        assert.deepEqual(
            parsed(policy),
            keyPolicy({ accountId: ACCOUNT, services: [], users: [], grantees: [] }, "eu-west-1"),
        );
    });

    it("has an alias of its name", async () => {
        const made = await record(() => new EncryptionKey("licensing", args), {
            outputs: { "aws:kms/key:Key": () => ({ keyId: "1234" }) },
        });
        assert.deepEqual(made.inputs("aws:kms/alias:Alias", "licensing-alias"), {
            name: "alias/licensing",
            targetKeyId: "1234",
        });
    });

    it("admits services, users and grantees, whose ARNs may come later", async () => {
        const role = `arn:aws:iam::${ACCOUNT}:role/licensing`;
        const linked = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x/Linked`;
        const services = [logs(ACCOUNT, "/appsonic/")];
        const made = await record(
            () =>
                new EncryptionKey("licensing", {
                    ...args,
                    services,
                    users: [pulumi.output(role)],
                    grantees: [pulumi.output(Promise.resolve(linked))],
                    tags: { service: "licensing" },
                }),
        );
        const { policy, tags } = made.inputs("aws:kms/key:Key", "licensing-key");
        assert.deepEqual(
            parsed(policy),
            parsed(
                JSON.stringify(
                    keyPolicy(
                        { accountId: ACCOUNT, services, users: [role], grantees: [linked] },
                        "eu-west-1",
                    ),
                ),
            ),
        );
        assert.deepEqual(tags, { service: "licensing" });
    });

    it("hands out the key's ARN and id", async () => {
        let found: unknown;
        await record(
            () => {
                const key = new EncryptionKey("licensing", args);
                pulumi.all([key.arn, key.keyId]).apply((values) => (found = values));
            },
            { outputs: { "aws:kms/key:Key": () => ({ keyId: "1234" }) } },
        );
        assert.deepEqual(found, ["arn:aws:mock:eu-west-1:123456789012:licensing-key", "1234"]);
    });
});
