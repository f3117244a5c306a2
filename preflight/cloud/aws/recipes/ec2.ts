import { unwrap } from "../../../values";
import { number } from "../../identity";
import type { Subject } from "../template";
import type { Preparation, Preparations } from "./recipe";

const ARN = "arn:{partition}:ec2:{region}:{account}:";

/** An EC2 thing: its id has a prefix, its ARN a kind. */
function thing(prefix: string, kind: string, outputs: Preparation["outputs"] = {}): Preparation {
    return {
        id: `${prefix}-{hex17}`,
        arn: `${ARN}${kind}/{id}`,
        outputs: { ownerId: "{account}", ...outputs },
    };
}

const privateIp = ({ seed }: Subject): string =>
    `10.${number(`${seed} 2`, 256)}.${number(`${seed} 3`, 256)}.${4 + number(`${seed} 4`, 250)}`;
// 203.0.113.0/24 is reserved for documentation (RFC 5737): it can never be somebody's address.
const publicIp = ({ seed }: Subject): string => `203.0.113.${1 + number(`${seed} public`, 254)}`;
const dashed = (address: string): string => address.replaceAll(".", "-");
const privateName = (subject: Subject): string =>
    `ip-${dashed(privateIp(subject))}.${subject.region}.compute.internal`;
const publicName = (subject: Subject): string =>
    `ec2-${dashed(publicIp(subject))}.${subject.region}.compute.${subject.suffix}`;
const zone = ({ inputs, region }: Subject): unknown =>
    unwrap(inputs.availabilityZone) ?? `${region}a`;
const rule = (prefix: string): Preparation =>
    thing(prefix, "security-group-rule", { securityGroupRuleId: "{id}" });
const account = (id = "{account}"): Preparation => ({ id });

/** Networks, machines and the account's settings for them. */
export const EC2: Preparations = {
    "aws:ec2/vpc:Vpc": thing("vpc", "vpc", {
        cidrBlock: "10.0.0.0/16",
        defaultNetworkAclId: "acl-{hex17}",
        defaultRouteTableId: "rtb-{hex17}",
        defaultSecurityGroupId: "sg-{hex17}",
        dhcpOptionsId: "dopt-{hex17}",
        mainRouteTableId: "rtb-{hex17}",
        enableDnsHostnames: false,
        enableDnsSupport: true,
        instanceTenancy: "default",
        ipv6AssociationId: ({ inputs, seed }) =>
            hasIpv6(inputs) ? `vpc-cidr-assoc-${number(seed, 1e9)}` : "",
        ipv6CidrBlock: ({ inputs, seed }) =>
            hasIpv6(inputs) ? `2001:db8:${number(seed, 65536).toString(16)}:ff00::/56` : "",
    }),
    "aws:ec2/subnet:Subnet": thing("subnet", "subnet", {
        availabilityZone: zone,
        availabilityZoneId: "{region}-az1",
        ipv6CidrBlockAssociationId: "",
    }),
    "aws:ec2/internetGateway:InternetGateway": thing("igw", "internet-gateway"),
    "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": thing(
        "eigw",
        "egress-only-internet-gateway",
    ),
    "aws:ec2/natGateway:NatGateway": thing("nat", "natgateway", {
        associationId: "eipassoc-{hex17}",
        networkInterfaceId: "eni-{hex17}",
        privateIp,
        publicIp,
    }),
    "aws:ec2/eip:Eip": {
        id: "eipalloc-{hex17}",
        arn: `${ARN}elastic-ip/{id}`,
        outputs: {
            allocationId: "{id}",
            associationId: "eipassoc-{hex17}",
            domain: "vpc",
            publicIp,
            publicDns: publicName,
            privateIp,
            privateDns: privateName,
            publicIpv4Pool: "amazon",
            networkBorderGroup: "{region}",
        },
    },
    "aws:ec2/eipAssociation:EipAssociation": { id: "eipassoc-{hex17}" },
    "aws:ec2/routeTable:RouteTable": thing("rtb", "route-table"),
    "aws:ec2/defaultRouteTable:DefaultRouteTable": thing("rtb", "route-table"),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": { id: "rtbassoc-{hex17}" },
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": { id: "rtbassoc-{hex17}" },
    "aws:ec2/route:Route": {
        id: "r-{routeTableId}{digits10}",
        outputs: { origin: "CreateRoute", state: "active" },
    },
    "aws:ec2/networkAcl:NetworkAcl": thing("acl", "network-acl"),
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": thing("acl", "network-acl"),
    "aws:ec2/networkAclRule:NetworkAclRule": { id: "nacl-{digits10}" },
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": { id: "aclassoc-{hex17}" },
    "aws:ec2/securityGroup:SecurityGroup": thing("sg", "security-group", {
        ingress: [],
        egress: [],
    }),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": thing("sg", "security-group", {
        description: "default VPC security group",
        name: "default",
    }),
    "aws:ec2/securityGroupRule:SecurityGroupRule": {
        id: "sgrule-{digits10}",
        outputs: { securityGroupRuleId: "sgr-{hex17}" },
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule("sgr"),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule("sgr"),
    "aws:ec2/flowLog:FlowLog": thing("fl", "vpc-flow-log"),
    "aws:ec2/vpcEndpoint:VpcEndpoint": thing("vpce", "vpc-endpoint", {
        dnsEntries: ({ inputs, region, id }) => [
            {
                dnsName: `${id}.${String(unwrap(inputs.serviceName)).split(".").at(-1) ?? ""}.${region}.vpce.amazonaws.com`,
                hostedZoneId: "Z38GZ743OKFT7T",
            },
        ],
        prefixListId: "pl-{hex8}",
        requesterManaged: false,
        state: "available",
        vpcEndpointType: "Gateway",
    }),
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": thing("dopt", "dhcp-options"),
    "aws:ec2/networkInterface:NetworkInterface": thing("eni", "network-interface", {
        privateIp,
        privateDnsName: privateName,
    }),
    "aws:ec2/launchTemplate:LaunchTemplate": thing("lt", "launch-template", {
        latestVersion: 1,
        defaultVersion: 1,
    }),
    "aws:ec2/instance:Instance": thing("i", "instance", {
        availabilityZone: zone,
        instanceState: "running",
        privateDns: privateName,
        privateIp,
        publicDns: publicName,
        publicIp,
        primaryNetworkInterfaceId: "eni-{hex17}",
        tenancy: "default",
        instanceInitiatedShutdownBehavior: "stop",
        metadataOptions: {
            httpEndpoint: "enabled",
            httpProtocolIpv6: "disabled",
            httpPutResponseHopLimit: 1,
            httpTokens: "optional",
            instanceMetadataTags: "disabled",
        },
        rootBlockDevice: {
            deleteOnTermination: true,
            deviceName: "/dev/xvda",
            encrypted: false,
            iops: 3000,
            kmsKeyId: "",
            tagsAll: {},
            throughput: 125,
            volumeId: "vol-{hex17}",
            volumeSize: 8,
            volumeType: "gp3",
        },
    }),
    "aws:ec2/keyPair:KeyPair": {
        id: "{keyName}",
        arn: `${ARN}key-pair/{id}`,
        outputs: {
            keyPairId: "key-{hex17}",
            keyType: ({ inputs }) =>
                String(unwrap(inputs.publicKey)).startsWith("ssh-rsa") ? "rsa" : "ed25519",
        },
    },
    "aws:ec2/ami:Ami": thing("ami", "image"),
    "aws:ec2/placementGroup:PlacementGroup": {
        id: "{name}",
        arn: `${ARN}placement-group/{id}`,
        outputs: { placementGroupId: "pg-{hex17}" },
    },
    "aws:ec2/managedPrefixList:ManagedPrefixList": thing("pl", "prefix-list", { version: 1 }),
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": account("{region}"),
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": account("{region}"),
    "aws:ec2/serialConsoleAccess:SerialConsoleAccess": account("{region}"),
    "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": {
        id: "{region}",
        outputs: { awsAccountId: "{account}", awsRegion: "{region}" },
    },
    "aws:ebs/volume:Volume": thing("vol", "volume"),
    "aws:ebs/snapshot:Snapshot": thing("snap", "snapshot"),
    "aws:ebs/encryptionByDefault:EncryptionByDefault": account("{region}"),
    "aws:ebs/defaultKmsKey:DefaultKmsKey": { id: "{keyArn}" },
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": account("{region}"),
};

function hasIpv6(inputs: Subject["inputs"]): boolean {
    return (
        unwrap(inputs.assignGeneratedIpv6CidrBlock) === true ||
        inputs.ipv6CidrBlock !== undefined ||
        inputs.ipv6IpamPoolId !== undefined
    );
}
