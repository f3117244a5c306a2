import { SecurityGroup } from "@pulumi/aws/ec2";
import { Bucket } from "@pulumi/aws/s3";
import { Topic } from "@pulumi/aws/sns";
import { ComponentResource, output } from "@pulumi/pulumi";

const keeper = new ComponentResource(
    "stress:index:Keeper",
    "keeper",
    {},
    { protect: true, retainOnDelete: true },
);
new Bucket("protected-by-parent", {}, { parent: keeper });
new Bucket("not-protected", {}, { parent: keeper, protect: false, retainOnDelete: false });
const host = new Topic("host", {});
const group = new ComponentResource("stress:index:Group", "group", {}, { deletedWith: host });
new Topic("goes-with-host", {}, { parent: group });
new SecurityGroup(
    "ignoring",
    { description: "kept" },
    { ignoreChanges: ["description", "tags.owner"], replaceOnChanges: ["name"] },
);
new SecurityGroup("delete-first", {}, { deleteBeforeReplace: true });
new SecurityGroup("create-first", {}, { deleteBeforeReplace: false });
new Bucket("slow", {}, { customTimeouts: { create: "10m", update: "1h30m", delete: "45s" } });
new Topic(
    "secretive",
    { displayName: "plain" },
    { additionalSecretOutputs: ["displayName", "arn", "no-such-output"] },
);
new Topic("nested-parent", {}, { parent: new Bucket("custom-parent", {}) });
new Topic("version", {}, { version: "7.48.0" });
new Topic("depends-on-late", {}, { dependsOn: output(host) });
new Topic("depends-on-promise", {}, { dependsOn: Promise.resolve([host, group]) });
