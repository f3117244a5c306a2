import type { Control } from "../control";

/** How data is brought back (P-14). */
export const backup: readonly Control[] = [
    {
        id: "BACKUP-01",
        title: "Every data store is in a backup plan.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-02",
        title: "Backup vaults are encrypted with a key of their own.",
        promises: ["P-14"],
        status: "planned",
    },
    { id: "BACKUP-03", title: "Backup vaults are locked.", promises: ["P-14"], status: "planned" },
    {
        id: "BACKUP-04",
        title: "Backups are continuous where AWS offers it.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-05",
        title: "Data stores are backed up every day and every month.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-06",
        title: "Recovery points are kept as long as promised, and no longer.",
        promises: ["P-05", "P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-07",
        title: "Nobody can delete a recovery point before its time.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-08",
        title: "Restores are tested automatically every month.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-09",
        title: "Failed backups, copies and restores raise an alarm.",
        promises: ["P-13", "P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-10",
        title: "Data stores are protected from deletion and leave a last snapshot.",
        promises: ["P-14"],
        status: "planned",
    },
    {
        id: "BACKUP-11",
        title: "Engineers have restored each kind of data store within the last year.",
        promises: ["P-14"],
        status: "manual",
        why: "That a restored service works is seen by the people who practise it with the runbook.",
    },
];
