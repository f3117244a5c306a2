import { definePolicy } from "../lib/define-policy";
import { flagOf } from "../lib/properties";
import { ALLOWED_GLOBAL_TYPES, REFUSED_GLOBAL_TYPES, tokensOf } from "./global-types";
import { absent, judgePlaces, regionName, typesOf, type Places, type Rule } from "./placement";

const refused = absent(
    `belongs to no region, expected a service of "eu-west-1", or one of those that docs/global-services.md gives a reason for`,
);

/** A region that is switched on is one that can be used. */
const switchedOff: Rule = {
    judge: (value, resource) =>
        flagOf(resource.props, "enabled") === false
            ? undefined
            : regionName.judge(value, resource)?.replace(/$/, ", or enabled to be false"),
};

/** Types that have no region of their own, but for those of edge networks. */
export const globalServicePlaces: Places = {
    ...Object.fromEntries(
        REFUSED_GLOBAL_TYPES.flatMap(tokensOf).map((type) => [type, { "": refused }]),
    ),
    ...Object.fromEntries(ALLOWED_GLOBAL_TYPES.flatMap(tokensOf).map((type) => [type, {}])),
    "aws:account/region:Region": { regionName: switchedOff },
};

/** A service of no region keeps what it knows wherever AWS likes (P-07). */
export const globalService = definePolicy({
    name: "global-service",
    control: "REGION-08",
    title: "Global services are used only where a documented list says why.",
    severity: "high",
    why: "What belongs to no region is kept in a region that AWS chooses, mostly us-east-1, or in all of them; that is harmless for names, permissions and invoices, and not for data.",
    remediation:
        "Use a service that works in eu-west-1; whoever needs another global service states in policies/region-lock/global-types.ts why no customer's data leaves by it.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(globalServicePlaces),
    check: judgePlaces(globalServicePlaces),
    examples: {
        accepted: [
            {
                title: "a role, for IAM is on the list",
                resources: [{ type: "aws:iam/role:Role", props: { name: "orders" } }],
            },
            {
                title: "a region that is switched off",
                resources: [
                    {
                        type: "aws:account/region:Region",
                        props: { regionName: "ap-east-1", enabled: false },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a network over several regions",
                resources: [
                    {
                        type: "aws:networkmanager/coreNetwork:CoreNetwork",
                        props: { globalNetworkId: "global-network-0123456789" },
                    },
                ],
                messages: [
                    `belongs to no region, expected a service of "eu-west-1", or one of those that docs/global-services.md gives a reason for`,
                ],
            },
            {
                title: "a region that is switched on",
                resources: [
                    {
                        type: "aws:account/region:Region",
                        props: { regionName: "ap-east-1", enabled: true },
                    },
                ],
                messages: [
                    `regionName is "ap-east-1", expected "eu-west-1", or enabled to be false`,
                ],
            },
        ],
    },
});
