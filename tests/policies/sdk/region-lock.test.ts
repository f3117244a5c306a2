import assert from "node:assert/strict";
import { ALL_PLACES, isReportedWhole, LEFT_OUT } from "../../../policies/region-lock/claims";
import { EDGE_TYPES } from "../../../policies/region-lock/edge-types";
import {
    ALLOWED_GLOBAL_TYPES,
    REFUSED_GLOBAL_TYPES,
    tokensOf,
} from "../../../policies/region-lock/global-types";
import { resourceTypes, type ResourceType } from "./declarations";

/** Properties with such a name that say nothing about a place, with what they are. */
const NOT_A_ZONE: Readonly<Record<string, string>> = {
    enableCrossZoneLoadBalancing: "a flag",
    crossZoneLoadBalancing: "a flag",
    loadBalancingCrossZoneEnabled: "a flag",
    availabilityZoneChangeProtection: "a flag",
    availabilityZoneRelocationEnabled: "a flag",
    availabilityZoneRebalancing: "a flag",
    zoneAwarenessEnabled: "a flag",
    availabilityZoneCount: "a number",
    "availabilityZoneDistribution.capacityDistributionStrategy": "a strategy",
    singleAvailabilityZone: "a flag",
    vpcZoneIdentifiers: "ids of subnets",
    targetCustomAvailabilityZone: "a place of RDS on VMware",
};
/** Zones of time and of names. */
const OTHER_ZONE = /time_?zone|hostedZone|^zones?$|zoneId$|zoneName$|zoneArn|^(parent)?zone/i;

const REGIONS_THAT_FLAGS_OPEN: Readonly<Record<string, string>> = {
    "aws:cloudtrail/trail:Trail isMultiRegionTrail":
        "watches that nobody acts elsewhere, and delivers to the bucket it names",
    "aws:cloudtrail/eventDataStore:EventDataStore multiRegionEnabled":
        "watches that nobody acts elsewhere, and keeps what it sees in its own region",
    "aws:resiliencehub/v2Policy:V2Policy multiRegion": "a goal, which makes nothing",
    "aws:cloudformation/stackInstances:StackInstances operationPreferences.regionConcurrencyType":
        "whether regions come one after another",
    "aws:cloudformation/stackSet:StackSet operationPreferences.regionConcurrencyType":
        "whether regions come one after another",
    "aws:cloudformation/stackSetInstance:StackSetInstance operationPreferences.regionConcurrencyType":
        "whether regions come one after another",
    "aws:account/primaryContact:PrimaryContact stateOrRegion": "a part of a postal address",
    "aws:identitystore/user:User addresses.region": "a part of a postal address",
};

const PASSED_OVER: readonly Readonly<Record<string, object>>[] = [...ALL_PLACES, LEFT_OUT];

describe("region-lock and @pulumi/aws", function () {
    this.timeout(120_000);
    let types: readonly ResourceType[];

    before(() => {
        types = resourceTypes();
        assert.ok(types.length > 1700, "the SDK's declarations look as they did");
    });

    it("know every type that has no region of its own, and no other", () => {
        const expected = types
            .filter(({ inputs }) => !inputs.has("region"))
            .map(({ token }) => token)
            // The provider itself.
            .filter((token) => token.startsWith("aws:"));
        const known = [
            ...ALLOWED_GLOBAL_TYPES.flatMap(tokensOf),
            ...REFUSED_GLOBAL_TYPES.flatMap(tokensOf),
            // It has a list of that name.
        ].filter((token) => token !== "aws:ssmincidents/replicationSet:ReplicationSet");
        const regional = new Set(
            types.filter(({ inputs }) => inputs.has("region")).map((t) => t.token),
        );
        const edge = [...EDGE_TYPES.keys()].filter((token) => !regional.has(token));
        assert.deepEqual([...known, ...edge].sort(), [...expected].sort());
    });

    it("agree on types and properties: no rule is about what does not exist", () => {
        const inputs = new Map(types.map((type) => [type.token, type.inputs]));
        const missing = PASSED_OVER.flatMap((places) =>
            Object.entries(places).flatMap(([type, rules]) =>
                Object.keys(rules)
                    .filter((path) => path !== "" || !inputs.has(type))
                    .filter((path) => inputs.get(type)?.has(path) !== true)
                    .map((path) => `${type} ${path}`),
            ),
        );
        assert.deepEqual(missing, []);
    });

    it("judge every property that names a zone", () => {
        const claimed = claims();
        const forgotten = leavesNamed(types, /zones?(?:ids?|names?)?$|azs$/i).filter(
            ({ type, path }) =>
                !claimed.has(`${type} ${path}`) &&
                !EDGE_TYPES.has(type) &&
                !OTHER_ZONE.test(path.split(".").at(-1) ?? ""),
        );
        assert.deepEqual(
            forgotten
                .filter(({ path }) => NOT_A_ZONE[path.split(".").at(-1) ?? ""] === undefined)
                .map(({ type, path }) => `${type} ${path}`),
            [],
        );
    });

    it("judge every switch that opens further regions", () => {
        const claimed = claims();
        const forgotten = leavesNamed(
            types,
            /(?:all|multi|cross).?regions?|regions?(?:enabled|mode|type)|outpost(?:arn|id)s?$|global(?:cluster|replicationgroup)i/i,
        )
            .filter(({ type }) => !isReportedWhole(type))
            .map(({ type, path }) => `${type} ${path}`)
            .filter((place) => !claimed.has(place) && REGIONS_THAT_FLAGS_OPEN[place] === undefined);
        assert.deepEqual(forgotten, []);
    });
});

function claims(): ReadonlySet<string> {
    return new Set(
        PASSED_OVER.flatMap((places) =>
            Object.entries(places).flatMap(([type, rules]) =>
                Object.keys(rules).map((path) => `${type} ${path}`),
            ),
        ),
    );
}

function leavesNamed(
    types: readonly ResourceType[],
    name: RegExp,
): readonly { readonly type: string; readonly path: string }[] {
    return types
        .filter(({ token }) => token.startsWith("aws:"))
        .flatMap(({ token, leaves }) =>
            [...leaves]
                .filter((path) => name.test(path.split(".").at(-1) ?? ""))
                .map((path) => ({ type: token, path })),
        );
}
