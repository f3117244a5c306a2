import type { Control } from "../control";

/** How services are built and kept apart (P-11, P-12). */
export const service: readonly Control[] = [
    {
        id: "SERVICE-01",
        title: "Each service has a role and an instance profile of its own.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-02",
        title: "Each service that stores data has a key of its own.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-03",
        title: "Each data store belongs to one service.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-04",
        title: "Each service has security groups of its own.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-05",
        title: "No service's role reaches another service's data, key or secrets.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-06",
        title: "Data stores admit connections from their own service only.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-07",
        title: "Services reach only the services that they declare to call.",
        promises: ["P-11", "P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-08",
        title: "Services run on Elastic Beanstalk's supported Java platform.",
        promises: ["P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-09",
        title: "Public services stand behind an internet-facing load balancer, internal ones behind an internal one.",
        promises: ["P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-10",
        title: "Internal services are reached from the platform only.",
        promises: ["P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-11",
        title: "Instances run in private subnets without public addresses.",
        promises: ["P-09", "P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-12",
        title: "Instances give credentials to requests of version 2 of the metadata service only.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-13",
        title: "Environment properties hold no secrets.",
        promises: ["P-12"],
        status: "planned",
    },
    {
        id: "SERVICE-14",
        title: "Deployments replace instances batch by batch, and only healthy ones.",
        promises: ["P-03", "P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-15",
        title: "Data stores are not part of a Beanstalk environment and outlive it.",
        promises: ["P-12", "P-14"],
        status: "planned",
    },
    {
        id: "SERVICE-16",
        title: "Platform updates are applied by Beanstalk every week.",
        promises: ["P-03", "P-11"],
        status: "planned",
    },
    {
        id: "SERVICE-17",
        title: "Services authenticate their callers.",
        promises: ["P-12"],
        status: "manual",
        why: "Authentication is part of each application and tested there.",
    },
];
