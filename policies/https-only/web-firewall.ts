import { defineStackPolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { PUBLIC_ENTRANCE_TYPES, isPublicEntrance } from "../lib/views/public-entrances";

/** What associates a firewall, of today's kind or of the one before, with what it protects. */
const ASSOCIATION_TYPES = [
    "aws:wafv2/webAclAssociation:WebAclAssociation",
    "aws:wafregional/webAclAssociation:WebAclAssociation",
];

/** What the Internet can reach it also attacks: known attacks end before they reach a service (P-09, P-11). */
export const webFirewall = defineStackPolicy({
    name: "web-firewall",
    control: "HTTPS-15",
    title: "Public load balancers, APIs and user pools stand behind a web application firewall.",
    severity: "medium",
    why: "Attacks that everybody knows, and floods of requests, otherwise reach the application itself.",
    remediation:
        "Add an aws.wafv2.WebAclAssociation with the resource's ARN as resourceArn; make a load balancer internal that needs no callers from outside.",
    frameworks: [
        "fsbp:ELB.16",
        "fsbp:APIGateway.4",
        "checkov:CKV2_AWS_28",
        "checkov:CKV2_AWS_29",
        "cdk-nag:ALBWAFEnabled",
        "prowler:elbv2_waf_acl_attached",
        "cdk-nag:AwsSolutions-APIG3",
        "prowler:apigateway_restapi_waf_acl_attached",
        "kics:alb_is_not_integrated_with_waf",
        "kics:api_gateway_without_waf",
    ],
    resourceTypes: PUBLIC_ENTRANCE_TYPES,
    check({ stack, report, ifKnown }) {
        const associations = stack.refer(ASSOCIATION_TYPES, "resourceArn", PUBLIC_ENTRANCE_TYPES);
        for (const entrance of stack.ofType(...PUBLIC_ENTRANCE_TYPES)) {
            ifKnown(entrance, () => {
                if (associations.to(entrance).length > 0) return;
                if (!isPublicEntrance(stack, entrance)) return;
                // One that does not say yet what it protects may protect this: reading that throws.
                for (const { props } of associations.unresolved) textOf(props, "resourceArn");
                report(entrance, "No web ACL is associated with it, expected one");
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a public load balancer behind a firewall",
                resources: [
                    {
                        type: "aws:lb/loadBalancer:LoadBalancer",
                        props: { arn: "arn:web", loadBalancerType: "application" },
                    },
                    {
                        type: "aws:wafv2/webAclAssociation:WebAclAssociation",
                        props: { resourceArn: "arn:web", webAclArn: "arn:acl" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a public load balancer without one",
                resources: [
                    {
                        type: "aws:lb/loadBalancer:LoadBalancer",
                        props: { arn: "arn:web", loadBalancerType: "application" },
                    },
                ],
                messages: ["No web ACL is associated with it, expected one"],
            },
        ],
    },
});
