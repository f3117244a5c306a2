import assert from "node:assert/strict";
import { bucketReplication } from "../../../policies/region-lock/bucket-replication";
import { type Fixture, judge, UNKNOWN, urnOf } from "../support/judge";

const CONFIGURATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const BUCKET = "aws:s3/bucket:Bucket";
const OLD_BUCKET = "aws:s3/bucketV2:BucketV2";
const COPY = "arn:aws:s3:::orders-copy";

const here: Fixture = {
    type: BUCKET,
    name: "copy",
    props: { bucket: "orders-copy", region: "eu-west-1" },
};
const elsewhere: Fixture = {
    type: BUCKET,
    name: "copy",
    props: { bucket: "orders-copy", region: "us-east-1" },
};

function rule(bucket: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
    return { status: "Enabled", destination: { bucket }, ...more };
}

function replication(...rules: readonly unknown[]): Fixture {
    return { type: CONFIGURATION, name: "replication", props: { bucket: "orders", rules } };
}

/** Verdict, message and name of the resource that is reported. */
async function said(...stack: readonly Fixture[]): Promise<readonly string[]> {
    const { diagnostics, notApplicable } = await judge(bucketReplication, stack);
    assert.deepEqual(notApplicable, []);
    return diagnostics.map(
        ({ verdict, message, urn }) =>
            `${String(urn).split("::").at(-1) ?? ""} ${verdict}: ${message}`,
    );
}

const IN_US = `is in "us-east-1", expected a bucket in "eu-west-1"`;

describe("bucket-replication", () => {
    it("accepts replication within the region, of every way to declare it", async () => {
        for (const holder of [
            replication(rule(COPY)),
            replication(rule("orders-copy")),
            {
                type: BUCKET,
                name: "orders",
                props: { replicationConfiguration: { rules: [rule(COPY)] } },
            },
            {
                type: OLD_BUCKET,
                name: "orders",
                props: {
                    replicationConfigurations: [
                        { rules: [{ status: "Enabled", destinations: [{ bucket: COPY }] }] },
                    ],
                },
            },
        ]) {
            assert.deepEqual(await said(holder, here), []);
        }
    });

    it("reports replication to another region, of every way to declare it", async () => {
        assert.deepEqual(await said(replication(rule(COPY)), elsewhere), [
            `replication fail: rules[0].destination.bucket ${IN_US}`,
        ]);
        assert.deepEqual(
            await said(
                {
                    type: BUCKET,
                    name: "orders",
                    props: { replicationConfiguration: { rules: [rule(COPY)] } },
                },
                elsewhere,
            ),
            [`orders fail: replicationConfiguration.rules[0].destination.bucket ${IN_US}`],
        );
        assert.deepEqual(
            await said(
                {
                    type: OLD_BUCKET,
                    name: "orders",
                    props: {
                        replicationConfigurations: [
                            { rules: [{ status: "Enabled", destinations: [{ bucket: COPY }] }] },
                        ],
                    },
                },
                elsewhere,
            ),
            [`orders fail: replicationConfigurations[0].rules[0].destinations[0].bucket ${IN_US}`],
        );
    });

    it("finds a bucket of the older type, by its id as well", async () => {
        const old = {
            type: OLD_BUCKET,
            name: "copy",
            props: { id: "orders-copy", region: "us-east-1" },
        };
        assert.deepEqual(await said(replication(rule(COPY)), old), [
            `replication fail: rules[0].destination.bucket ${IN_US}`,
        ]);
    });

    it("reports every rule, but those that are switched off", async () => {
        assert.deepEqual(
            await said(
                replication(
                    rule(COPY, { status: "Disabled" }),
                    rule(COPY),
                    { destination: { bucket: COPY } },
                    { status: "Enabled" },
                    null,
                ),
                elsewhere,
            ),
            [
                `replication fail: rules[1].destination.bucket ${IN_US}`,
                `replication fail: rules[2].destination.bucket ${IN_US}`,
            ],
        );
    });

    it("reports a bucket that the program does not make, since nothing shows where it is", async () => {
        const unseen = (name: string) =>
            `replication fail: rules[0].destination.bucket is "${name}", which this program does not make, so that nothing shows where it is, expected a bucket of this program in "eu-west-1"`;
        assert.deepEqual(await said(replication(rule("arn:aws:s3:::others")), here), [
            unseen("others"),
        ]);
        assert.deepEqual(await said(replication(rule(null))), [unseen("")]);
    });

    it("takes the region of a bucket from its provider where it names none", async () => {
        const copyOf = (provider: Record<string, unknown>): Fixture => ({
            type: BUCKET,
            name: "copy",
            props: { bucket: "orders-copy" },
            provider,
        });
        const source = replication(rule(COPY));
        assert.deepEqual(await said(source, copyOf({ region: "us-east-1" })), [
            `replication fail: rules[0].destination.bucket ${IN_US}`,
        ]);
        assert.deepEqual(await said(source, copyOf({ region: "eu-west-1" })), []);
        assert.deepEqual(
            await said(
                { ...source, provider: { region: "us-east-1" } },
                copyOf({ region: "us-east-1" }),
            ),
            [],
        );
        // Its provider is reported.
        assert.deepEqual(await said(source, copyOf({})), []);
        assert.deepEqual(
            await said({ ...source, provider: { region: "eu-west-1" } }, copyOf({})),
            [],
        );
        assert.deepEqual(await said(source, { ...here, props: { bucket: "orders-copy" } }), []);
    });

    it("accepts copies within a region that the source is reported for", async () => {
        const source = replication(rule(COPY));
        assert.deepEqual(
            await said({ ...source, props: { ...source.props, region: "us-east-1" } }, elsewhere),
            [],
        );
    });

    describe("before the destination's ARN is known", () => {
        const dependent = (...urns: readonly string[]): Fixture => ({
            ...replication(rule(UNKNOWN)),
            propertyDependencies: { rules: urns },
        });

        it("looks at the buckets that the rules were made of", async () => {
            assert.deepEqual(await said(dependent(urnOf(here)), here), []);
            assert.deepEqual(await said(dependent(urnOf(elsewhere)), elsewhere), [
                `replication fail: rules[0].destination.bucket ${IN_US}`,
            ]);
        });

        it("does not evaluate what was made of no bucket of the program", async () => {
            const key: Fixture = { type: "aws:kms/key:Key", name: "key", props: {} };
            const waits = [
                "replication not-evaluated: rules[0].destination.bucket is not known yet",
            ];
            assert.deepEqual(await said(dependent(), here), waits);
            assert.deepEqual(await said(dependent(urnOf(key)), key, here), waits);
        });

        it("does not evaluate rules or regions that are not known yet, and reports the others", async () => {
            assert.deepEqual(await said(replication(UNKNOWN, rule(COPY)), elsewhere), [
                `replication fail: rules[1].destination.bucket ${IN_US}`,
                "replication not-evaluated: rules[0] is not known yet",
            ]);
            assert.deepEqual(await said(replication(rule(COPY, { status: UNKNOWN })), elsewhere), [
                "replication not-evaluated: rules[0].status is not known yet",
            ]);
            assert.deepEqual(
                await said(replication(rule(COPY)), {
                    type: BUCKET,
                    name: "copy",
                    props: { bucket: "orders-copy", region: UNKNOWN },
                }),
                ["replication not-evaluated: region is not known yet"],
            );
        });
    });

    it("accepts buckets without replication", async () => {
        assert.deepEqual(await said(here), []);
    });

    it("does not apply to stacks without buckets", async () => {
        const { notApplicable } = await judge(bucketReplication, [{ type: "aws:kms/key:Key" }]);
        assert.equal(notApplicable.length, 1);
    });
});
