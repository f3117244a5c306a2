import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import type { ExampleResource, Inputs, StackSubject } from "../lib/policy";
import { textOf } from "../lib/properties";
import { visitPath } from "../lib/property-paths";
import { quote } from "../lib/quote";
import type { StackIndex } from "../lib/stack-index";
import { isUnknownValue } from "../lib/unknown-value";
import { parseArn } from "../lib/views/arns";
import { declaredRegion } from "../lib/views/regions";
import { REGION } from "./region";

const CONFIGURATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const BUCKET = "aws:s3/bucket:Bucket";
const OLD_BUCKET = "aws:s3/bucketV2:BucketV2";
/** A type that can hold rules of replication, the path of the rules, and what a rule calls its destination. */
type Holder = readonly [type: string, rules: string, key: string];
const HOLDERS: readonly Holder[] = [
    [CONFIGURATION, "rules", "destination"],
    [BUCKET, "replicationConfiguration.rules", "destination"],
    [OLD_BUCKET, "replicationConfigurations.rules", "destinations"],
];

/**
 * The ARN of a bucket does not say where the bucket is: its region is read where the bucket is made (P-07, P-14).
 * Others demand replication to another region (CKV_AWS_144, S3.7, S3BucketReplicationEnabled); this is the opposite of it.
 */
export const bucketReplication = defineStackPolicy({
    name: "bucket-replication",
    control: "REGION-04",
    title: "Buckets are replicated to buckets in eu-west-1 only.",
    severity: "critical",
    why: "Replication copies every new object to its destination within minutes. CKV_AWS_144 and S3.7 ask for a destination in another region, which is what must not be here.",
    remediation:
        "Let destination.bucket be a bucket of this program in eu-west-1, or remove the rule; versions and backups keep objects within the region.",
    frameworks: ["gdpr:44"],
    resourceTypes: [CONFIGURATION, BUCKET, OLD_BUCKET],
    check(subject) {
        for (const holder of HOLDERS) {
            for (const resource of subject.stack.ofType(holder[0])) {
                judgeRules(resource, holder, subject);
            }
        }
    },
    examples: {
        accepted: [
            {
                title: "a copy in another bucket of the region",
                resources: [
                    copyTo("arn:aws:s3:::orders-copy"),
                    { type: BUCKET, props: { bucket: "orders-copy", region: REGION } },
                ],
            },
        ],
        rejected: [
            {
                title: "a copy in a bucket elsewhere, as CKV_AWS_144 asks for",
                resources: [
                    copyTo("arn:aws:s3:::orders-copy"),
                    { type: BUCKET, props: { bucket: "orders-copy", region: "eu-central-1" } },
                ],
                messages: [
                    `rules[0].destination.bucket is in "eu-central-1", expected a bucket in "eu-west-1"`,
                ],
            },
            {
                title: "a copy in a bucket that the program does not have",
                resources: [copyTo("arn:aws:s3:::of-somebody-else")],
                messages: [
                    `rules[0].destination.bucket is "of-somebody-else", which this program does not make, so that nothing shows where it is, expected a bucket of this program in "eu-west-1"`,
                ],
            },
        ],
    },
});

function judgeRules(holder: PolicyResource, [, rules, key]: Holder, subject: StackSubject): void {
    const ifKnown = (part: () => void): void => {
        subject.ifKnown(holder, part);
    };
    visitPath(holder.props, rules, ifKnown, (rule, path) => {
        // AWS ignores a rule that is not enabled.
        if (textOf(rule as Inputs, "status") === "Disabled") return;
        visitPath(rule as Inputs, key, ifKnown, (destination, below) => {
            for (const problem of problemsOf(destination as Inputs, holder, rules, subject.stack)) {
                subject.report(holder, `${path}.${below}.bucket ${problem}`);
            }
        });
    });
}

function problemsOf(
    destination: Inputs,
    holder: PolicyResource,
    rules: string,
    stack: StackIndex,
): readonly string[] {
    const buckets = stack.ofType(BUCKET, OLD_BUCKET);
    const inOurs = (bucket: PolicyResource): readonly string[] => {
        const region = regionOf(bucket);
        // A provider without a region is reported for that.
        return region === undefined || region === REGION || region === regionOf(holder)
            ? []
            : [`is in ${quote(region)}, expected a bucket in "${REGION}"`];
    };
    try {
        const name = textOf(destination, "bucket") ?? "";
        const bucketName = parseArn(name)?.resource ?? name;
        const bucket = buckets.find(({ props }) => isNamed(props, bucketName));
        if (bucket !== undefined) return inOurs(bucket);
        return [
            `is ${quote(bucketName)}, which this program does not make, so that nothing shows where it is, expected a bucket of this program in "${REGION}"`,
        ];
    } catch (error) {
        // The ARN is not known yet, but the buckets that the rules were made of are.
        const [property = ""] = rules.split(".");
        const made = (holder.propertyDependencies[property] ?? []).filter((each) =>
            buckets.includes(each),
        );
        if (!isUnknownValue(error) || made.length === 0) throw error;
        return made.flatMap(inOurs);
    }
}

function isNamed(props: Inputs, name: string): boolean {
    return ["bucket", "id"].some(
        (key) => Object.getOwnPropertyDescriptor(props, key)?.value === name,
    );
}

/** Where a resource is: by itself, or by its provider. */
function regionOf({ props, provider }: PolicyResource): string | undefined {
    return declaredRegion(props) ?? declaredRegion(provider?.props ?? {});
}

function copyTo(bucket: string): ExampleResource {
    return {
        type: CONFIGURATION,
        props: {
            bucket: "orders",
            rules: [{ status: "Enabled", destination: { bucket } }],
        },
    };
}
