import { networkLinkPlaces, networkLinks } from "../../../policies/region-lock/network-links";
import { describePlaces, REGION_NAME } from "../support/places";

describe("network-links", () => {
    describePlaces(networkLinks, networkLinkPlaces, [
        ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peerRegion", ...REGION_NAME],
        ["aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "peerRegion", ...REGION_NAME],
        ["aws:route53/zone:Zone", "vpcs[1].vpcRegion", ...REGION_NAME],
        ["aws:route53/zoneAssociation:ZoneAssociation", "vpcRegion", ...REGION_NAME],
        [
            "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
            "vpcRegion",
            ...REGION_NAME,
        ],
    ]);
});
