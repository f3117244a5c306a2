import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import {
    eachPeer,
    ingressRulesOf,
    INGRESS_TYPES,
    isOutsideText,
} from "../lib/views/security-group-rules";
import { isOffered, trafficText } from "../lib/views/traffic";

/** From outside, only HTTPS gets in; SSH has policies of its own (P-09). */
export const securityGroupPorts = definePolicy({
    name: "security-group-ports",
    control: "HTTPS-06",
    title: "Security groups admit nothing but HTTPS and SSH from ranges that are outside.",
    severity: "critical",
    why: "Every other open port is a protocol that the platform does not offer, mostly without encryption, and a way in that nobody watches; a private range that is wider than a VPC is outside as well.",
    remediation:
        "Let the rule admit TCP port 443 alone, or name the security group that may come in (referencedSecurityGroupId, sourceSecurityGroupId, securityGroups) instead of a range.",
    frameworks: [
        "fsbp:EC2.14",
        "fsbp:EC2.18",
        "fsbp:EC2.19",
        "cis-5.0:5.1.2",
        "checkov:CKV_AWS_25",
        "checkov:CKV_AWS_260",
        "checkov:CKV_AWS_277",
        "trivy:AWS-0107",
        "cdk-nag:EC2RestrictedCommonPorts",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_any_port",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
        "kics:http_port_open",
        "kics:remote_desktop_port_open_to_internet",
        "kics:unrestricted_security_group_ingress",
        "kics:sensitive_port_is_exposed_to_entire_network",
        "kics:unknown_port_exposed_to_internet",
        "config:RESTRICTED_INCOMING_TRAFFIC",
        "gdpr:32(1)(b)",
    ],
    resourceTypes: INGRESS_TYPES,
    check(props, report, subject) {
        const rules = ingressRulesOf(subject.type, props);
        if (rules.length === 0) subject.notApplicable("It admits nothing by itself");
        for (const rule of rules) {
            subject.ifKnown(() => {
                const { traffic } = rule;
                if (isOffered(traffic)) return;
                eachPeer(rule, "range", subject.ifKnown, ({ text }) => {
                    if (!isOutsideText(text)) return;
                    report(
                        `${rule.name} admits ${trafficText(traffic)} from ${quote(text)}, expected TCP port 443 only`,
                    );
                });
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "HTTPS from anywhere",
                resources: [
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: {
                            securityGroupId: "sg-0a1b2c3d",
                            ipProtocol: "tcp",
                            fromPort: 443,
                            toPort: 443,
                            cidrIpv4: "0.0.0.0/0",
                        },
                    },
                ],
            },
            {
                title: "a database port for one security group",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [
                                {
                                    protocol: "tcp",
                                    fromPort: 5432,
                                    toPort: 5432,
                                    securityGroups: ["sg-0a1b2c3d"],
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "plain HTTP from the world in two halves",
                resources: [
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [
                                {
                                    protocol: "tcp",
                                    fromPort: 80,
                                    toPort: 443,
                                    cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"],
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `ingress[0] admits TCP ports 80 to 443 from "0.0.0.0/1", expected TCP port 443 only`,
                    `ingress[0] admits TCP ports 80 to 443 from "128.0.0.0/1", expected TCP port 443 only`,
                ],
            },
            {
                title: "every protocol from one public address",
                resources: [
                    {
                        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                        props: {
                            type: "ingress",
                            securityGroupId: "sg-0a1b2c3d",
                            protocol: "-1",
                            fromPort: 0,
                            toPort: 0,
                            cidrBlocks: ["203.0.113.7/32"],
                        },
                    },
                ],
                messages: [
                    `the rule admits every protocol from "203.0.113.7/32", expected TCP port 443 only`,
                ],
            },
        ],
    },
});
