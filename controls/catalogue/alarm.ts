import type { Control } from "../control";

/** What people are told, and how they answer (P-03, P-13). */
export const alarm: readonly Control[] = [
    {
        id: "ALARM-01",
        title: "Each service has alarms on errors, latency, health and load.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-02",
        title: "Each data store has alarms on space, load and failure.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-03",
        title: "Each load balancer has alarms on errors and rejected connections.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-04",
        title: "The bastion has alarms on failed and unusual sign-ins.",
        promises: ["P-10", "P-13"],
        status: "planned",
    },
    {
        id: "ALARM-05",
        title: "The account has alarms on the root user, refused calls and changes of its guards.",
        promises: ["P-03", "P-13"],
        status: "planned",
    },
    {
        id: "ALARM-06",
        title: "Alarms learn what is normal and report what is not.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-07",
        title: "Every alarm is delivered to a topic that people subscribe to.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-08",
        title: "Alarms are enabled and treat missing data as their metric demands.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-09",
        title: "Topics are encrypted and accept messages of this account only.",
        promises: ["P-01", "P-13"],
        status: "planned",
    },
    {
        id: "ALARM-10",
        title: "Errors in logs are counted and alarmed on.",
        promises: ["P-13"],
        status: "planned",
    },
    {
        id: "ALARM-11",
        title: "Every alarm names its runbook.",
        promises: ["P-03", "P-13"],
        status: "planned",
    },
    {
        id: "ALARM-12",
        title: "Somebody answers each alarm in time.",
        promises: ["P-13"],
        status: "manual",
        why: "A person sends a test alarm every month and notes who answered and when.",
    },
];
