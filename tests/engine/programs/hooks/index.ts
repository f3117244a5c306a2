import { Topic } from "@pulumi/aws/sns";
import { ComponentResource, ResourceHook } from "@pulumi/pulumi";

const seen: string[] = [];
const before = new ResourceHook("before", ({ name }) => {
    seen.push(`before ${name}`);
});
const after = new ResourceHook(
    "after",
    ({ name, newOutputs }) => {
        seen.push(`after ${name} ${typeof newOutputs?.["arn"]}`);
    },
    { onDryRun: true },
);
new Topic("hooked", {}, { hooks: { beforeCreate: [before], afterCreate: [after] } });
const group = new ComponentResource(
    "stress:index:Group",
    "group",
    {},
    { hooks: { afterCreate: [after] } },
);
new Topic("member", {}, { parent: group });
