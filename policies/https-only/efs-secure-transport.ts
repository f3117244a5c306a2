import { defineStackPolicy } from "../lib/define-policy";
import { FILE_SYSTEM_GUARD, reportUnguarded } from "./secure-transport";

const TYPE = "aws:efs/fileSystem:FileSystem";
const POLICY = "aws:efs/fileSystemPolicy:FileSystemPolicy";

/** Without a policy EFS lets everybody mount who reaches it; what a policy says, efs-policy-secure-transport judges (P-09). */
export const efsSecureTransport = defineStackPolicy({
    name: "efs-secure-transport",
    control: "HTTPS-12",
    title: "EFS file systems have a policy that refuses mounts in plain text.",
    severity: "high",
    why: "NFS itself is plain text, and without a policy a file system takes it from every client in its network: files can be read and changed on the way.",
    remediation:
        "Give the file system a FileSystemPolicy that denies everything to everybody where aws:SecureTransport is false.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(subject) {
        reportUnguarded(subject, {
            guard: FILE_SYSTEM_GUARD,
            owners: [TYPE],
            policies: [POLICY],
            property: "fileSystemId",
        });
    },
    examples: {
        accepted: [
            {
                title: "a file system with a policy",
                resources: [
                    { type: TYPE, props: { id: "fs-0123456789abcdef0" } },
                    { type: POLICY, props: { fileSystemId: "fs-0123456789abcdef0" } },
                ],
            },
        ],
        rejected: [
            {
                title: "a file system without one",
                resources: [{ type: TYPE, props: { encrypted: true } }],
                messages: [`has no policy, ${FILE_SYSTEM_GUARD.expected}`],
            },
        ],
    },
});
