import { definePolicy } from "../lib/define-policy";
import { FILE_SYSTEM_GUARD } from "./secure-transport";

const TYPE = "aws:efs/fileSystemPolicy:FileSystemPolicy";

/** Clients choose whether to mount over TLS; only the file system's policy can insist on it (P-09). */
export const efsPolicySecureTransport = definePolicy({
    name: "efs-policy-secure-transport",
    control: "HTTPS-12",
    title: "Policies of EFS file systems refuse mounts in plain text.",
    severity: "high",
    why: "NFS itself is plain text, and a client that does not ask for TLS gets none; unless the policy refuses it, files can be read and changed on the way.",
    remediation: `Add to policy a statement with Effect Deny, Principal "*", Action "*", the ARN of the file system as Resource and, as its only Condition, Bool { "aws:SecureTransport": "false" }.`,
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report) {
        const gap = FILE_SYSTEM_GUARD.gap(props);
        if (gap !== undefined) report(`policy ${gap}, ${FILE_SYSTEM_GUARD.expected}`);
    },
    examples: {
        accepted: [
            {
                title: "a policy that refuses plain text",
                resources: [
                    policy({ Effect: "Allow", Action: "elasticfilesystem:ClientMount" }, denial()),
                ],
            },
        ],
        rejected: [
            {
                title: "a policy that only says what clients may do",
                resources: [policy({ Effect: "Allow", Action: "elasticfilesystem:ClientMount" })],
                messages: [
                    `policy lets clients mount in plain text, ${FILE_SYSTEM_GUARD.expected}`,
                ],
            },
        ],
    },
});

function denial(): Readonly<Record<string, unknown>> {
    return {
        Effect: "Deny",
        Action: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
}

/** A policy of statements about everybody and one file system. */
function policy(...statements: readonly Readonly<Record<string, unknown>>[]) {
    const fileSystemId = "fs-0123456789abcdef0";
    const Resource = `arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/${fileSystemId}`;
    const Statement = statements.map((each) => ({ Principal: "*", Resource, ...each }));
    return {
        type: TYPE,
        props: { fileSystemId, policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
    };
}
