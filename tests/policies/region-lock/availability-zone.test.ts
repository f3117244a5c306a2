import assert from "node:assert/strict";
import { availabilityZone, zonePlaces } from "../../../policies/region-lock/availability-zone";
import { failures, judge } from "../support/judge";
import { describePlaces, type PlaceRow, REGION_NAME } from "../support/places";

const GROUP = "aws:ec2/availabilityZoneGroup:AvailabilityZoneGroup";
const BORDERS = [
    ["aws:ec2/eip:Eip", "networkBorderGroup"],
    ["aws:ec2/vpc:Vpc", "ipv6CidrBlockNetworkBorderGroup"],
    ["aws:ec2/defaultVpc:DefaultVpc", "ipv6CidrBlockNetworkBorderGroup"],
] as const;

/** Properties whose list is a list of zones. */
const LISTS = /(?:Zones|ZoneIds|Azs)$/;

/** Every place is a zone, but for the few above; that the list is whole, a test of the SDK's declarations shows. */
const zoneRows = Object.entries(zonePlaces).flatMap(([type, rules]) =>
    Object.keys(rules)
        .filter((path) => type !== GROUP && !/BorderGroup$/.test(path))
        .map((path): PlaceRow => [
            type,
            LISTS.test(path) ? `${path}[1]` : path,
            "us-east-1a",
            `is "us-east-1a", expected a zone of "eu-west-1"`,
            ["eu-west-1a", "euw1-az3", "all"],
        ]),
);

describe("availability-zone", () => {
    describePlaces(availabilityZone, zonePlaces, [
        ...zoneRows,
        ...BORDERS.map(([type, path]): PlaceRow => [type, path, ...REGION_NAME]),
        [
            GROUP,
            "optInStatus",
            "opted-in",
            `is "opted-in", expected not-opted-in`,
            ["not-opted-in"],
        ],
    ]);

    it("judges what the declarations of the SDK call zones, by name and by id", () => {
        assert.equal(zoneRows.length, 68);
    });

    it("reports zones that belong to the region by name only, and zones of other regions by id", async () => {
        for (const zone of [
            "eu-west-1-dub-1a",
            "eu-west-1-wl1-dub-wlz-1",
            "euw1-dub1-az1",
            "use1-az1",
            "eu-west-2a",
            "eu-west-1",
            "Any",
        ]) {
            assert.deepEqual(
                failures(
                    await judge(availabilityZone, {
                        type: "aws:ec2/subnet:Subnet",
                        props: { availabilityZone: zone },
                    }),
                ),
                [`availabilityZone is ${JSON.stringify(zone)}, expected a zone of "eu-west-1"`],
            );
        }
    });

    it("reports the border group of a Local Zone of the region", async () => {
        assert.deepEqual(
            failures(
                await judge(availabilityZone, {
                    type: "aws:ec2/eip:Eip",
                    props: { networkBorderGroup: "eu-west-1-dub-1" },
                }),
            ),
            [`networkBorderGroup is "eu-west-1-dub-1", expected "eu-west-1"`],
        );
    });
});
