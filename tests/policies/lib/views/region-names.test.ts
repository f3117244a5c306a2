import assert from "node:assert/strict";
import fc from "fast-check";
import {
    isOwnZone,
    isRegion,
    partitionOf,
    regionOfCode,
    regionOfZone,
} from "../../../../policies/lib/views/region-names";

/** Every region that AWS has named, with the short name in the ids of its zones. */
const REGIONS: Readonly<Record<string, string>> = {
    "af-south-1": "afs1",
    "ap-east-1": "ape1",
    "ap-east-2": "ape2",
    "ap-northeast-1": "apne1",
    "ap-northeast-2": "apne2",
    "ap-northeast-3": "apne3",
    "ap-south-1": "aps1",
    "ap-south-2": "aps2",
    "ap-southeast-1": "apse1",
    "ap-southeast-2": "apse2",
    "ap-southeast-3": "apse3",
    "ap-southeast-4": "apse4",
    "ap-southeast-5": "apse5",
    "ap-southeast-6": "apse6",
    "ap-southeast-7": "apse7",
    "ca-central-1": "cac1",
    "ca-west-1": "caw1",
    "cn-north-1": "cnn1",
    "cn-northwest-1": "cnnw1",
    "eu-central-1": "euc1",
    "eu-central-2": "euc2",
    "eu-north-1": "eun1",
    "eu-south-1": "eus1",
    "eu-south-2": "eus2",
    "eu-west-1": "euw1",
    "eu-west-2": "euw2",
    "eu-west-3": "euw3",
    "il-central-1": "ilc1",
    "me-central-1": "mec1",
    "me-south-1": "mes1",
    "mx-central-1": "mxc1",
    "sa-east-1": "sae1",
    "us-east-1": "use1",
    "us-east-2": "use2",
    "us-gov-east-1": "usge1",
    "us-gov-west-1": "usgw1",
    "us-west-1": "usw1",
    "us-west-2": "usw2",
};
/** Regions apart, whose zones have ids that are not public. */
const APART = [
    "eusc-de-east-1",
    "us-iso-east-1",
    "us-isob-east-1",
    "eu-isoe-west-1",
    "us-isof-south-1",
];
const anyRegion = fc.constantFrom(...Object.keys(REGIONS), ...APART);

describe("isRegion", () => {
    it("knows every region, and regions to come", () => {
        for (const region of [...Object.keys(REGIONS), ...APART, "eu-west-12", "sa-northwest-9"]) {
            assert.equal(isRegion(region), true, region);
        }
    });

    it("knows nothing else for a region", () => {
        for (const text of [
            "",
            "eu-west",
            "eu-west-",
            "eu-west-1a",
            "eu-west-100",
            "EU-WEST-1",
            " eu-west-1",
            "eu-west-1 ",
            "euw1",
            "db-east-1",
            "db-eu-west-1",
            "eu-main-1",
            "eu-eastwest-1",
            "eu-westsouth-1",
            "us-gov-1",
            "global",
            "aws-global",
        ]) {
            assert.equal(isRegion(text), false, text);
        }
    });
});

describe("partitionOf", () => {
    it("tells partitions apart", () => {
        const partitions = [...Object.keys(REGIONS), ...APART]
            .map((region) => [region, partitionOf(region)] as const)
            .filter(([, partition]) => partition !== "aws");
        assert.deepEqual(Object.fromEntries(partitions), {
            "cn-north-1": "aws-cn",
            "cn-northwest-1": "aws-cn",
            "us-gov-east-1": "aws-us-gov",
            "us-gov-west-1": "aws-us-gov",
            "eusc-de-east-1": "aws-eusc",
            "us-iso-east-1": "aws-iso",
            "us-isob-east-1": "aws-iso-b",
            "eu-isoe-west-1": "aws-iso-e",
            "us-isof-south-1": "aws-iso-f",
        });
    });
});

describe("regionOfCode", () => {
    it("reads regions to come", () => {
        assert.equal(regionOfCode("euw12"), "eu-west-12");
        assert.equal(regionOfZone("euw12-az12"), "eu-west-12");
    });

    it("reads every region's short name", () => {
        for (const [region, code] of Object.entries(REGIONS)) {
            assert.equal(regionOfCode(code), region);
        }
    });

    it("reads nothing else", () => {
        for (const code of [
            "",
            "use",
            "eu1",
            "euw",
            "euww1",
            "euwn1",
            "xeuw1",
            "euw1a",
            "usgov1",
        ]) {
            assert.equal(regionOfCode(code), undefined, code);
        }
    });
});

describe("regionOfZone", () => {
    it("reads names and ids of zones, Local Zones and Wavelength Zones", () => {
        const zones = {
            "eu-west-1a": "eu-west-1",
            "us-gov-west-1c": "us-gov-west-1",
            "us-east-1-bos-1a": "us-east-1",
            "eu-central-1-ham-1a": "eu-central-1",
            "us-west-2-wl1-las-wlz-1": "us-west-2",
            "euw1-az1": "eu-west-1",
            "usgw1-az3": "us-gov-west-1",
            "use1-bos1-az1": "us-east-1",
            "use1-wl1-bos-wlz1": "us-east-1",
        };
        for (const [zone, region] of Object.entries(zones)) {
            assert.equal(regionOfZone(zone), region, zone);
        }
    });

    it("reads nothing else", () => {
        for (const text of [
            "",
            "eu-west-1",
            "eu-west-1ab",
            "eu-west-1-backup",
            "xeu-west-1a",
            "eu-west-1a ",
            "euw1",
            "euw1-az",
            "euw1-1a",
            "foo-az1",
            "euw1-az1-x",
            "az1",
        ]) {
            assert.equal(regionOfZone(text), undefined, text);
        }
    });

    it("finds the region of every zone of every region", () => {
        fc.assert(
            fc.property(
                anyRegion,
                fc.constantFrom("a", "f", "-bos-1a", "-wl1-bos-wlz-1"),
                (region, zone) => {
                    assert.equal(regionOfZone(region + zone), region);
                },
            ),
        );
    });
});

describe("isOwnZone", () => {
    it("knows the zones that are in the region's own place", () => {
        for (const zone of ["eu-west-1a", "eu-west-1d", "euw1-az1", "euw1-az12"]) {
            assert.equal(isOwnZone(zone, "eu-west-1"), true, zone);
        }
    });

    it("knows zones of other regions, and those of the region that are elsewhere", () => {
        for (const zone of [
            "",
            "eu-west-1",
            "eu-west-2a",
            "use1-az1",
            "eu-west-1-dub-1a",
            "eu-west-1-wl1-dub-wlz-1",
            "euw1-dub1-az1",
            "euw1-wl1-dub-wlz1",
            "euw1-az1-dub-1",
        ]) {
            assert.equal(isOwnZone(zone, "eu-west-1"), false, zone);
        }
    });
});
