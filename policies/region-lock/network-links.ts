import { definePolicy } from "../lib/define-policy";
import { judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which networks are joined with networks of other regions. */
export const networkLinkPlaces: Places = {
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": { peerRegion: regionName },
    "aws:ec2transitgateway/peeringAttachment:PeeringAttachment": { peerRegion: regionName },
    "aws:route53/zone:Zone": { "vpcs.vpcRegion": regionName },
    "aws:route53/zoneAssociation:ZoneAssociation": { vpcRegion: regionName },
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization": {
        vpcRegion: regionName,
    },
};

/** A network that reaches another region is a way out for data (P-07). */
export const networkLinks = definePolicy({
    name: "network-links",
    control: "REGION-12",
    title: "Networks are joined with networks of eu-west-1 only.",
    severity: "high",
    why: "Through a peering, whatever runs in one region reads and writes what is kept in the other; a private zone that is shared across regions is made for that.",
    remediation:
        "Remove the peering or the association, or name eu-west-1 (or nothing) as peerRegion and vpcRegion.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(networkLinkPlaces),
    check: judgePlaces(networkLinkPlaces),
    examples: {
        accepted: [
            {
                title: "a peering within the region",
                resources: [
                    {
                        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
                        props: { vpcId: "vpc-0123456789", peerVpcId: "vpc-9876543210" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a peering with another region",
                resources: [
                    {
                        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
                        props: {
                            vpcId: "vpc-0123456789",
                            peerVpcId: "vpc-9876543210",
                            peerRegion: "us-east-1",
                        },
                    },
                ],
                messages: [`peerRegion is "us-east-1", expected "eu-west-1"`],
            },
        ],
    },
});
