import type { Control } from "../control";

/** What is logged, where and for how long (P-04). */
export const log: readonly Control[] = [
    {
        id: "LOG-01",
        title: "Log groups keep events for the promised period.",
        promises: ["P-04", "P-05"],
        status: "planned",
    },
    {
        id: "LOG-02",
        title: "Log groups are encrypted with a customer-managed key.",
        promises: ["P-04"],
        status: "planned",
    },
    {
        id: "LOG-03",
        title: "Every component ships its logs to CloudWatch.",
        promises: ["P-04"],
        status: "planned",
    },
    {
        id: "LOG-04",
        title: "Beanstalk environments stream logs and health, which outlive the environment.",
        promises: ["P-04"],
        status: "planned",
    },
    {
        id: "LOG-05",
        title: "Load balancers log accesses and connections.",
        promises: ["P-04"],
        status: "planned",
    },
    { id: "LOG-06", title: "Networks log all flows.", promises: ["P-04"], status: "planned" },
    { id: "LOG-07", title: "Databases export their logs.", promises: ["P-04"], status: "planned" },
    {
        id: "LOG-08",
        title: "The account's trail records every action and every access to data, complete and unaltered.",
        promises: ["P-03", "P-04", "P-08"],
        status: "planned",
    },
    {
        id: "LOG-09",
        title: "Buckets that hold logs are locked, private and expire.",
        promises: ["P-04", "P-05"],
        status: "planned",
    },
    {
        id: "LOG-10",
        title: "Logs hold no passwords and no customer data.",
        promises: ["P-04", "P-05"],
        status: "manual",
        why: "What an application writes into its log is seen in its code and reviewed there.",
    },
];
