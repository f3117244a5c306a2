import assert from "node:assert/strict";
import fc from "fast-check";
import {
    endOf,
    formatCidr,
    overlap,
    parseCidr,
    startOf,
} from "../../../../preflight/cloud/awsx/cidr";
import { ipv6SubnetBlock } from "../../../../preflight/cloud/awsx/ipv6";
import { OUTPUT, type Props, SIGNATURE, UNKNOWN, unwrap } from "../../../../preflight/values";
import { type Construction, construct } from "./construction";

const ZONES = ["eu-west-1a", "eu-west-1b"];
const BASE: Props = { cidrBlock: "10.0.0.0/16", availabilityZoneNames: ZONES };

async function build(
    inputs: Props,
    more: Partial<Parameters<typeof construct>[0]> = {},
): Promise<Construction> {
    return construct({ name: "net", inputs: { ...BASE, ...inputs }, ...more });
}

/** Subnets by name with their ranges. */
async function blocks(inputs: Props): Promise<Props> {
    const { children } = await build(inputs);
    const subnets = children.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
    return Object.fromEntries(subnets.map(({ name, inputs: made }) => [name, made.cidrBlock]));
}

function inputsOf({ children }: Construction, type: string, name: string): Props {
    const child = children.find(
        (candidate) => candidate.type.endsWith(`:${type}`) && candidate.name === name,
    );
    assert.ok(child, `${type} ${name}`);
    return child.inputs;
}

describe("preflight/cloud/awsx: layouts that no recording holds", () => {
    const LAYOUTS: readonly (readonly [string, Props, Props])[] = [
        [
            "Auto cuts what is asked for into equal parts",
            {
                subnetStrategy: "Auto",
                subnetSpecs: [{ type: "Public" }, { type: "Private" }, { type: "Isolated" }],
            },
            {
                "net-public-1": "10.0.0.0/19",
                "net-private-1": "10.0.32.0/19",
                "net-isolated-1": "10.0.64.0/19",
                "net-public-2": "10.0.128.0/19",
                "net-private-2": "10.0.160.0/19",
                "net-isolated-2": "10.0.192.0/19",
            },
        ],
        [
            "Auto takes sizes, and aligns each subnet to its own",
            {
                subnetStrategy: "Auto",
                subnetSpecs: [
                    { type: "Public", size: 256 },
                    { type: "Private", size: 4096 },
                ],
            },
            {
                "net-public-1": "10.0.0.0/24",
                "net-private-1": "10.0.16.0/20",
                "net-public-2": "10.0.128.0/24",
                "net-private-2": "10.0.144.0/20",
            },
        ],
        [
            "Auto takes the size of a zone",
            { subnetStrategy: "Auto", availabilityZoneCidrMask: 20 },
            {
                "net-private-1": "10.0.0.0/21",
                "net-public-1": "10.0.8.0/22",
                "net-private-2": "10.0.16.0/21",
                "net-public-2": "10.0.24.0/22",
            },
        ],
        [
            "Auto passes over what is unused",
            {
                subnetStrategy: "Auto",
                subnetSpecs: [
                    { type: "Public", cidrMask: 18 },
                    { type: "Unused", cidrMask: 19 },
                    { type: "Private", cidrMask: 19 },
                ],
            },
            {
                "net-public-1": "10.0.0.0/18",
                "net-private-1": "10.0.96.0/19",
                "net-public-2": "10.0.128.0/18",
                "net-private-2": "10.0.224.0/19",
            },
        ],
        [
            "AutoMerge puts the program's subnets after the default ones",
            {
                subnetStrategy: "AutoMerge",
                subnetSpecs: [
                    { type: "Public", cidrMask: 24 },
                    { type: "Isolated", name: "data", cidrMask: 24 },
                ],
            },
            {
                "net-private-1": "10.0.0.0/18",
                "net-public-1": "10.0.64.0/24",
                "net-data-1": "10.0.65.0/24",
                "net-private-2": "10.0.128.0/18",
                "net-public-2": "10.0.192.0/24",
                "net-data-2": "10.0.193.0/24",
            },
        ],
        [
            "named ranges are taken as they are",
            {
                subnetStrategy: "Auto",
                subnetSpecs: [
                    {
                        type: "Public",
                        cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"],
                        cidrMask: 24,
                        size: 256,
                    },
                    { type: "Private", cidrBlocks: ["10.0.2.0/24", "10.0.3.0/24"] },
                ],
            },
            {
                "net-public-1": "10.0.0.0/24",
                "net-private-1": "10.0.2.0/24",
                "net-public-2": "10.0.1.0/24",
                "net-private-2": "10.0.3.0/24",
            },
        ],
        [
            "Exact fills the VPC",
            {
                subnetStrategy: "Exact",
                subnetSpecs: [
                    { type: "Public", cidrMask: 18 },
                    { type: "Private", cidrMask: 18 },
                ],
            },
            {
                "net-public-1": "10.0.0.0/18",
                "net-private-1": "10.0.64.0/18",
                "net-public-2": "10.0.128.0/18",
                "net-private-2": "10.0.192.0/18",
            },
        ],
        [
            "Legacy places private, public and isolated subnets one after the other",
            {
                subnetStrategy: "Legacy",
                subnetSpecs: [{ type: "Isolated" }, { type: "Public" }, { type: "Private" }],
            },
            {
                "net-public-1": "10.0.32.0/20",
                "net-private-1": "10.0.0.0/19",
                "net-isolated-1": "10.0.48.0/24",
                "net-public-2": "10.0.160.0/20",
                "net-private-2": "10.0.128.0/19",
                "net-isolated-2": "10.0.176.0/24",
            },
        ],
        [
            "Legacy moves a subnet that would overlap",
            {
                subnetStrategy: "Legacy",
                subnetSpecs: [
                    { type: "Private", name: "a", cidrMask: 24 },
                    { type: "Private", name: "b", cidrMask: 20 },
                    { type: "Public" },
                ],
            },
            {
                "net-a-1": "10.0.0.0/24",
                "net-b-1": "10.0.16.0/20",
                "net-public-1": "10.0.32.0/20",
                "net-a-2": "10.0.128.0/24",
                "net-b-2": "10.0.144.0/20",
                "net-public-2": "10.0.160.0/20",
            },
        ],
        [
            "Legacy gives a single subnet the zone",
            {
                cidrBlock: "10.0.0.0/22",
                subnetStrategy: "Legacy",
                natGateways: { strategy: "None" },
                subnetSpecs: [{ type: "Isolated" }],
            },
            { "net-isolated-1": "10.0.0.0/24", "net-isolated-2": "10.0.2.0/24" },
        ],
    ];
    for (const [what, inputs, expected] of LAYOUTS) {
        it(what, async () => {
            assert.deepEqual(await blocks(inputs), expected);
        });
    }

    it("keeps subnets apart, inside the VPC and aligned, whatever is asked of Auto", async () => {
        const spec = fc.record({
            mask: fc.integer({ min: 20, max: 28 }),
            type: fc.constantFrom("Public", "Private", "Isolated"),
        });
        await fc.assert(
            fc.asyncProperty(
                fc.array(spec, { minLength: 1, maxLength: 5 }),
                fc.integer({ min: 1, max: 3 }),
                async (specs, count) => {
                    const subnetSpecs = specs.map(({ mask, type }, index) => ({
                        type,
                        name: `s${index}`,
                        cidrMask: mask,
                    }));
                    const made = await blocks({
                        subnetStrategy: "Auto",
                        natGateways: { strategy: "None" },
                        availabilityZoneNames: ["a", "b", "c"].slice(0, count),
                        subnetSpecs,
                    });
                    const ranges = Object.values(made).map((block) => parseCidr(String(block)));
                    assert.equal(ranges.length, specs.length * count);
                    const vpc = parseCidr("10.0.0.0/16");
                    for (const [index, range] of ranges.entries()) {
                        assert.equal(startOf(range), range.address);
                        assert.ok(startOf(vpc) <= startOf(range) && endOf(range) <= endOf(vpc));
                        assert.ok(
                            !ranges.some(
                                (other, position) => position !== index && overlap(range, other),
                            ),
                            formatCidr(range),
                        );
                    }
                },
            ),
            { numRuns: 25 },
        );
    });
});

describe("preflight/cloud/awsx: gateways, tags, endpoints, IPv6", () => {
    it("uses the addresses that the program has", async () => {
        const construction = await build({
            subnetStrategy: "Auto",
            natGateways: {
                strategy: "OnePerAz",
                elasticIpAllocationIds: ["eipalloc-1", "eipalloc-2"],
            },
        });
        assert.equal(inputsOf(construction, "NatGateway", "net-2").allocationId, "eipalloc-2");
        assert.equal(
            construction.children.some(({ type }) => type.endsWith(":Eip")),
            false,
        );
    });

    it("names subnets by zone in tags only", async () => {
        const construction = await build({
            subnetStrategy: "Auto",
            subnetNameTagStrategy: "AvailabilityZone",
            tags: { a: "b" },
        });
        assert.deepEqual(inputsOf(construction, "Subnet", "net-public-2").tags, {
            Name: "net-public-1b",
            SubnetType: "Public",
            a: "b",
        });
    });

    it("gives every subnet a /64, and the endpoints' group the VPC's IPv6 range", async () => {
        const construction = await build({
            subnetStrategy: "Auto",
            assignGeneratedIpv6CidrBlock: true,
            vpcEndpointStrategy: "Auto",
            vpcEndpointSpecs: [
                {
                    serviceName: "s",
                    vpcEndpointType: "Interface",
                    ipAddressType: "dualstack",
                    region: "eu-west-1",
                    tags: { t: "1" },
                },
            ],
        });
        const vpc = String(
            construction.children.find(({ type }) => type === "aws:ec2/vpc:Vpc")?.id,
        );
        assert.match(vpc, /^vpc-/);
        const group = inputsOf(construction, "SecurityGroupRule", "s-ingress");
        const [block] = group.ipv6CidrBlocks as string[];
        assert.match(String(block), /^2001:db8:[0-9a-f]+:ff00::\/56$/);
        const prefix = String(block).replace("ff00::/56", "");
        assert.equal(
            inputsOf(construction, "Subnet", "net-public-1").ipv6CidrBlock,
            `${prefix}ff00::/64`,
        );
        assert.equal(
            inputsOf(construction, "Subnet", "net-private-2").ipv6CidrBlock,
            `${prefix}ff03::/64`,
        );
        assert.deepEqual(inputsOf(construction, "VpcEndpoint", "s").tags, { Name: "net", t: "1" });
        assert.equal(inputsOf(construction, "VpcEndpoint", "s").privateDnsEnabled, true);
    });

    it("attaches endpoints to what the program says", async () => {
        const spec = {
            serviceName: "s",
            vpcEndpointType: "Interface",
            subnetIds: ["subnet-1"],
            securityGroupIds: ["sg-1"],
            privateDnsEnabled: false,
        };
        const construction = await build({
            subnetStrategy: "Auto",
            vpcEndpointStrategy: "Auto",
            vpcEndpointSpecs: [spec],
        });
        const { subnetIds, securityGroupIds, privateDnsEnabled } = inputsOf(
            construction,
            "VpcEndpoint",
            "s",
        );
        assert.deepEqual(
            [subnetIds, securityGroupIds, privateDnsEnabled],
            [["subnet-1"], ["sg-1"], false],
        );
        assert.equal("enableDnsSupport" in inputsOf(construction, "Vpc", "net"), false);
    });

    it("warns as awsx does", async () => {
        const { notes } = await build({
            subnetSpecs: [{ type: "Public" }, { type: "Private" }],
            vpcEndpointSpecs: [
                { serviceName: "i", vpcEndpointType: "Interface" },
                { serviceName: "g" },
            ],
        });
        assert.deepEqual(
            notes.map(({ kind, message }) => `${kind}: ${message}`),
            [
                `program-warning: The default subnetStrategy will change from "Legacy" to "Auto" in the next major version. Please specify the subnetStrategy explicitly. The current subnet layout can be specified via "Auto" as:\n\n[{"type":"Private","cidrMask":19},{"type":"Public","cidrMask":20}]`,
                'program-warning: VPC endpoint "g" is a Gateway endpoint without routeTableIds. Specify vpcEndpointStrategy: "Auto" to use generated VPC route tables.',
                'program-warning: VPC endpoint "i" is an Interface endpoint without subnetIds or subnetConfigurations. Specify vpcEndpointStrategy: "Auto" to use generated VPC subnets.',
            ],
        );
    });

    it("passes on what the component's arguments depend on", async () => {
        const { children } = await build(
            { subnetStrategy: "Auto", tags: { a: "b" } },
            { propertyDependencies: { tags: ["urn:other"] } },
        );
        const vpc = children.find(({ type }) => type === "aws:ec2/vpc:Vpc");
        assert.deepEqual(vpc?.dependencies, ["urn:other"]);
        assert.deepEqual(vpc.propertyDependencies, { tags: ["urn:other"] });
    });

    it("knows no output in a preview, and no IPv6 range", async () => {
        const construction = await build({ subnetStrategy: "Auto" }, { preview: true });
        assert.equal(unwrap(construction.outputs.publicSubnetIds), UNKNOWN);
        assert.equal((construction.outputs.vpcId as Props)[SIGNATURE], OUTPUT);
        assert.equal(inputsOf(construction, "Subnet", "net-public-1").ipv6CidrBlock, UNKNOWN);
        assert.equal(inputsOf(construction, "Subnet", "net-public-1").cidrBlock, "10.0.64.0/19");
    });

    it("lays out an address pool's range once the VPC is there, and knows it not before", async () => {
        const inputs = {
            cidrBlock: undefined,
            subnetStrategy: "Auto",
            ipv4IpamPoolId: "p",
            ipv4NetmaskLength: 16,
        };
        assert.equal(
            inputsOf(await build(inputs), "Subnet", "net-public-1").cidrBlock,
            "10.0.64.0/19",
        );
        assert.equal(
            inputsOf(await build(inputs, { preview: true }), "Subnet", "net-public-1").cidrBlock,
            UNKNOWN,
        );
        const merged = await build({ ...inputs, subnetStrategy: "AutoMerge" }, { preview: true });
        assert.equal(inputsOf(merged, "Subnet", "net-public-1").cidrBlock, UNKNOWN);
    });

    it("cuts a /56 into /64s", () => {
        assert.equal(ipv6SubnetBlock("2001:db8:1:ab00::/56", 255), "2001:db8:1:abff::/64");
        assert.throws(() => ipv6SubnetBlock("2001:db8:1:ab00::", 0), {
            message: "VPC must be a /56 block (got /)",
        });
        assert.throws(() => ipv6SubnetBlock("2001:db8:1:ab00::/48", 0), {
            message: "VPC must be a /56 block (got /48)",
        });
        assert.throws(() => ipv6SubnetBlock("2001:db8:1:ab00::/56", 256), {
            message: "index must be an integer from 0-255",
        });
        assert.throws(() => ipv6SubnetBlock("2001::/56", 0), {
            message: "Vpc ipv6 cidr block was not in an expected form: 2001::/56",
        });
    });
});

describe("preflight/cloud/awsx: what awsx refuses", () => {
    const auto = (subnetSpecs: unknown, more: Props = {}): Props => ({
        subnetStrategy: "Auto",
        subnetSpecs,
        ...more,
    });
    const pair = [{ type: "Public" }, { type: "Private" }];
    const REFUSED: readonly (readonly [string, Props, string])[] = [
        [
            "zones named and counted",
            { numberOfAvailabilityZones: 2 },
            "Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified",
        ],
        [
            "more zones than there are",
            { availabilityZoneNames: undefined, numberOfAvailabilityZones: 4 },
            "The configured region for this provider does not have at least 4 Availability Zones. Either specify an explicit list of zones in availabilityZoneNames or choose a region with at least 4 AZs.",
        ],
        [
            "zones looked up in a region that is not known",
            { availabilityZoneNames: undefined, region: UNKNOWN },
            "Vpc.region must be a plain string when availabilityZoneNames is not set. If region is dynamic, specify availabilityZoneNames explicitly.",
        ],
        [
            "addresses without gateways",
            { natGateways: { strategy: "None", elasticIpAllocationIds: ["a"] } },
            "Elastic IP allocation IDs cannot be specified when NAT Gateway strategy is 'None'.",
        ],
        [
            "two addresses for one gateway",
            { natGateways: { strategy: "Single", elasticIpAllocationIds: ["a", "b"] } },
            "Exactly one Elastic IP may be specified when NAT Gateway strategy is 'Single'.",
        ],
        [
            "fewer addresses than zones",
            { natGateways: { strategy: "OnePerAz", elasticIpAllocationIds: ["a"] } },
            "The number of Elastic IPs, if specified, must match the number of availability zones for the VPC (2) when NAT Gateway strategy is 'OnePerAz'",
        ],
        [
            "an unknown strategy",
            { natGateways: { strategy: "Many" } },
            "Unknown NatGatewayStrategy 'Many'",
        ],
        [
            "gateways without a public subnet",
            auto([{ type: "Private" }]),
            "If NAT Gateway strategy is 'OnePerAz' or 'Single', public subnets must be declared to host the NAT Gateway resource, along with private or isolated subnets to route through it.",
        ],
        ["no subnets", auto([]), "No subnets specified"],
        [
            "subnets that do not fit",
            auto([
                { type: "Public", cidrMask: 17 },
                { type: "Private", cidrMask: 17 },
            ]),
            "Subnets are too large for VPC. VPC has 32768 addresses, but subnets require 65536 addresses.",
        ],
        [
            "a VPC too small for the defaults",
            { subnetStrategy: "Auto", cidrBlock: "10.0.0.0/26" },
            "Automatic subnet creation requires a VPC with at least /26 available per AZ, but only /27 is available.If you do need very small subnets, please specify them explicitly.",
        ],
        [
            "gaps",
            {
                subnetStrategy: "Exact",
                subnetSpecs: [
                    { type: "Public", cidrMask: 19 },
                    { type: "Private", cidrMask: 18 },
                ],
            },
            "There are gaps in the subnet ranges. Please fix the following gaps: net-public-1 (10.0.0.0/19) <=> net-private-1 (10.0.64.0/18), net-public-2 (10.0.128.0/19) <=> net-private-2 (10.0.192.0/18)",
        ],
        [
            "a layout that ends early",
            {
                subnetStrategy: "Exact",
                subnetSpecs: [
                    { type: "Public", cidrBlocks: ["10.0.1.0/24", "10.0.3.0/24"] },
                    { type: "Private", cidrBlocks: ["10.0.2.0/24", "10.0.4.0/24"] },
                ],
            },
            "There are gaps in the subnet ranges. Please fix the following gaps: net-public-1 (10.0.1.0/24) does not start at the beginning of the VPC (10.0.0.0/16), net-private-2 (ending 10.0.4.255) ends before VPC ends (at 10.0.255.255})",
        ],
        [
            "ranges that overlap",
            auto([
                { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
                { type: "Private", cidrBlocks: ["10.0.0.0/25", "10.0.3.0/24"] },
            ]),
            "The following subnets overlap with at least one other subnet. Make the CIDR for the VPC larger, reduce the size of the subnets per AZ, or use less Availability Zones:\n\n1. net-public-1: 10.0.0.0/24\n2. net-private-1: 10.0.0.0/25\n",
        ],
        [
            "two subnets of one name, and a wrong size",
            auto([{ type: "Public" }, { type: "public" }, { type: "Private", size: 3 }]),
            `Invalid subnet specifications:\n - Multiple subnet specs of type "public" require unique names. You can have at most one unnamed subnet per type. All other subnets of the same type must have unique "name" properties to avoid duplicate resource names.\n - The following subnet sizes are invalid: 3. Valid sizes are: ${Array.from({ length: 31 }, (_, mask) => 2 ** (32 - mask)).join(", ")}.`,
        ],
        [
            "size and mask that differ",
            auto([{ type: "Public", size: 256, cidrMask: 25 }]),
            "Invalid subnet specifications:\n - Subnet size 256 does not match the expected size for a /25 subnet (128).",
        ],
        [
            "ranges for some subnets",
            auto([
                { type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] },
                { type: "Private" },
            ]),
            "Invalid subnet specifications:\n - If any subnet spec has explicit cidrBlocks, all subnets must have explicit cidrBlocks.",
        ],
        [
            "ranges for some zones",
            auto([{ type: "Public", cidrBlocks: ["10.0.0.0/24"] }]),
            "Invalid subnet specifications:\n - The number of CIDR blocks in subnetSpecs[0] must match the number of availability zones (2).",
        ],
        [
            "ranges of another mask",
            auto([{ type: "Public", cidrMask: 25, cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }]),
            "Invalid subnet specifications:\n - The cidrMask in subnetSpecs[0] must match all cidrBlocks or be left undefined.",
        ],
        [
            "ranges of another size",
            auto([{ type: "Public", size: 128, cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }]),
            "Invalid subnet specifications:\n - The size in subnetSpecs[0] must match all cidrBlocks or be left undefined.",
        ],
        [
            "named ranges to merge",
            {
                subnetStrategy: "AutoMerge",
                subnetSpecs: [{ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }],
            },
            'subnetStrategy="AutoMerge" does not support subnetSpecs with explicit cidrBlocks. Use subnetStrategy="Auto" or "Exact" to fully specify the subnet layout.',
        ],
        [
            "a range that is none",
            { cidrBlock: "10.0.0.0/33" },
            'cidrBlock: found "10.0.0.0/33", expected an IPv4 range such as 10.0.0.0/16',
        ],
        [
            "more bits than there are",
            { cidrBlock: "10.0.0.0/31", subnetStrategy: "Legacy" },
            "Requested 1 new bits, but only 0 are available.",
        ],
        [
            "a pool without a length",
            { cidrBlock: undefined, ipv4IpamPoolId: "p" },
            "If 'ipv4IpamPoolId' is specified, 'ipv4NetmaskLength' or 'cidrBlock' must also be specified.",
        ],
        [
            "a pool with range and length",
            { ipv4IpamPoolId: "p", ipv4NetmaskLength: 16 },
            "Only one of 'cidrBlock', 'ipv4NetmaskLength' is allowed.",
        ],
        [
            "zones with one suffix",
            {
                availabilityZoneNames: ["eu-west-1a", "us-east-1a"],
                subnetNameTagStrategy: "AvailabilityZone",
            },
            'subnetNameTagStrategy="AvailabilityZone" requires availability zones with distinct suffixes, but "eu-west-1a" and "us-east-1a" both reduce to "1a".',
        ],
        [
            "DNS switched off under private DNS",
            {
                vpcEndpointStrategy: "Auto",
                enableDnsSupport: false,
                vpcEndpointSpecs: [{ serviceName: "s", vpcEndpointType: "Interface" }],
            },
            'vpcEndpointStrategy "Auto" requires enableDnsSupport to be true when Interface endpoint private DNS is enabled.',
        ],
        [
            "IPv6 in subnets only",
            auto(pair.map((spec) => ({ ...spec, assignIpv6AddressOnCreation: true }))),
            "Subnets with assignIpv6AddressOnCreation=true require the VPC to have an IPv6 CIDR block. Set assignGeneratedIpv6CidrBlock=true or provide ipv6CidrBlock.",
        ],
    ];
    for (const [what, inputs, message] of REFUSED) {
        it(`reports ${what}`, async () => {
            await assert.rejects(build(inputs), { message });
        });
    }

    for (const preview of [false, true]) {
        it(`reports a pool's range in the older layout, in ${preview ? "a preview" : "an update"}`, async () => {
            const inputs = { cidrBlock: undefined, ipv4IpamPoolId: "p", ipv4NetmaskLength: 16 };
            await assert.rejects(build(inputs, { preview }), {
                message:
                    'Dynamically allocated cidrBlock ranges are not supported with subnetStrategy="Legacy". "Try using subnetStrategy="Auto"',
            });
        });
    }
});
