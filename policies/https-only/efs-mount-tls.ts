import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { EFS_MOUNT_TYPES, efsMountsOf } from "../lib/views/efs-mounts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const LOCATION = "aws:datasync/efsLocation:EfsLocation";

/** NFS knows no encryption: whoever mounts a file system has to ask for the tunnel around it (P-09). */
export const efsMountTls = definePolicy({
    name: "efs-mount-tls",
    control: "HTTPS-12",
    title: "Tasks, jobs and transfers mount EFS file systems over TLS.",
    severity: "high",
    why: "NFS itself is plain text; only a mount that asks for TLS keeps files from being read, or changed, on the way.",
    remediation:
        'Set transitEncryption of every efsVolumeConfiguration to "ENABLED", and inTransitEncryption of a DataSync location to "TLS1_2".',
    frameworks: [
        "checkov:CKV_AWS_97",
        "trivy:AWS-0035",
        "kics:efs_volume_with_disabled_transit_encryption",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: EFS_MOUNT_TYPES,
    check(props, report, subject) {
        const mounts = efsMountsOf(subject.type, props);
        if (mounts.length === 0) subject.notApplicable("Nothing mounts an EFS file system");
        for (const mount of mounts) {
            subject.ifKnown(() => {
                if (subject.type === LOCATION) {
                    const tls = { accepted: ["TLS1_2"], byDefault: "NONE" } as const;
                    expectValue(report, mount.value, "inTransitEncryption", tls);
                } else {
                    expectValue(report, mount.value, "transitEncryption", {
                        accepted: ["ENABLED"],
                        byDefault: "DISABLED",
                        at: mount.path,
                    });
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a task that mounts over TLS",
                resources: [
                    {
                        type: TASK,
                        props: {
                            volumes: [
                                {
                                    name: "uploads",
                                    efsVolumeConfiguration: {
                                        fileSystemId: "fs-0123456789abcdef0",
                                        transitEncryption: "ENABLED",
                                    },
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a task that leaves encryption to ECS",
                resources: [
                    {
                        type: TASK,
                        props: {
                            volumes: [
                                {
                                    name: "uploads",
                                    efsVolumeConfiguration: {
                                        fileSystemId: "fs-0123456789abcdef0",
                                    },
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `volumes[0].efsVolumeConfiguration.transitEncryption is not set, which means "DISABLED", expected "ENABLED"`,
                ],
            },
            {
                title: "a transfer that mounts in plain text",
                resources: [
                    {
                        type: LOCATION,
                        props: { inTransitEncryption: "NONE" },
                    },
                ],
                messages: [`inTransitEncryption is "NONE", expected "TLS1_2"`],
            },
        ],
    },
});
