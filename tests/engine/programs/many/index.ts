import { Bucket } from "@pulumi/aws/s3";
import { Topic } from "@pulumi/aws/sns";

const numbers = Array.from({ length: 100 }, (_, index) => String(index + 1));
const buckets = numbers.map((number) => new Bucket(`bucket-${number}`, { tags: { number } }));
const topics = buckets.map(
    (bucket, index) => new Topic(`topic-${String(index + 1)}`, { displayName: bucket.id }),
);
topics.map(
    (topic, index) =>
        new Topic(
            `late-${String(index + 1)}`,
            { displayName: topic.name },
            { dependsOn: buckets.slice(index, index + 3) },
        ),
);
