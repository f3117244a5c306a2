import assert from "node:assert/strict";
import { edgeNetwork, edgePlaces } from "../../../policies/region-lock/edge-network";
import { EDGE_TYPES } from "../../../policies/region-lock/edge-types";
import { failures, judge, UNKNOWN } from "../support/judge";
import { describePlaces, OFF, type PlaceRow } from "../support/places";

const API = "aws:apigateway/restApi:RestApi";
const NAME = "aws:apigateway/domainName:DomainName";
const { [API]: api, [NAME]: name, ...others } = edgePlaces;

const SUSPENDED = ["Enabled", `is "Enabled", expected Suspended`, ["Suspended"]] as const;
const REGIONAL = ["CLOUDFRONT", `is "CLOUDFRONT", expected REGIONAL`, ["REGIONAL"]] as const;
const ACCELERATE = ["", "V2"].map((version): PlaceRow => [
    `aws:s3/bucketAccelerateConfiguration${version}:BucketAccelerateConfiguration${version}`,
    "status",
    ...SUSPENDED,
]);

describe("edge-network", () => {
    describePlaces(
        edgeNetwork,
        others,
        [
            [
                "aws:cognito/userPoolDomain:UserPoolDomain",
                "certificateArn",
                "arn:aws:acm:us-east-1:123456789012:certificate/a",
                "is set, expected nothing: a domain of one's own is served through CloudFront",
                [],
            ],
            ["aws:ec2/vpnConnection:VpnConnection", "enableAcceleration", ...OFF],
            ["aws:s3/bucket:Bucket", "accelerationStatus", ...SUSPENDED],
            ["aws:s3/bucketV2:BucketV2", "accelerationStatus", ...SUSPENDED],
            ...ACCELERATE,
            ["aws:wafv2/apiKey:ApiKey", "scope", ...REGIONAL],
            ["aws:wafv2/ipSet:IpSet", "scope", ...REGIONAL],
            ["aws:wafv2/regexPatternSet:RegexPatternSet", "scope", ...REGIONAL],
            ["aws:wafv2/ruleGroup:RuleGroup", "scope", ...REGIONAL],
            ["aws:wafv2/webAcl:WebAcl", "scope", ...REGIONAL],
        ],
        ["certificateArn"],
    );

    it("reports every type that belongs to an edge network, with its name", async () => {
        assert.equal(EDGE_TYPES.size, 56);
        for (const [type, service] of EDGE_TYPES) {
            assert.deepEqual(
                failures(await judge(edgeNetwork, { type, props: { name: UNKNOWN } })),
                [`belongs to ${service}, expected no such service`],
                type,
            );
        }
        assert.equal(
            EDGE_TYPES.get("aws:globalaccelerator/accelerator:Accelerator"),
            "Global Accelerator, which takes connections in every part of the world",
        );
        assert.equal(
            EDGE_TYPES.get("aws:route53/queryLog:QueryLog"),
            "the query log of public zones, which is kept in us-east-1",
        );
    });

    for (const type of [API, NAME]) {
        it(`reports an endpoint at the edge, which is AWS's default: ${type}`, async () => {
            const said = async (props: Record<string, unknown>) =>
                (await judge(edgeNetwork, { type, props })).diagnostics.map(
                    ({ verdict, message }) => `${verdict}: ${message}`,
                );
            const unset = [
                "fail: endpointConfiguration.types is not set, which means EDGE, expected REGIONAL or PRIVATE",
            ];
            for (const props of [
                {},
                { endpointConfiguration: null },
                { endpointConfiguration: {} },
                { endpointConfiguration: { types: [] } },
                { endpointConfiguration: { types: "" } },
                { endpointConfiguration: [] },
                { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a" },
                { certificateArn: UNKNOWN },
            ]) {
                assert.deepEqual(await said(props), unset, JSON.stringify(props));
            }
            assert.deepEqual(await said({ endpointConfiguration: { types: "EDGE" } }), [
                `fail: endpointConfiguration.types is "EDGE", expected REGIONAL or PRIVATE`,
            ]);
            assert.deepEqual(await said({ endpointConfiguration: { types: ["EDGE"] } }), [
                `fail: endpointConfiguration.types[0] is "EDGE", expected REGIONAL or PRIVATE`,
            ]);
            for (const types of ["REGIONAL", "PRIVATE", ["PRIVATE"]]) {
                assert.deepEqual(await said({ endpointConfiguration: { types } }), []);
            }
            assert.deepEqual(await said({ endpointConfiguration: { types: UNKNOWN } }), [
                "not-evaluated: endpointConfiguration.types is not known yet",
            ]);
            assert.deepEqual(await said({ endpointConfiguration: UNKNOWN }), [
                "not-evaluated: endpointConfiguration is not known yet",
            ]);
        });
    }

    it("judges nothing else of an API", () => {
        assert.deepEqual(Object.keys(api ?? {}), ["endpointConfiguration.types"]);
        assert.deepEqual(Object.keys(name ?? {}), [
            "endpointConfiguration.types",
            "certificateArn",
        ]);
    });
});
