import type { Control } from "../control";

/** Who may do what: people, principals and the outside (P-01, P-08). */
export const access: readonly Control[] = [
    {
        id: "ACCESS-01",
        title: "Resource policies admit neither other accounts nor the public.",
        promises: ["P-01"],
        status: "planned",
    },
    {
        id: "ACCESS-02",
        title: "Snapshots, images and recovery points are shared with nobody.",
        promises: ["P-01"],
        status: "planned",
    },
    {
        id: "ACCESS-03",
        title: "Key policies and grants admit this account only.",
        promises: ["P-01"],
        status: "planned",
    },
    {
        id: "ACCESS-04",
        title: "Log destinations and subscriptions lie in this account.",
        promises: ["P-01", "P-04"],
        status: "planned",
    },
    {
        id: "ACCESS-05",
        title: "Public access to buckets is blocked, for each bucket and for the account.",
        promises: ["P-01"],
        status: "planned",
    },
    {
        id: "ACCESS-06",
        title: "Data stores and instances have no public address.",
        promises: ["P-01", "P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-07",
        title: "People can assume the developer and the support role, and no other.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-08",
        title: "People sign in with a second factor, for short sessions.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-09",
        title: "The roles of people have a permissions boundary.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-10",
        title: "Developers cannot read application data.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-11",
        title: "Support reads application data in sessions that are named and logged.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-12",
        title: "There are no IAM users, access keys or console passwords.",
        promises: ["P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-13",
        title: "Policies grant neither everything nor a way to grant oneself more.",
        promises: ["P-08", "P-12"],
        status: "planned",
    },
    {
        id: "ACCESS-14",
        title: "Trust policies name their principals and guard against confused deputies.",
        promises: ["P-01", "P-08"],
        status: "planned",
    },
    {
        id: "ACCESS-15",
        title: "Roles of services and of the deployment are declared, each for one purpose.",
        promises: ["P-08", "P-12"],
        status: "planned",
    },
    {
        id: "ACCESS-16",
        title: "Passwords and tokens are kept in Secrets Manager, not in the program.",
        promises: ["P-08", "P-12"],
        status: "planned",
    },
    {
        id: "ACCESS-17",
        title: "Whoever holds the developer or the support role needs it.",
        promises: ["P-08"],
        status: "manual",
        why: "Who works for AppSonic, and as what, is known to people; they review both lists every quarter.",
    },
    {
        id: "ACCESS-18",
        title: "Nobody hands collected information to others by other means.",
        promises: ["P-01"],
        status: "manual",
        why: "What people do with information outside AWS is a matter of contracts and training.",
    },
    {
        id: "ACCESS-19",
        title: "Support looks at application data only to administer or to help.",
        promises: ["P-08"],
        status: "manual",
        why: "Logs show who looked at what; why is judged by the person who reviews them.",
    },
];
