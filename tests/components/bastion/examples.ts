import type { BastionArgs } from "../../../components/bastion/bastion";
import type { SupportEngineer } from "../../../components/bastion/authorized-keys";

export const ED25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjTuszyZqw+XQCO5K12sCr7xZDAqi/j2CRJ9moijELQ";
export const OTHER_ED25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDK6PQAGm0WMb4LfsWJg2a9VQBamUME9w8cYy4V3FTOs";

export const ANNA: SupportEngineer = { name: "anna", publicKey: ED25519, expires: "2027-11-22" };
export const BRUNO: SupportEngineer = {
    name: "bruno",
    publicKey: OTHER_ED25519,
    expires: "2027-06-30",
};

const OFFICE = {
    name: "office",
    cidr: "203.0.113.0/28",
    ipVersion: 4,
    owner: "facilities@appsonic.example",
    reviewBy: "2027-05-31",
} as const;
const OFFICE_IPV6 = {
    ...OFFICE,
    name: "office-ipv6",
    cidr: "2001:db8:42::/56",
    ipVersion: 6,
} as const;

export const BASTION: BastionArgs = {
    accountId: "123456789012",
    hostedZoneId: "Z1",
    network: {
        vpcId: "vpc-1",
        publicSubnetIds: ["subnet-1", "subnet-2"],
        endpointSecurityGroupId: "sg-endpoints",
        s3PrefixListId: "pl-s3",
    },
    imageId: "ami-0123456789abcdef0",
    instanceType: "t4g.small",
    volumeKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/volumes",
    trustedNetworks: [OFFICE, OFFICE_IPV6],
    engineers: [BRUNO, ANNA],
    logRetentionDays: 400,
};
