import { Bucket } from "@pulumi/aws/s3";
import { Topic } from "@pulumi/aws/sns";
import { all, ComponentResource, output, type ComponentResourceOptions } from "@pulumi/pulumi";

class Inner extends ComponentResource {
    public readonly bucket: Bucket;
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Inner", name, {}, opts);
        this.bucket = new Bucket(`${name}-bucket`, {}, { parent: this });
        new Topic(`${name}-topic`, {}, { parent: this.bucket });
        this.registerOutputs();
    }
}
class Outer extends ComponentResource {
    public readonly inner: Inner;
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Outer", name, {}, opts);
        this.inner = new Inner(`${name}-inner`, { parent: this });
        new Topic(`${name}-late`, { displayName: this.inner.bucket.id }, { parent: this });
        this.registerOutputs({ arn: this.inner.bucket.arn });
    }
}
const first = new Outer("first");
const second = new Outer("second", { dependsOn: first });
new Topic("on-component", {}, { dependsOn: [second] });
new Topic("on-inner", {}, { dependsOn: [first.inner] });
new Topic("on-output", {
    displayName: all([first.inner.bucket.id, second.inner.bucket.arn]).apply((parts) =>
        parts.join(),
    ),
});
new Topic("on-read", {}, { dependsOn: [Bucket.get("read", "is-there")] });
new Topic(
    "on-both",
    { displayName: first.inner.bucket.bucket },
    { dependsOn: [second.inner.bucket] },
);
new Topic("on-nested-output", {
    tags: output(first.inner.bucket.tags).apply((tags) => tags ?? {}),
});
const child = new Topic("child-of-custom", {}, { parent: second.inner.bucket });
new Topic("on-child", {}, { dependsOn: [child] });
