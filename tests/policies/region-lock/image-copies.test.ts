import { imageCopies, imageCopyPlaces } from "../../../policies/region-lock/image-copies";
import { ARN, describePlaces, REGION_NAME } from "../support/places";

const DISTRIBUTION = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";

describe("image-copies", () => {
    describePlaces(imageCopies, imageCopyPlaces, [
        ["aws:ec2/amiCopy:AmiCopy", "sourceAmiRegion", ...REGION_NAME],
        ["aws:ec2/amiCopy:AmiCopy", "kmsKeyId", ...ARN],
        [
            "aws:ecr/replicationConfiguration:ReplicationConfiguration",
            "replicationConfiguration.rules[1].destinations[1].region",
            ...REGION_NAME,
        ],
        [DISTRIBUTION, "distributions[0].region", ...REGION_NAME],
        [DISTRIBUTION, "distributions[0].amiDistributionConfiguration.kmsKeyId", ...ARN],
    ]);
});
