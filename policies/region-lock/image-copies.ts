import { definePolicy } from "../lib/define-policy";
import { arn, judgePlaces, regionName, typesOf, type Places } from "./placement";

/** Properties by which images of machines and containers are copied between regions. */
export const imageCopyPlaces: Places = {
    "aws:ec2/amiCopy:AmiCopy": { sourceAmiRegion: regionName, kmsKeyId: arn },
    "aws:ecr/replicationConfiguration:ReplicationConfiguration": {
        "replicationConfiguration.rules.destinations.region": regionName,
    },
    "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": {
        "distributions.region": regionName,
        "distributions.amiDistributionConfiguration.kmsKeyId": arn,
    },
};

/** Images hold what was on the machine that they were made of (P-07). */
export const imageCopies = definePolicy({
    name: "image-copies",
    control: "REGION-04",
    title: "Images are copied within eu-west-1 only.",
    severity: "high",
    why: "An image is the disks of a machine, or the layers of a container, with whatever lay on them; a copy elsewhere keeps and runs it there.",
    remediation:
        "Let replication and distribution name eu-west-1 (another account's registry, if need be); take images that are in eu-west-1 already.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(imageCopyPlaces),
    check: judgePlaces(imageCopyPlaces),
    examples: {
        accepted: [
            {
                title: "replication to another account's registry in the region",
                resources: [
                    {
                        type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
                        props: {
                            replicationConfiguration: {
                                rules: [
                                    {
                                        destinations: [
                                            { region: "eu-west-1", registryId: "210987654321" },
                                        ],
                                    },
                                ],
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "replication of a registry to another region",
                resources: [
                    {
                        type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
                        props: {
                            replicationConfiguration: {
                                rules: [
                                    {
                                        destinations: [
                                            { region: "us-west-2", registryId: "123456789012" },
                                        ],
                                    },
                                ],
                            },
                        },
                    },
                ],
                messages: [
                    `replicationConfiguration.rules[0].destinations[0].region is "us-west-2", expected "eu-west-1"`,
                ],
            },
            {
                title: "an image that is copied from elsewhere",
                resources: [
                    {
                        type: "aws:ec2/amiCopy:AmiCopy",
                        props: { sourceAmiId: "ami-0123456789", sourceAmiRegion: "us-east-1" },
                    },
                ],
                messages: [`sourceAmiRegion is "us-east-1", expected "eu-west-1"`],
            },
        ],
    },
});
