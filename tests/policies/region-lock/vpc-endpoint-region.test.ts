import assert from "node:assert/strict";
import {
    vpcEndpointPlaces,
    vpcEndpointRegion,
} from "../../../policies/region-lock/vpc-endpoint-region";
import { failures, judge } from "../support/judge";
import { describePlaces, REGION_NAME } from "../support/places";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("vpc-endpoint-region", () => {
    describePlaces(vpcEndpointRegion, vpcEndpointPlaces, [
        [
            type,
            "serviceName",
            "com.amazonaws.us-east-1.s3",
            `names a service in "us-east-1", expected one in "eu-west-1"`,
            [
                "com.amazonaws.eu-west-1.s3",
                "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
                "aws.sagemaker.eu-west-1.notebook",
                "com.amazonaws.iam",
            ],
        ],
        [type, "serviceRegion", ...REGION_NAME],
        ["aws:ec2/vpcEndpointService:VpcEndpointService", "supportedRegions[1]", ...REGION_NAME],
    ]);

    it("reports a service of somebody else's in another region, and one of every region", async () => {
        const said = async (serviceName: string) =>
            failures(await judge(vpcEndpointRegion, { type, props: { serviceName } }));
        assert.deepEqual(await said("com.amazonaws.vpce.eu-west-2.vpce-svc-0123456789abcdef0"), [
            `serviceName names a service in "eu-west-2", expected one in "eu-west-1"`,
        ]);
        assert.deepEqual(await said("com.amazonaws.s3-global.accesspoint"), [
            `serviceName names an S3 Multi-Region Access Point, which works in every region, expected one in "eu-west-1"`,
        ]);
    });
});
