import { Bucket } from "@pulumi/aws/s3";
import {
    ComponentResource,
    rootStackResource,
    type ComponentResourceOptions,
} from "@pulumi/pulumi";

class Site extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Site", name, {}, opts);
        const content = new Bucket(`${name}-content`, {}, { parent: this });
        new Bucket(
            `${name}-logs`,
            { tags: { of: content.id } },
            { parent: this, aliases: [{ name: `${name}-old-logs` }] },
        );
        this.registerOutputs();
    }
}

class Region extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Region", name, {}, opts);
        new Site(`${name}-site`, {
            parent: this,
            aliases: [{ type: "stress:old:Site" }, { name: "somewhere-site" }],
        });
        this.registerOutputs();
    }
}

new Bucket("renamed", {}, { aliases: [{ name: "before" }, { name: "before-that" }] });
new Bucket(
    "by-urn",
    {},
    { aliases: ["urn:pulumi:other::aliases::aws:s3/bucket:Bucket::elsewhere"] },
);
new Bucket("other-stack", {}, { aliases: [{ stack: "other" }, { project: "other" }] });
new Bucket("bucket-v2", {}, { aliases: [{ type: "aws:s3/bucketObject:BucketObject" }] });
new Site("once-in-site", { aliases: [{ parent: rootStackResource, name: "site-at-root" }] });
const region = new Region("ireland", { aliases: [{ name: "dublin" }] });
new Bucket("moved", {}, { parent: region, aliases: [{ parent: rootStackResource }] });
