import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { aclEntriesOf, NETWORK_ACL_TYPES } from "../lib/views/network-acl-entries";
import { isOutsideEveryVpc } from "../lib/views/platform-networks";
import { ACL_MAPPINGS, ACL_OFFER, beyondOffer } from "./acl-offer";

/** The second line behind the security groups: a group that is opened by mistake stays closed at the subnet (P-09). */
export const networkAclPorts = definePolicy({
    name: "network-acl-ports",
    control: "HTTPS-07",
    title: "Network ACLs admit from the Internet HTTPS, SSH and answers only.",
    severity: "high",
    why: "A security group that is opened by mistake is reached from the Internet unless the subnet's network ACL stays closed.",
    remediation:
        "Let ingress entries that allow a public range name TCP ports 443, 22 (for trusted networks) or 1024 to 65535 without 3389; deny the rest, or leave it to the final denial.",
    frameworks: ACL_MAPPINGS,
    resourceTypes: NETWORK_ACL_TYPES,
    check(props, report, subject) {
        const entries = aclEntriesOf(subject.type, props, "ingress");
        if (entries.length === 0) subject.notApplicable("It admits nothing by itself");
        for (const entry of entries) {
            subject.ifKnown(() => {
                const found = beyondOffer(entry, entries, isOutsideEveryVpc);
                if (found === undefined) return;
                report(
                    `${entry.name} admits ${found} from ${quote(entry.rangeText)}, expected ${ACL_OFFER}`,
                );
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "HTTPS, answers, and a denial in front of them",
                resources: [
                    {
                        type: "aws:ec2/networkAcl:NetworkAcl",
                        props: {
                            vpcId: "vpc-0a1b2c3d",
                            ingress: [
                                entry("allow", 100, 443, 443),
                                entry("deny", 110, 3389, 3389),
                                entry("allow", 120, 1024, 65535),
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "plain HTTP",
                resources: [
                    {
                        type: "aws:ec2/networkAcl:NetworkAcl",
                        props: { vpcId: "vpc-0a1b2c3d", ingress: [entry("allow", 100, 80, 80)] },
                    },
                ],
                messages: [`ingress[0] admits TCP port 80 from "0.0.0.0/0", expected ${ACL_OFFER}`],
            },
            {
                title: "a denial that comes too late",
                resources: [
                    {
                        type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
                        props: {
                            ingress: [
                                entry("allow", 100, 1024, 65535),
                                entry("deny", 110, 3389, 3389),
                            ],
                        },
                    },
                ],
                messages: [
                    `ingress[0] admits TCP port 3389 from "0.0.0.0/0", expected ${ACL_OFFER}`,
                ],
            },
        ],
    },
});

function entry(
    action: string,
    ruleNo: number,
    fromPort: number,
    toPort: number,
): Readonly<Record<string, unknown>> {
    return { action, ruleNo, protocol: "tcp", fromPort, toPort, cidrBlock: "0.0.0.0/0" };
}
