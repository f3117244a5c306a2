import type { Edit, Editable } from "../edit";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const OLD_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const ACL = "aws:ec2/networkAcl:NetworkAcl";
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";
const LIGHTSAIL = "aws:lightsail/instance:Instance";
const LIGHTSAIL_PORTS = "aws:lightsail/instancePublicPorts:InstancePublicPorts";
const SSH = { protocol: "tcp", fromPort: 22, toPort: 22 };

/** A rule that admits a range instead of a security group. */
function from(cidrIpv4: string): (rule: Editable) => void {
    return (rule) => {
        Reflect.deleteProperty(rule, "referencedSecurityGroupId");
        rule["cidrIpv4"] = cidrIpv4;
    };
}

function sshRule(source: Editable): Editable {
    const { protocol: ipProtocol, ...port } = SSH;
    return { securityGroupId: "jump", ipProtocol, ...port, ...source };
}

function firstOf(props: Editable, list: string): Editable {
    return (props[list] as readonly [Editable])[0];
}

/** Edits by which something else than HTTPS and SSH gets in (P-09, P-10). */
export const ports: readonly Edit[] = [
    {
        policy: "security-group-ports",
        title: "a load balancer's group that opens port 80, too",
        type: RULE,
        name: "prod-public-from-internet",
        change: (rule) => {
            rule["fromPort"] = 80;
        },
    },
    {
        policy: "security-group-ports",
        title: "a database that half of the Internet reaches",
        type: RULE,
        name: "prod-licensing-licences-from-service",
        change: from("0.0.0.0/1"),
    },
    {
        policy: "security-group-ports",
        title: "a group with a rule of its own for IPv6",
        type: GROUP,
        name: "prod-restore-security-group",
        change: (group) => {
            const rule = { protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] };
            group["ingress"] = [rule];
        },
    },
    {
        policy: "security-group-ports",
        title: "a rule of the older kind for UDP",
        type: OLD_RULE,
        name: "dns",
        added: [
            {
                type: OLD_RULE,
                name: "dns",
                inputs: {
                    type: "ingress",
                    securityGroupId: "sg-0a1b2c3d",
                    protocol: "udp",
                    fromPort: 53,
                    toPort: 53,
                    cidrBlocks: ["10.20.0.0/16"],
                },
            },
        ],
        change: (rule) => {
            rule["cidrBlocks"] = ["0.0.0.0/0"];
        },
    },
    {
        policy: "security-group-networks",
        title: "a database that a partner's network reaches",
        type: RULE,
        name: "prod-licensing-licences-from-service",
        change: from("192.168.4.0/24"),
    },
    {
        policy: "security-group-networks",
        title: "a database that a list of Amazon's reaches",
        type: RULE,
        name: "prod-licensing-licences-from-service",
        change: (rule) => {
            Reflect.deleteProperty(rule, "referencedSecurityGroupId");
            rule["prefixListId"] = "pl-4fa04526";
        },
    },
    {
        policy: "ssh-ranges",
        title: "a bastion that is open to the world",
        type: RULE,
        name: "prod-bastion-from-paris-office",
        change: from("0.0.0.0/0"),
    },
    {
        policy: "ssh-ranges",
        title: "a bastion that is open to a wide network in pieces",
        type: GROUP,
        name: "jump",
        added: [
            {
                type: GROUP,
                name: "jump",
                inputs: {
                    ingress: [{ ...SSH, cidrBlocks: ["203.0.112.0/24"] }],
                    tags: { role: "bastion" },
                },
            },
        ],
        change: (group) => {
            firstOf(group, "ingress")["cidrBlocks"] = ["203.0.112.0/24", "203.0.113.0/24"];
        },
    },
    {
        policy: "ssh-networks",
        title: "a bastion that is open to a wide private network",
        type: RULE,
        name: "prod-bastion-from-paris-office",
        change: from("192.168.0.0/16"),
    },
    {
        policy: "ssh-networks",
        title: "a bastion whose rules add up to a wide network",
        type: RULE,
        name: "office-2",
        reportedOn: "jump",
        added: [
            { type: GROUP, name: "jump", inputs: { tags: { role: "bastion" } } },
            { type: RULE, name: "office-1", inputs: sshRule({ cidrIpv4: "10.99.0.0/20" }) },
            {
                type: RULE,
                name: "office-2",
                inputs: sshRule({ referencedSecurityGroupId: "sg-0" }),
            },
        ],
        change: from("10.99.16.0/20"),
    },
    {
        policy: "ssh-bastion",
        title: "a service's instances that an office reaches by SSH",
        type: RULE,
        name: "prod-licensing-firewall-from-load-balancer",
        change: (rule) => {
            from("203.0.113.0/28")(rule);
            rule["fromPort"] = rule["toPort"] = 22;
        },
    },
    {
        policy: "network-acl-ports",
        title: "a network ACL that admits SSH from the world",
        type: ACL,
        name: "prod-network-public",
        change: (acl) => {
            const entries = acl["ingress"] as Editable[];
            const ssh = entries.find((entry) => entry["fromPort"] === 22);
            if (ssh !== undefined) ssh["cidrBlock"] = "0.0.0.0/0";
        },
    },
    {
        policy: "network-acl-ports",
        title: "a default network ACL that admits everything",
        type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        name: "prod-network-default",
        change: (acl) => {
            const everything = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
            acl["ingress"] = [{ action: "allow", ruleNo: 100, ...everything }];
        },
    },
    {
        policy: "network-acl-rules",
        title: "a network ACL that admits plain HTTP from a partner",
        type: ACL,
        name: "prod-network-public",
        change: (acl) => {
            const entry = firstOf(acl, "ingress");
            entry["cidrBlock"] = "192.168.0.0/24";
            entry["fromPort"] = entry["toPort"] = 80;
        },
    },
    {
        policy: "network-acl-rules",
        title: "a rule of a network ACL that admits plain HTTP",
        type: ACL_RULE,
        name: "web",
        added: [
            {
                type: ACL_RULE,
                name: "web",
                inputs: {
                    networkAclId: "acl-0a1b2c3d",
                    ruleNumber: 100,
                    ruleAction: "allow",
                    protocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrBlock: "0.0.0.0/0",
                },
            },
        ],
        change: (rule) => {
            rule["fromPort"] = rule["toPort"] = 80;
        },
    },
    {
        policy: "service-firewall-ports",
        title: "a Lightsail instance that opens SSH to the world",
        type: LIGHTSAIL_PORTS,
        name: "ports",
        added: [
            { type: LIGHTSAIL, name: "web", inputs: { name: "web" } },
            {
                type: LIGHTSAIL_PORTS,
                name: "ports",
                inputs: {
                    instanceName: "web",
                    portInfos: [{ protocol: "tcp", fromPort: 443, toPort: 443 }],
                },
            },
        ],
        change: (ports) => {
            ports["portInfos"] = [{ protocol: "tcp", fromPort: 22, toPort: 22 }];
        },
    },
    {
        policy: "lightsail-default-ports",
        title: "a Lightsail instance whose ports nobody says",
        type: LIGHTSAIL_PORTS,
        name: "ports",
        reportedOn: "web",
        added: [
            { type: LIGHTSAIL, name: "web", inputs: { name: "web" } },
            {
                type: LIGHTSAIL_PORTS,
                name: "ports",
                inputs: { instanceName: "web", portInfos: [] },
            },
        ],
        change: (ports) => {
            ports["instanceName"] = "another";
        },
    },
    {
        policy: "subnet-network-acl",
        title: "a subnet that no network ACL names any more",
        type: ACL,
        name: "acl-2",
        reportedOn: "subnet-2",
        added: [
            { type: VPC, name: "vpc-2", inputs: { cidrBlock: "10.99.0.0/16" } },
            { type: SUBNET, name: "subnet-2", inputs: { vpcId: "vpc-2" } },
            { type: ACL, name: "acl-2", inputs: { vpcId: "vpc-2", subnetIds: ["subnet-2"] } },
        ],
        change: (acl) => {
            acl["subnetIds"] = [];
        },
    },
];
