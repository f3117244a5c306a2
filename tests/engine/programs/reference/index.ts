import { Topic } from "@pulumi/aws/sns";
import { getStack, StackReference } from "@pulumi/pulumi";

if (getStack() !== "other") {
    const other = new StackReference("other", { name: "organization/reference/other" });
    new Topic("from-other", { displayName: other.getOutput("topicName") });
    new Topic(
        "from-required",
        { displayName: other.requireOutput("topicName") },
        { dependsOn: [other] },
    );
}
export const topicName = "topicName-1";
export const madeBy = new Topic("own", {}).name;
