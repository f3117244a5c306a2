import { definePolicy } from "../lib/define-policy";
import { EDGE_TYPES } from "./edge-types";
import {
    absent,
    judgePlaces,
    noneOf,
    off,
    typesOf,
    unset,
    withAnother,
    type Places,
    type Rule,
} from "./placement";

const regional = { scope: noneOf(["CLOUDFRONT"], "REGIONAL") };
const suspended = noneOf(["ENABLED"], "Suspended");
const endpointType: Rule = {
    ...noneOf(["EDGE"], "REGIONAL or PRIVATE"),
    unset: "which means EDGE, expected REGIONAL or PRIVATE",
};

/** Properties by which a resource works through places outside its region, and types that do nothing else. */
export const edgePlaces: Places = {
    ...Object.fromEntries(
        Array.from(EDGE_TYPES, ([type, name]) => [
            type,
            { "": absent(`belongs to ${name}, expected no such service`) },
        ]),
    ),
    "aws:apigateway/restApi:RestApi": { "endpointConfiguration.types": endpointType },
    "aws:apigateway/domainName:DomainName": {
        "endpointConfiguration.types": endpointType,
        // An edge-optimised name has its certificate in us-east-1.
        certificateArn: withAnother,
    },
    "aws:cognito/userPoolDomain:UserPoolDomain": {
        certificateArn: unset("a domain of one's own is served through CloudFront"),
    },
    "aws:ec2/vpnConnection:VpnConnection": { enableAcceleration: off },
    "aws:s3/bucket:Bucket": { accelerationStatus: suspended },
    "aws:s3/bucketV2:BucketV2": { accelerationStatus: suspended },
    "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": { status: suspended },
    "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2": { status: suspended },
    "aws:wafv2/apiKey:ApiKey": regional,
    "aws:wafv2/ipSet:IpSet": regional,
    "aws:wafv2/regexPatternSet:RegexPatternSet": regional,
    "aws:wafv2/ruleGroup:RuleGroup": regional,
    "aws:wafv2/webAcl:WebAcl": regional,
};

/** An edge network decrypts, and often keeps, what passes through it, in places that we do not choose (P-07). */
export const edgeNetwork = definePolicy({
    name: "edge-network",
    control: "REGION-07",
    title: "Nothing is served, cached or taken in by networks outside eu-west-1.",
    severity: "high",
    why: "CloudFront and what is built on it (edge-optimised APIs, domains of user pools, Amplify) decrypt requests and keep answers wherever the client is; accelerators take connections there; Multi-Region Access Points read and write buckets of several regions; logs of public DNS are kept in us-east-1.",
    remediation:
        "Serve from a load balancer or a REGIONAL API in eu-west-1; set scope to REGIONAL, accelerationStatus to Suspended and enableAcceleration to false; remove the resource where its whole service is meant.",
    frameworks: ["config:API_GW_NOT_EDGE_OPTIMISED", "gdpr:44"],
    resourceTypes: typesOf(edgePlaces),
    check: judgePlaces(edgePlaces),
    examples: {
        accepted: [
            {
                title: "an API of the region",
                resources: [
                    {
                        type: "aws:apigateway/restApi:RestApi",
                        props: { name: "orders", endpointConfiguration: { types: "REGIONAL" } },
                    },
                ],
            },
            {
                title: "a web ACL for load balancers",
                resources: [
                    {
                        type: "aws:wafv2/webAcl:WebAcl",
                        props: { name: "public", scope: "REGIONAL" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an API that leaves its endpoint to AWS",
                resources: [{ type: "aws:apigateway/restApi:RestApi", props: { name: "orders" } }],
                messages: [
                    "endpointConfiguration.types is not set, which means EDGE, expected REGIONAL or PRIVATE",
                ],
            },
            {
                title: "a distribution",
                resources: [
                    { type: "aws:cloudfront/distribution:Distribution", props: { enabled: true } },
                ],
                messages: [
                    "belongs to CloudFront, which caches answers in every part of the world, expected no such service",
                ],
            },
            {
                title: "a bucket that takes uploads everywhere",
                resources: [
                    {
                        type: "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
                        props: { bucket: "orders", status: "Enabled" },
                    },
                ],
                messages: [`status is "Enabled", expected Suspended`],
            },
        ],
    },
});
