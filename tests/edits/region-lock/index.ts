import type { Edit } from "../edit";

/** Edits that break the region lock (P-07). */
export const regionLock: readonly Edit[] = [
    {
        policy: "provider-region",
        title: "a provider in another region",
        type: "pulumi:providers:aws",
        name: "aws",
        change: (provider) => {
            provider["region"] = "eu-west-2";
        },
    },
    {
        policy: "resource-region",
        title: "a topic in another region",
        type: "aws:sns/topic:Topic",
        name: "prod-alarms-critical",
        change: (topic) => {
            topic["region"] = "us-east-1";
        },
    },
];
