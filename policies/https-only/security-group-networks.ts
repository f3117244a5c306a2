import { defineStackPolicy } from "../lib/define-policy";
import { isOutsideEveryVpc, PlatformNetworks } from "../lib/views/platform-networks";
import { eachIngressSource } from "../lib/views/ingress-sources";
import { INGRESS_TYPES } from "../lib/views/security-group-rules";
import { isOffered, type Traffic, trafficText } from "../lib/views/traffic";

/** Private networks that are not the platform's are outside as well: partners, offices, VPNs (P-09). */
export const securityGroupNetworks = defineStackPolicy({
    name: "security-group-networks",
    control: "HTTPS-06",
    title: "Security groups admit nothing but HTTPS and SSH from private networks and prefix lists that are not the platform's.",
    severity: "high",
    why: "A private range or a prefix list can stand for an office, a partner or half of the Internet; what is open to it is open to all of them.",
    remediation:
        "Name the security group that may come in instead of a range or a list, use a range of a VPC that this program declares, or let the rule admit TCP port 443 alone.",
    frameworks: ["gdpr:32(1)(b)"],
    resourceTypes: INGRESS_TYPES,
    check({ stack, report, ifKnown }) {
        const networks = new PlatformNetworks(stack);
        const isNotOffered = (traffic: Traffic): boolean => !isOffered(traffic);
        eachIngressSource(stack, isNotOffered, ifKnown, (source) => {
            const { kind, range, resource, ruleName, text, traffic } = source;
            const what = `${ruleName} admits ${trafficText(traffic)} from ${text}`;
            const expected = "expected TCP port 443 only";
            if (kind === "unseen") {
                report(resource, `${what}, ${expected}`);
            } else if (kind === "entry") {
                if (range === undefined || !networks.has(range)) {
                    report(resource, `${what}, ${expected}`);
                }
            } else if (range !== undefined && !isOutsideEveryVpc(range) && !networks.has(range)) {
                report(resource, `${what}, which no VPC of this stack has, ${expected}`);
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "a port for the VPC's own addresses",
                resources: [
                    { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.20.0.0/16" } },
                    {
                        type: "aws:ec2/securityGroup:SecurityGroup",
                        props: {
                            ingress: [
                                {
                                    protocol: "tcp",
                                    fromPort: 5432,
                                    toPort: 5432,
                                    cidrBlocks: ["10.20.3.0/24"],
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a port for a private network that is not the VPC's",
                resources: [
                    { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.20.0.0/16" } },
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: {
                            securityGroupId: "sg-0a1b2c3d",
                            ipProtocol: "tcp",
                            fromPort: 5432,
                            toPort: 5432,
                            cidrIpv4: "192.168.0.0/24",
                        },
                    },
                ],
                messages: [
                    `the rule admits TCP port 5432 from "192.168.0.0/24", which no VPC of this stack has, expected TCP port 443 only`,
                ],
            },
            {
                title: "a port for a prefix list that AWS looks after",
                resources: [
                    {
                        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                        props: {
                            securityGroupId: "sg-0a1b2c3d",
                            ipProtocol: "tcp",
                            fromPort: 80,
                            toPort: 80,
                            prefixListId: "pl-4fa04526",
                        },
                    },
                ],
                messages: [
                    `the rule admits TCP port 80 from prefix list "pl-4fa04526", which this stack does not declare, expected TCP port 443 only`,
                ],
            },
        ],
    },
});
