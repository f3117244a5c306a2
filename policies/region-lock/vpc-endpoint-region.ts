import { definePolicy } from "../lib/define-policy";
import { RegionFinder } from "../lib/views/region-mentions";
import { judgePlaces, regionName, typesOf, type Places, type Rule } from "./placement";
import { REGION } from "./region";

const finder = new RegionFinder(REGION);
/** `com.amazonaws.eu-west-1.s3`; names of services without a region pass. */
const serviceName: Rule = {
    judge: (value, { homes }) => {
        const [mention] = finder
            .elsewhereIn(String(value))
            .filter(({ region }) => !homes.includes(region));
        return mention && `names ${mention.phrase}, expected one in "${REGION}"`;
    },
};

/** Properties by which an endpoint belongs to a region. */
export const vpcEndpointPlaces: Places = {
    "aws:ec2/vpcEndpoint:VpcEndpoint": { serviceName, serviceRegion: regionName },
    "aws:ec2/vpcEndpointService:VpcEndpointService": { supportedRegions: regionName },
};

/** An endpoint can lead to a service of another region (P-07). */
export const vpcEndpointRegion = definePolicy({
    name: "vpc-endpoint-region",
    control: "REGION-05",
    title: "VPC endpoints lead to services of eu-west-1, and serve clients of eu-west-1.",
    severity: "high",
    why: "An endpoint with another serviceRegion sends what it is given to another region, over a private way that no log of the Internet's edge shows; a service with further supportedRegions invites that.",
    remediation:
        "Use a serviceName of eu-west-1 (com.amazonaws.eu-west-1.…) and leave serviceRegion and supportedRegions out.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(vpcEndpointPlaces),
    check: judgePlaces(vpcEndpointPlaces),
    examples: {
        accepted: [
            {
                title: "an endpoint of the region's own service",
                resources: [
                    {
                        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                        props: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an endpoint of another region's service",
                resources: [
                    {
                        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                        props: {
                            vpcId: "vpc-1",
                            serviceName: "com.amazonaws.us-east-1.s3",
                            serviceRegion: "us-east-1",
                        },
                    },
                ],
                messages: [
                    `serviceName names a service in "us-east-1", expected one in "eu-west-1"`,
                    `serviceRegion is "us-east-1", expected "eu-west-1"`,
                ],
            },
            {
                title: "an endpoint of S3's Multi-Region Access Points",
                resources: [
                    {
                        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                        props: {
                            vpcId: "vpc-1",
                            serviceName: "com.amazonaws.s3-global.accesspoint",
                        },
                    },
                ],
                messages: [
                    `serviceName names an S3 Multi-Region Access Point, which works in every region, expected one in "eu-west-1"`,
                ],
            },
        ],
    },
});
