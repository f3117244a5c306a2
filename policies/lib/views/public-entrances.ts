import type { PolicyResource } from "@pulumi/policy";
import type { Inputs } from "../policy";
import { flagOf, objectOf, textOf } from "../properties";
import type { StackIndex } from "../stack-index";
import { LOAD_BALANCER_TYPES } from "./load-balancers";

const STAGE = "aws:apigateway/stage:Stage";
const REST_API = "aws:apigateway/restApi:RestApi";

/** Whether a resource, as it is configured, can be reached from the Internet; by type, but for load balancers and stages. */
const IS_PUBLIC: Readonly<Record<string, (props: Inputs) => boolean>> = {
    "aws:appsync/graphQLApi:GraphQLApi": (props) => textOf(props, "visibility") !== "PRIVATE",
    "aws:cognito/userPool:UserPool": () => true,
    "aws:apprunner/service:Service": (props) => {
        const network = objectOf(props, "networkConfiguration");
        return flagOf(objectOf(network, "ingressConfiguration"), "isPubliclyAccessible") !== false;
    },
};

/**
 * What a web application firewall can be associated with and the Internet can reach. HTTP APIs and network load balancers are
 * reached, too, but take no firewall; distributions name theirs themselves.
 */
export const PUBLIC_ENTRANCE_TYPES = [...LOAD_BALANCER_TYPES, STAGE, ...Object.keys(IS_PUBLIC)] as [
    string,
    ...string[],
];

/** Whether a resource of one of `PUBLIC_ENTRANCE_TYPES` is one. Throws while it is not known yet. */
export function isPublicEntrance(stack: StackIndex, resource: PolicyResource): boolean {
    const { type, props } = resource;
    const isPublic = IS_PUBLIC[type];
    if (isPublic !== undefined) return isPublic(props);
    return type === STAGE
        ? !stack.refer([STAGE], "restApi", [REST_API]).of(resource).some(isPrivateApi)
        : isPublicLoadBalancer(props) && isApplicationLoadBalancer(props);
}

/** Whether a load balancer faces the Internet, as it does unless it says otherwise. Throws while it is not known yet. */
export function isPublicLoadBalancer(props: Inputs): boolean {
    return flagOf(props, "internal") !== true;
}

function isApplicationLoadBalancer(props: Inputs): boolean {
    return (textOf(props, "loadBalancerType") ?? "application") === "application";
}

/** Whether a REST API can be called from within VPCs only. */
export function isPrivateApi({ props }: { readonly props: Inputs }): boolean {
    return textOf(objectOf(props, "endpointConfiguration"), "types") === "PRIVATE";
}
