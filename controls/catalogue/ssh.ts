import type { Control } from "../control";

/** How engineers get in: one bastion, keys, trusted networks (P-10). */
export const ssh: readonly Control[] = [
    {
        id: "SSH-01",
        title: "One bastion accepts SSH from outside, and nothing else does.",
        promises: ["P-09", "P-10"],
        status: "planned",
    },
    {
        id: "SSH-02",
        title: "Trusted networks are named with an owner and a review date.",
        promises: ["P-10"],
        status: "planned",
    },
    {
        id: "SSH-03",
        title: "SSH is admitted from trusted networks only, which are narrow and do not add up to the world.",
        promises: ["P-10"],
        status: "partial",
        why: "A machine sees that ranges are narrow; whose networks they are is known to their owners only (SSH-02, SSH-08).",
    },
    {
        id: "SSH-04",
        title: "Engineers sign in with strong keys of their own, which expire.",
        promises: ["P-10"],
        status: "planned",
    },
    {
        id: "SSH-05",
        title: "The SSH server accepts neither passwords nor root nor weak algorithms.",
        promises: ["P-10"],
        status: "planned",
    },
    {
        id: "SSH-06",
        title: "Instances accept SSH from the bastion only.",
        promises: ["P-09", "P-10"],
        status: "planned",
    },
    {
        id: "SSH-07",
        title: "Sessions on the bastion are logged.",
        promises: ["P-04", "P-08", "P-10"],
        status: "planned",
    },
    {
        id: "SSH-08",
        title: "Trusted networks are internal networks of AppSonic.",
        promises: ["P-10"],
        status: "manual",
        why: "Who uses a range of addresses is known to its owner only, who confirms it by the review date.",
    },
    {
        id: "SSH-09",
        title: "Only support engineers hold a key that the bastion accepts.",
        promises: ["P-08", "P-10"],
        status: "manual",
        why: "That a key belongs to a support engineer in service is confirmed by a person when the key is renewed.",
    },
];
