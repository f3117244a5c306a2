import { definePolicy } from "../lib/define-policy";
import type { ExampleResource } from "../lib/policy";
import { arn, judgePlaces, typesOf, withAnother, type Places } from "./placement";

/** Properties by which recovery points are copied to other regions. */
export const backupCopyPlaces: Places = {
    "aws:backup/plan:Plan": { "rules.copyActions.destinationVaultArn": arn },
    // The copies are kept where the resource is, and their source is elsewhere, always.
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
        sourceDbInstanceArn: arn,
        kmsKeyId: arn,
        preSignedUrl: withAnother,
    },
};

/** Backups are data, too (P-07, P-14). */
export const backupCopies = definePolicy({
    name: "backup-copies",
    control: "REGION-04",
    title: "Backups are copied to vaults in eu-west-1 only.",
    severity: "critical",
    why: "A recovery point is all data of what was backed up; a copy in another region's vault outlives its source there.",
    remediation:
        "Let destinationVaultArn name a vault in eu-west-1, in another account if need be, or remove the copy action; remove replications of automated backups.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(backupCopyPlaces),
    check: judgePlaces(backupCopyPlaces),
    examples: {
        accepted: [
            {
                title: "a copy to a vault of another account",
                resources: [
                    planWithCopy("arn:aws:backup:eu-west-1:210987654321:backup-vault:safe"),
                ],
            },
        ],
        rejected: [
            {
                title: "a copy to a vault elsewhere",
                resources: [
                    planWithCopy("arn:aws:backup:eu-central-1:123456789012:backup-vault:safe"),
                ],
                messages: [
                    `rules[0].copyActions[0].destinationVaultArn is an ARN in "eu-central-1", expected one in "eu-west-1"`,
                ],
            },
        ],
    },
});

function planWithCopy(destinationVaultArn: string): ExampleResource {
    const rule = { ruleName: "daily", targetVaultName: "main" };
    const rules = [{ ...rule, copyActions: [{ destinationVaultArn }] }];
    return { type: "aws:backup/plan:Plan", props: { name: "daily", rules } };
}
