import { defineStackPolicy } from "../lib/define-policy";
import { objectOf, textOf } from "../lib/properties";
import { eachIngressSource } from "../lib/views/ingress-sources";
import { PlatformNetworks } from "../lib/views/platform-networks";
import { RuleGroups } from "../lib/views/rule-groups";
import { INGRESS_TYPES } from "../lib/views/security-group-rules";
import { isTooWideForSsh } from "../lib/views/ssh-ranges";
import { isSsh } from "../lib/views/traffic";

/** Tag by which a program says which security group is the bastion's. */
const TAG = { key: "role", value: "bastion" } as const;

/** People come in by the bastion, where sessions are recorded, and by nothing else (P-09, P-10). */
export const sshBastion = defineStackPolicy({
    name: "ssh-bastion",
    control: "HTTPS-06",
    title: "SSH from outside reaches the bastion only.",
    severity: "critical",
    why: "A second way in has neither the bastion's hardening nor its recorded sessions, and nobody watches it.",
    remediation: `Admit port 22 from the bastion's security group instead of a range. The bastion's own group says so by the tag ${TAG.key}: "${TAG.value}".`,
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: INGRESS_TYPES,
    check({ stack, report, ifKnown }) {
        const networks = new PlatformNetworks(stack);
        const groups = new RuleGroups(stack);
        eachIngressSource(stack, isSsh, ifKnown, (source) => {
            const { range, resource, ruleName, text } = source;
            // What is too wide, or cannot be seen, is reported for that: ssh-ranges, ssh-networks.
            if (range === undefined || isTooWideForSsh(range)) return;
            const owners = groups.groupsOf(resource);
            const isBastion = owners.some(
                ({ props }) => textOf(objectOf(props, "tags"), TAG.key) === TAG.value,
            );
            if (isBastion || networks.has(range)) return;
            const group =
                owners.length === 0
                    ? "into a group that this stack does not declare"
                    : `into a group without the tag ${TAG.key}: "${TAG.value}"`;
            report(
                resource,
                `${ruleName} admits SSH from ${text} ${group}, expected the bastion's group only`,
            );
        });
    },
    examples: {
        accepted: [
            {
                title: "SSH from an office to the bastion",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [ssh({ cidrBlocks: ["203.0.113.0/28"] })],
                            tags: { [TAG.key]: TAG.value },
                        },
                    },
                ],
            },
            {
                title: "SSH from the bastion to an instance",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: { ingress: [ssh({ securityGroups: ["sg-0a1b2c3d"] })] },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "SSH from an office to an instance",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [ssh({ cidrBlocks: ["203.0.113.0/28"] })],
                            tags: { Name: "web" },
                        },
                    },
                ],
                messages: [
                    `ingress[0] admits SSH from "203.0.113.0/28" into a group without the tag role: "bastion", expected the bastion's group only`,
                ],
            },
        ],
    },
});

function ssh(source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return { protocol: "tcp", fromPort: 22, toPort: 22, ...source };
}
