import { Provider } from "@pulumi/aws";
import { Bucket } from "@pulumi/aws/s3";
import { Vpc } from "@pulumi/awsx/ec2";
import { Topic } from "@pulumi/aws/sns";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

class Leaf extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Leaf", name, {}, opts);
        new Bucket(`${name}-bucket`, {}, { parent: this });
        this.registerOutputs();
    }
}
class Tree extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Tree", name, {}, opts);
        new Leaf(`${name}-leaf`, { parent: this });
        this.registerOutputs();
    }
}

const tags = { tags: { project: "stress" } };
const ireland = new Provider("ireland", { region: "eu-west-1", defaultTags: tags });
const oregon = new Provider("oregon", { region: "us-west-2", allowedAccountIds: ["123456789012"] });

new Tree("by-map", { providers: { aws: oregon } });
new Tree("by-list", { providers: [ireland] });
new Tree("by-one", { provider: oregon });
new Tree("through-a-resource", { parent: new Topic("parent", {}, { provider: ireland }) });
const outer = new Tree("outer", { providers: [ireland] });
new Leaf("overrides", { parent: outer, providers: [oregon] });
new Bucket("explicit", { tags: { own: "tag" } }, { provider: ireland });
new Bucket("explicit-under-parent", {}, { parent: outer, provider: oregon });
new Vpc("far", { availabilityZoneNames: ["us-west-2a"] }, { providers: [oregon], parent: outer });
