import type { Control } from "../control";

/** The account and how it is run (P-03). */
export const base: readonly Control[] = [
    {
        id: "BASE-01",
        title: "Threat detection watches the account.",
        promises: ["P-03", "P-13"],
        status: "planned",
    },
    {
        id: "BASE-02",
        title: "Changes of every resource are recorded.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-03",
        title: "The account is measured against AWS's security standards.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-04",
        title: "Access from outside the account is searched for.",
        promises: ["P-01", "P-03"],
        status: "planned",
    },
    {
        id: "BASE-05",
        title: "New volumes are encrypted by default.",
        promises: ["P-03", "P-05"],
        status: "planned",
    },
    {
        id: "BASE-06",
        title: "New instances use version 2 of the metadata service by default.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-07",
        title: "Default networks and security groups admit nothing.",
        promises: ["P-03", "P-09"],
        status: "planned",
    },
    {
        id: "BASE-08",
        title: "Every resource is tagged with its owner and service.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-09",
        title: "What holds data is protected from deletion by Pulumi.",
        promises: ["P-03", "P-14"],
        status: "planned",
    },
    {
        id: "BASE-10",
        title: "Providers work in one named account and hold no credentials.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-11",
        title: "No change of a security setting is ignored.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-12",
        title: "Drift from the code is detected.",
        promises: ["P-03"],
        status: "planned",
    },
    {
        id: "BASE-13",
        title: "Each part of the platform has a runbook.",
        promises: ["P-03"],
        status: "manual",
        why: "That a runbook helps is seen by the people who practise it.",
    },
    {
        id: "BASE-14",
        title: "Every resource of the account is made by this code.",
        promises: ["P-03"],
        status: "manual",
        why: "A program cannot see what it did not make; a person compares the account's inventory with the state every quarter.",
    },
];
