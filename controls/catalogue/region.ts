import type { Control } from "../control";

/** Where data is: region lock (P-07). */
export const region: readonly Control[] = [
    {
        id: "REGION-01",
        title: "AWS providers work in eu-west-1.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-02",
        title: "AWS resources are placed in eu-west-1.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-03",
        title: "ARNs, host names, service names, URLs and names of regions in properties are of eu-west-1.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-04",
        title: "Copies, replicas and replication targets stay in eu-west-1.",
        promises: ["P-07", "P-14"],
        status: "automated",
    },
    {
        id: "REGION-05",
        title: "Availability zones, subnets and VPC endpoints belong to eu-west-1.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-06",
        title: "Encryption keys and secrets have no replica in another region.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-07",
        title: "Services that keep or move data outside one region are not used.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-08",
        title: "Global services are used only where a documented list says why.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-09",
        title: "Findings and configuration are aggregated in eu-west-1 only.",
        promises: ["P-07"],
        status: "automated",
    },
    {
        id: "REGION-10",
        title: "People can act in eu-west-1 only.",
        promises: ["P-07", "P-08"],
        status: "automated",
    },
    {
        id: "REGION-11",
        title: "Pulumi's state and the key of its secrets are kept in eu-west-1.",
        promises: ["P-07"],
        status: "manual",
        why: "The backend is chosen when a stack is made, before any program runs; whoever makes a stack follows the README.",
    },
    {
        id: "REGION-12",
        title: "Networks are joined with networks of eu-west-1 only.",
        promises: ["P-07"],
        status: "automated",
    },
];
