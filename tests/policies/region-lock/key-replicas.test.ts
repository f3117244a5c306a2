import assert from "node:assert/strict";
import { keyReplicaPlaces, keyReplicas } from "../../../policies/region-lock/key-replicas";
import { failures, judge } from "../support/judge";
import { ARN, describePlaces, OFF } from "../support/places";

describe("key-replicas", () => {
    describePlaces(keyReplicas, keyReplicaPlaces, [
        ["aws:kms/key:Key", "multiRegion", ...OFF],
        ["aws:kms/externalKey:ExternalKey", "multiRegion", ...OFF],
        ["aws:kms/replicaKey:ReplicaKey", "primaryKeyArn", ...ARN],
        ["aws:kms/replicaExternalKey:ReplicaExternalKey", "primaryKeyArn", ...ARN],
    ]);

    it("reports a flag in text, as imported states have it", async () => {
        const said = async (multiRegion: string) =>
            failures(await judge(keyReplicas, { type: "aws:kms/key:Key", props: { multiRegion } }));
        assert.deepEqual(await said("true"), ["multiRegion is true, expected false"]);
        assert.deepEqual(await said("True"), ["multiRegion is true, expected false"]);
        assert.deepEqual(await said("false"), []);
    });

    it("does not apply to other types", async () => {
        const { notApplicable } = await judge(keyReplicas, { type: "aws:kms/alias:Alias" });
        assert.deepEqual(notApplicable, [
            "Policy only applies to resources of type 'aws:kms/key:Key' or 'aws:kms/externalKey:ExternalKey' or 'aws:kms/replicaKey:ReplicaKey' or 'aws:kms/replicaExternalKey:ReplicaExternalKey'",
        ]);
    });
});
