import assert from "node:assert/strict";
import { webFirewall } from "../../../policies/https-only/web-firewall";
import { UNKNOWN, urnOf, type Fixture } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ENTRANCES = [
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:alb/loadBalancer:LoadBalancer",
    "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
    "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
    "aws:apigateway/stage:Stage",
    "aws:appsync/graphQLApi:GraphQLApi",
    "aws:cognito/userPool:UserPool",
    "aws:apprunner/service:Service",
];
const ASSOCIATIONS = [
    "aws:wafv2/webAclAssociation:WebAclAssociation",
    "aws:wafregional/webAclAssociation:WebAclAssociation",
];
const FINDING = "web fail: No web ACL is associated with it, expected one";

function entrance(props: Record<string, unknown> = {}, type = ENTRANCES[0]!): Fixture {
    return { type, name: "web", props: { arn: "arn:web", ...props } };
}

function association(resourceArn: unknown, type = ASSOCIATIONS[0]!): Fixture {
    return { type, props: { resourceArn } };
}

describe("web-firewall", () => {
    for (const type of ENTRANCES) {
        it(`accepts ${type} with a firewall and reports it without`, async () => {
            for (const kind of ASSOCIATIONS) {
                assert.deepEqual(
                    await verdicts(webFirewall, [entrance({}, type), association("arn:web", kind)]),
                    [],
                );
            }
            assert.deepEqual(await verdicts(webFirewall, [entrance({}, type)]), [FINDING]);
        });
    }

    it("reports one whose firewall is another's", async () => {
        assert.deepEqual(await verdicts(webFirewall, [entrance(), association("arn:other")]), [
            FINDING,
        ]);
    });

    it("accepts what the Internet does not reach, or no firewall can stand before", async () => {
        for (const props of [
            { internal: true },
            { loadBalancerType: "network" },
            { internal: true, loadBalancerType: UNKNOWN },
        ]) {
            assert.deepEqual(await verdicts(webFirewall, [entrance(props)]), []);
        }
    });

    it("finds a firewall by what it was made of while ARNs are not known yet", async () => {
        const web = entrance({ arn: UNKNOWN });
        const made = {
            ...association(UNKNOWN),
            propertyDependencies: { resourceArn: [urnOf(web)] },
        };
        assert.deepEqual(await verdicts(webFirewall, [web, made]), []);
    });

    it("does not evaluate what a firewall may protect", async () => {
        assert.deepEqual(await verdicts(webFirewall, [entrance(), association(UNKNOWN)]), [
            "web not-evaluated: resourceArn is not known yet",
        ]);
        assert.deepEqual(
            await verdicts(webFirewall, [entrance({ internal: true }), association(UNKNOWN)]),
            [],
        );
    });

    it("does not evaluate what may be reached from the Internet", async () => {
        const quiet = { ...entrance({ internal: true }), name: "quiet" };
        assert.deepEqual(await verdicts(webFirewall, [entrance({ internal: UNKNOWN }), quiet]), [
            "web not-evaluated: internal is not known yet",
        ]);
    });
});
