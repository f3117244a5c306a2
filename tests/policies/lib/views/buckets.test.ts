import assert from "node:assert/strict";
import * as s3 from "@pulumi/aws/s3";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import {
    type Aspect,
    BUCKET_TYPES,
    bucketsOf,
    ownSettings,
    satelliteTypes,
} from "../../../../policies/lib/views/buckets";
import { resource } from "../../support/resources";
import { guarded, UNKNOWN } from "../../support/unknown";

const ASPECTS: readonly Aspect[] = [
    "acl",
    "acceleration",
    "cors",
    "encryption",
    "lifecycle",
    "logging",
    "notification",
    "objectLock",
    "ownership",
    "policy",
    "publicAccess",
    "replication",
    "versioning",
    "website",
];

function view(...resources: PolicyResource[]) {
    return bucketsOf(new StackIndex(resources));
}

function names(resources: readonly PolicyResource[]): readonly string[] {
    return resources.map(({ name }) => name);
}

describe("buckets", () => {
    it("and what is about them have types that the SDK has", () => {
        const tokens = Object.values(s3 as unknown as Record<string, { __pulumiType?: string }>)
            .map(({ __pulumiType }) => __pulumiType)
            .filter((token) => token !== undefined);
        for (const token of [...BUCKET_TYPES, ...ASPECTS.flatMap(satelliteTypes)]) {
            assert.ok(tokens.includes(token), token);
        }
        // What the SDK has and no aspect mentions says nothing about how a bucket keeps its objects.
        const known: readonly string[] = [...BUCKET_TYPES, ...ASPECTS.flatMap(satelliteTypes)];
        assert.deepEqual(
            tokens
                .filter((token) => /^aws:s3\/bucket/.test(token) && !known.includes(token))
                .sort(),
            [
                "aws:s3/bucketAbac:BucketAbac",
                "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
                "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
                "aws:s3/bucketMetric:BucketMetric",
                "aws:s3/bucketObject:BucketObject",
                "aws:s3/bucketObjectv2:BucketObjectv2",
                "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration",
                "aws:s3/bucketRequestPaymentConfigurationV2:BucketRequestPaymentConfigurationV2",
            ],
        );
    });

    it("are found with their satellites, under the names of today and of version 6", () => {
        for (const type of BUCKET_TYPES) {
            for (const aspect of ASPECTS) {
                const logs = resource(type, "logs", { bucket: "logs-1" });
                const data = resource(type, "data", { bucket: "data-1" });
                const about = satelliteTypes(aspect).map((token, index) =>
                    resource(token, `about-${index}`, { bucket: "logs-1" }),
                );
                const [first, second] = view(logs, data, ...about);
                assert.equal(first!.resource, data);
                assert.equal(second!.resource, logs);
                assert.deepEqual(first!.satellites(aspect), []);
                assert.deepEqual(second!.satellites(aspect), about);
                assert.deepEqual(second!.perhaps(aspect), []);
                const others = ASPECTS.filter((each) => each !== aspect);
                for (const other of others) assert.deepEqual(second!.satellites(other), []);
            }
        }
    });

    it("have satellites that are found by dependency while names are not known yet", () => {
        const logs = resource(BUCKET_TYPES[0], "logs", { bucket: UNKNOWN });
        const policy = resource(
            "aws:s3/bucketPolicy:BucketPolicy",
            "policy",
            { bucket: UNKNOWN },
            { bucket: [logs] },
        );
        assert.deepEqual(view(logs, policy)[0]!.satellites("policy"), [policy]);
    });

    it("perhaps have satellites of which nothing is known", () => {
        const policy = resource("aws:s3/bucketPolicy:BucketPolicy", "policy", { bucket: UNKNOWN });
        const [logs] = view(resource(BUCKET_TYPES[0], "logs", { bucket: "logs-1" }), policy);
        assert.deepEqual(logs!.satellites("policy"), []);
        assert.deepEqual(logs!.perhaps("policy"), [policy]);
        assert.deepEqual(logs!.perhaps("acl"), []);
    });

    it("have settings of their own", () => {
        for (const [aspect, props, expected] of [
            ["acl", { acl: "private" }, ["acl"]],
            ["acl", { grants: [{}, {}] }, ["grants[0]", "grants[1]"]],
            ["acceleration", { accelerationStatus: "Enabled" }, ["accelerationStatus"]],
            ["cors", { corsRules: [{}] }, ["corsRules[0]"]],
            [
                "encryption",
                { serverSideEncryptionConfiguration: {} },
                ["serverSideEncryptionConfiguration"],
            ],
            [
                "encryption",
                { serverSideEncryptionConfigurations: [{}] },
                ["serverSideEncryptionConfigurations[0]"],
            ],
            ["lifecycle", { lifecycleRules: [{}] }, ["lifecycleRules[0]"]],
            ["logging", { logging: {} }, ["logging"]],
            ["logging", { loggings: [{}] }, ["loggings[0]"]],
            ["notification", { website: {} }, []],
            ["objectLock", { objectLockConfiguration: {} }, ["objectLockConfiguration"]],
            ["ownership", {}, []],
            ["policy", { policy: "{}" }, ["policy"]],
            ["publicAccess", {}, []],
            ["replication", { replicationConfiguration: {} }, ["replicationConfiguration"]],
            ["replication", { replicationConfigurations: [{}] }, ["replicationConfigurations[0]"]],
            ["versioning", { versioning: {} }, ["versioning"]],
            ["versioning", { versionings: [{}] }, ["versionings[0]"]],
            ["website", { website: {} }, ["website"]],
            ["website", { websites: [{}] }, ["websites[0]"]],
            ["website", { website: null, websites: [] }, []],
        ] as const) {
            const paths = ownSettings(guarded(props), aspect).map(({ path }) => path);
            assert.deepEqual(paths, expected, aspect);
        }
    });

    it("have each satellite once, and no satellite of another bucket", () => {
        const name = fc.constantFrom("a", "b", "c");
        fc.assert(
            fc.property(
                fc.uniqueArray(name),
                fc.array(fc.tuple(name, fc.constantFrom(...ASPECTS))),
                (buckets, about) => {
                    const made = buckets.map((bucket) =>
                        resource(BUCKET_TYPES[0], bucket, { bucket }),
                    );
                    const satellites = about.map(([bucket, aspect], index) =>
                        resource(satelliteTypes(aspect)[0], `s-${index}`, { bucket }),
                    );
                    for (const { resource: each, satellites: of } of view(...made, ...satellites)) {
                        for (const aspect of ASPECTS) {
                            const expected = about.flatMap(([bucket, a], index) =>
                                bucket === each.name && a === aspect ? [`s-${index}`] : [],
                            );
                            assert.deepEqual(names(of(aspect)), expected.sort());
                        }
                    }
                },
            ),
        );
    });
});
