import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { type AddressRange, parseRange, rangeText } from "../lib/views/address-ranges";
import {
    eachPeer,
    ingressRulesOf,
    INGRESS_TYPES,
    isOutsideText,
} from "../lib/views/security-group-rules";
import { isTooWideForSsh, NARROW_RANGES, wideSums } from "../lib/views/ssh-ranges";
import { isSsh } from "../lib/views/traffic";

/** Support engineers work from known networks; a wide range is nobody's (P-10). */
export const sshRanges = definePolicy({
    name: "ssh-ranges",
    control: "SSH-03",
    title: "SSH is admitted from narrow ranges only.",
    severity: "critical",
    why: "A range that is wider than an office or a VPN lets strangers try keys and weaknesses of the SSH server all day.",
    remediation: `Admit port 22 from the trusted networks of support engineers alone: ${NARROW_RANGES}, which do not add up to more.`,
    frameworks: [
        "fsbp:EC2.13",
        "cis-5.0:5.3",
        "cis-5.0:5.4",
        "checkov:CKV_AWS_24",
        "trivy:AWS-0107",
        "cdk-nag:EC2RestrictedSSH",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
        "kics:security_group_with_unrestricted_access_to_ssh",
        "config:INCOMING_SSH_DISABLED",
        "gdpr:32(1)(b)",
    ],
    resourceTypes: INGRESS_TYPES,
    check(props, report, subject) {
        const rules = ingressRulesOf(subject.type, props);
        if (rules.length === 0) subject.notApplicable("It admits nothing by itself");
        const admitted: AddressRange[] = [];
        for (const rule of rules) {
            subject.ifKnown(() => {
                if (!isSsh(rule.traffic)) return;
                eachPeer(rule, "range", subject.ifKnown, ({ text }) => {
                    if (!isOutsideText(text)) return;
                    const range = parseRange(text);
                    if (range === undefined || isTooWideForSsh(range)) {
                        report(
                            `${rule.name} admits SSH from ${quote(text)}, expected ${NARROW_RANGES}`,
                        );
                    } else admitted.push(range);
                });
            });
        }
        for (const sum of wideSums(admitted)) {
            report(`SSH is admitted from ${rangeText(sum)} in pieces, expected ${NARROW_RANGES}`);
        }
    },
    examples: {
        accepted: [
            {
                title: "SSH from an office",
                resources: [
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: {
                            securityGroupId: "sg-0a1b2c3d",
                            ipProtocol: "tcp",
                            fromPort: 22,
                            toPort: 22,
                            cidrIpv4: "203.0.113.0/28",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "SSH from the world",
                resources: [
                    {
                        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                        props: {
                            type: "ingress",
                            securityGroupId: "sg-0a1b2c3d",
                            protocol: "tcp",
                            fromPort: 22,
                            toPort: 22,
                            cidrBlocks: ["0.0.0.0/0"],
                            ipv6CidrBlocks: ["::/0"],
                        },
                    },
                ],
                messages: [
                    `the rule admits SSH from "0.0.0.0/0", expected ${NARROW_RANGES}`,
                    `the rule admits SSH from "::/0", expected ${NARROW_RANGES}`,
                ],
            },
            {
                title: "SSH from a wide range in pieces",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [
                                {
                                    protocol: "tcp",
                                    fromPort: 22,
                                    toPort: 22,
                                    cidrBlocks: ["203.0.112.0/24", "203.0.113.0/24"],
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `SSH is admitted from 203.0.112.0/23 in pieces, expected ${NARROW_RANGES}`,
                ],
            },
        ],
    },
});
