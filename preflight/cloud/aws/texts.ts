import { anyText } from "../shapes/samples";
import { fill, type Subject } from "./template";

/** Services whose name in ARNs is not that of their module. */
const SERVICES: Readonly<Record<string, string>> = {
    alb: "elasticloadbalancing",
    cfg: "config",
    ebs: "ec2",
    efs: "elasticfilesystem",
    elb: "elasticloadbalancing",
    lb: "elasticloadbalancing",
    mq: "amazonmq",
    opensearch: "es",
    sfn: "states",
    vpc: "ec2",
};

/** Services without a region in their ARNs. */
const GLOBAL = new Set([
    "iam",
    "route53",
    "cloudfront",
    "globalaccelerator",
    "organizations",
    "shield",
]);

/** Properties that say where a thing is, whoever sets them. */
const PLACES: readonly (readonly [RegExp, string])[] = [
    [/^(owner|account|registry|awsAccount|catalog)Id$|^owner$/, "{account}"],
    [/^region$|Region$/, "{region}"],
    [/^partition$/, "{partition}"],
    [/^availabilityZone$/, "{region}a"],
    [/^vpcId$/, "vpc-{hex17}"],
    [/^subnetId$/, "subnet-{hex17}"],
    [/^name$/, "{name}"],
];

/** What the name of a property says about its value, best first. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
    ...PLACES,
    [/^hostedZoneId$|^zoneId$/, "Z{caps20}"],
    [/[uU]rl$|^endpoint$|Endpoint$/, "https://{hex8}.{region}.{suffix}"],
    [/^(dnsName|domainName|hostname|cname|fqdn)$|DomainName$|DnsName$/, "{hex8}.{region}.{suffix}"],
    [/^cidrBlock$|CidrBlock$|^cidr$/, "10.0.0.0/16"],
    [/[iI]p(Address)?s?$|^address$/, "10.0.0.10"],
    [
        /(Date|Time|Timestamp)$|^created|^lastModified|^notAfter$|^notBefore$/,
        "2020-01-01T00:00:00Z",
    ],
    [/^status$|Status$|^state$|State$/, "ACTIVE"],
    [/^(json|policy|policyDocument)$/, "{}"],
    [/^id$/, "{id}"],
];

/** A value that follows from where a thing is; undefined for a property that says nothing of it. */
export function placeText(property: string, subject: Subject): string | undefined {
    const pattern = PLACES.find(([name]) => name.test(property))?.[1];
    return pattern === undefined ? undefined : fill(pattern, subject);
}

/** Gives a text output of an AWS type a value that looks like what AWS would return. */
export function awsText(token: string, subject: Subject): (property: string) => string {
    return (property) => {
        if (/^arn$|Arn$|^arns$|Arns$/.test(property)) return genericArn(token, property, subject);
        const pattern = BY_NAME.find(([name]) => name.test(property))?.[1];
        return pattern === undefined ? anyText(property, subject.seed) : fill(pattern, subject);
    };
}

/** An ARN for a type that nobody prepared: its module as service, its name as kind. */
export function genericArn(token: string, property: string, subject: Subject): string {
    const [, module = "", name = ""] = token.split(":");
    const folder = module.split("/")[0] ?? "";
    const service = SERVICES[folder] ?? folder;
    const kind =
        property === "arn"
            ? name.replace(/^get/, "").toLowerCase()
            : property.replace(/Arn$/, "").toLowerCase();
    const region = GLOBAL.has(service) ? "" : subject.region;
    return `arn:${subject.partition}:${service}:${region}:${subject.account}:${kind}/${subject.id}`;
}
