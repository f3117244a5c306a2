import type { ProviderConfig } from "../simulation";
import { objectOf, partitionOf, providerInput } from "../provider/context";
import type { Answer, Call } from "./prepared";

/** Regions with more than three zones that everybody may use; the others have three. */
const ZONES: Readonly<Record<string, string>> = {
    "us-east-1": "abcdef",
    "us-west-2": "abcd",
    "us-west-1": "ac",
    "ap-northeast-1": "acd",
    "ap-northeast-2": "abcd",
};

/** Names of regions in words, as AWS says them. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
    "eu-west-1": "Europe (Ireland)",
    "eu-central-1": "Europe (Frankfurt)",
    "us-east-1": "US East (N. Virginia)",
    "us-west-2": "US West (Oregon)",
};

/** Names of the zones of a region. */
export function zonesOf(region: string): readonly string[] {
    return Array.from(ZONES[region] ?? "abc", (letter) => `${region}${letter}`);
}

function availabilityZones({ region, args }: Call): Readonly<Record<string, unknown>> {
    const excluded = Array.isArray(args.excludeNames) ? args.excludeNames : [];
    const names = zonesOf(region).filter((name) => !excluded.includes(name));
    const short = region.replace(/^(\w\w)-(\w)\w*-(\d)$/, "$1$2$3");
    return {
        id: region,
        region,
        names,
        zoneIds: names.map((_, index) => `${short}-az${index + 1}`),
        groupNames: [region],
    };
}

/** Where and who one is. */
export const ACCOUNT_FUNCTIONS: Readonly<Record<string, Answer>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": {
        id: "{account}",
        accountId: "{account}",
        arn: "arn:{partition}:iam::{account}:user/preflight",
        userId: "AIDAPREFLIGHTEXAMPLE",
    },
    "aws:index/getRegion:getRegion": ({ region, suffix, args }) => {
        const name = typeof args.name === "string" ? args.name : region;
        return {
            id: name,
            name,
            region: name,
            description: DESCRIPTIONS[name] ?? name,
            endpoint: `ec2.${name}.${suffix}`,
        };
    },
    "aws:index/getRegions:getRegions": ({ region }) => ({
        id: region,
        names: [...new Set([region, "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"])].sort(),
    }),
    "aws:index/getPartition:getPartition": {
        id: "{partition}",
        partition: "{partition}",
        dnsSuffix: "{suffix}",
        reverseDnsPrefix: "com.amazonaws",
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": availabilityZones,
    "aws:index/getAvailabilityZone:getAvailabilityZone": ({ region, args }) => {
        const name = typeof args.name === "string" ? args.name : `${region}a`;
        return {
            id: name,
            name,
            region,
            nameSuffix: name.slice(region.length),
            zoneId: `${region}-az1`,
            groupName: region,
            networkBorderGroup: region,
            optInStatus: "opt-in-not-required",
            state: "available",
            zoneType: "availability-zone",
            parentZoneId: "",
            parentZoneName: "",
        };
    },
    "aws:index/getService:getService": ({ region, args }) => {
        const id = typeof args.serviceId === "string" ? args.serviceId : "ec2";
        const { suffix, partition } = partitionOf(region);
        const reverse = suffix.split(".").reverse().join(".");
        return {
            id: `${id}.${region}.${suffix}`,
            serviceId: id,
            region,
            dnsName: `${id}.${region}.${suffix}`,
            reverseDnsName: `${reverse}.${region}.${id}`,
            reverseDnsPrefix: reverse,
            partition,
            supported: true,
        };
    },
    "aws:index/getServicePrincipal:getServicePrincipal": ({ region, args }) => {
        const service = typeof args.serviceName === "string" ? args.serviceName : "ec2";
        return {
            id: `${service}.${region}.amazonaws.com`,
            name: `${service}.amazonaws.com`,
            serviceName: service,
            region,
            suffix: "amazonaws.com",
        };
    },
    "aws:index/getDefaultTags:getDefaultTags": ({ partition, provider }) => ({
        id: partition,
        tags: defaultTags(provider),
    }),
    "aws:index/getArn:getArn": ({ args }) => parseArn(String(args.arn)),
    "aws:index/getBillingServiceAccount:getBillingServiceAccount": {
        id: "386209384616",
        arn: "arn:{partition}:iam::386209384616:root",
    },
    "aws:index/getIpRanges:getIpRanges": {
        id: "1600000000",
        cidrBlocks: ["203.0.113.0/24"],
        ipv6CidrBlocks: ["2001:db8::/32"],
        createDate: "2020-01-01-00-00-00",
        syncToken: 1600000000,
    },
};

function parseArn(arn: string): Readonly<Record<string, unknown>> {
    const [prefix, partition, service, region, account, ...resource] = arn.split(":");
    if (prefix !== "arn" || resource.length === 0)
        throw new Error(`arn: found ${JSON.stringify(arn)}, expected an ARN with six parts`);
    return { id: arn, arn, partition, service, region, account, resource: resource.join(":") };
}

function defaultTags(provider: ProviderConfig | undefined): unknown {
    return objectOf(objectOf(providerInput(provider, "defaultTags")).tags);
}
