import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";

const TYPE = "aws:fsx/lustreFileSystem:LustreFileSystem";

/** Lustre encrypts by itself where both sides can; this kind of file system cannot (P-09). */
export const lustreEncryption = definePolicy({
    name: "lustre-encryption",
    control: "HTTPS-12",
    title: "Lustre file systems are of a kind that encrypts in transit.",
    severity: "medium",
    why: "File systems of the first generation send files in plain text; all later ones encrypt by themselves with instances that support it.",
    remediation:
        'Set deploymentType to "PERSISTENT_2", or "SCRATCH_2" for data that may get lost, and mount from instances that encrypt in transit.',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report) {
        // https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-in-transit-fsxl.html
        expectValue(report, props, "deploymentType", {
            accepted: ["PERSISTENT_2", "PERSISTENT_1", "SCRATCH_2"],
            byDefault: "SCRATCH_1",
        });
    },
    examples: {
        accepted: [
            {
                title: "a file system of the second generation",
                resources: [{ type: TYPE, props: { deploymentType: "PERSISTENT_2" } }],
            },
        ],
        rejected: [
            {
                title: "a file system that leaves its kind to the provider",
                resources: [{ type: TYPE, props: { storageCapacity: 1200 } }],
                messages: [
                    `deploymentType is not set, which means "SCRATCH_1", expected "PERSISTENT_2" or "PERSISTENT_1" or "SCRATCH_2"`,
                ],
            },
        ],
    },
});
