import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { StackIndex } from "../../../../policies/lib/stack-index";
import {
    isPrivateApi,
    isPublicEntrance,
    isPublicLoadBalancer,
    PUBLIC_ENTRANCE_TYPES,
} from "../../../../policies/lib/views/public-entrances";
import { guarded, UNKNOWN } from "../../support/unknown";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const STAGE = "aws:apigateway/stage:Stage";
const API = "aws:apigateway/restApi:RestApi";

function resource(type: string, props: Inputs): PolicyResource {
    const urn = `urn:pulumi:test::appsonic::${type}::it`;
    const parts = { type, urn, props: guarded(props), propertyDependencies: {} };
    return parts as unknown as PolicyResource;
}

function isPublic(type: string, props: Inputs, ...others: PolicyResource[]): boolean {
    const it = resource(type, props);
    return isPublicEntrance(new StackIndex([it, ...others]), it);
}

describe("isPublicEntrance", () => {
    const GRAPHQL = "aws:appsync/graphQLApi:GraphQLApi";
    const RUNNER = "aws:apprunner/service:Service";
    const rows: readonly [string, Inputs, boolean][] = [
        [BALANCER, {}, true],
        [BALANCER, { internal: false, loadBalancerType: "application" }, true],
        [BALANCER, { internal: true }, false],
        [BALANCER, { loadBalancerType: "network" }, false],
        [BALANCER, { loadBalancerType: "gateway" }, false],
        ["aws:elasticloadbalancingv2/loadBalancer:LoadBalancer", {}, true],
        [STAGE, {}, true],
        [GRAPHQL, {}, true],
        [GRAPHQL, { visibility: "GLOBAL" }, true],
        [GRAPHQL, { visibility: "PRIVATE" }, false],
        ["aws:cognito/userPool:UserPool", {}, true],
        [RUNNER, {}, true],
        [
            RUNNER,
            { networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: true } } },
            true,
        ],
        [
            RUNNER,
            { networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: false } } },
            false,
        ],
    ];
    for (const [type, props, expected] of rows) {
        it(`says ${String(expected)}: ${type} ${JSON.stringify(props)}`, () => {
            assert.equal(isPublic(type, props), expected);
        });
    }

    it("knows the stages of private APIs", () => {
        const api = (id: string, types: string) =>
            resource(API, { id, endpointConfiguration: { types } });
        const apis = [api("private", "PRIVATE"), api("open", "REGIONAL")];
        assert.equal(isPublic(STAGE, { restApi: "private" }, ...apis), false);
        assert.equal(isPublic(STAGE, { restApi: "open" }, ...apis), true);
        assert.equal(isPublic(STAGE, { restApi: "elsewhere" }, ...apis), true);
    });

    it("needs to know what decides", () => {
        for (const [type, props, path] of [
            [BALANCER, { internal: UNKNOWN }, "internal"],
            [BALANCER, { loadBalancerType: UNKNOWN }, "loadBalancerType"],
            [GRAPHQL, { visibility: UNKNOWN }, "visibility"],
            [RUNNER, { networkConfiguration: UNKNOWN }, "networkConfiguration"],
        ] as const) {
            assert.throws(() => isPublic(type, props), {
                message: new RegExp(`\\.${path} can't be known`),
            });
        }
        // An internal one is none of the public's, whatever its type.
        assert.equal(isPublic(BALANCER, { internal: true, loadBalancerType: UNKNOWN }), false);
    });

    it("is so for every type that says nothing", () => {
        fc.assert(
            fc.property(fc.constantFrom(...PUBLIC_ENTRANCE_TYPES), (type) => {
                assert.equal(isPublic(type, {}), true);
            }),
        );
    });
});

describe("isPublicLoadBalancer and isPrivateApi", () => {
    it("follow what is said, and AWS's defaults", () => {
        assert.equal(isPublicLoadBalancer(guarded({})), true);
        assert.equal(isPublicLoadBalancer(guarded({ internal: "true" })), false);
        assert.equal(isPrivateApi({ props: guarded({}) }), false);
        assert.equal(
            isPrivateApi({ props: guarded({ endpointConfiguration: { types: "PRIVATE" } }) }),
            true,
        );
    });
});
