import { Topic } from "@pulumi/aws/sns";
import { dynamic, type Input } from "@pulumi/pulumi";

const provider: dynamic.ResourceProvider<{ text: string }, { text: string }> = {
    create: (inputs) => Promise.resolve({ id: "made", outs: inputs }),
};
class Thing extends dynamic.Resource {
    constructor(name: string, props: { readonly text: Input<string> }) {
        super(provider, name, props);
    }
}
const topic = new Topic("topic", {});
new Thing("thing", { text: topic.arn });
