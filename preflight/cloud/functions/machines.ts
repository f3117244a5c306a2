import { BEANSTALK_ZONES, balancerZone } from "../aws/recipes/balancers";
import { hex } from "../identity";
import { filterValue, tagsOf, textOf } from "./filters";
import type { Answer, Call } from "./prepared";

/** Accounts from which classic and application load balancers of a region write their logs (ELB user guide). */
const LOG_ACCOUNTS: Readonly<Record<string, string>> = {
    "eu-central-1": "054676820928",
    "eu-north-1": "897822967062",
    "eu-west-1": "156460612806",
    "eu-west-2": "652711504416",
    "eu-west-3": "009996457667",
    "us-east-1": "127311923021",
    "us-east-2": "033677994240",
    "us-west-1": "027434742980",
    "us-west-2": "797873946194",
};

/** Hosted zones of network load balancers, by region. */
const NETWORK_ZONES: Readonly<Record<string, string>> = {
    "eu-central-1": "Z3F0SRJ5LGBH90",
    "eu-west-1": "Z2IFOLAFXWLO4F",
    "us-east-1": "Z26RNL4JYFTOTI",
    "us-west-2": "Z18D5FSROUN65G",
};

/** Platforms of Elastic Beanstalk, newest branch first. */
const PLATFORMS = [
    "Corretto 21",
    "Corretto 17",
    "Corretto 11",
    "Corretto 8",
    "Tomcat 10 Corretto 21",
    "Docker",
    "ECS",
    "Node.js 22",
    "Node.js 20",
    "Python 3.13",
    "Python 3.11",
    "PHP 8.4",
    "Ruby 3.3",
    "Go 1",
    ".NET 8",
];
const STACKS = [
    ...PLATFORMS.map((platform) => `64bit Amazon Linux 2023 v4.7.0 running ${platform}`),
    ...PLATFORMS.map((platform) => `64bit Amazon Linux 2 v3.9.0 running ${platform}`),
    "64bit Windows Server 2022 v2.19.0 running IIS 10.0",
];

/** Owner aliases and the account that publishes an image under them. */
const OWNERS: Readonly<Record<string, string>> = {
    amazon: "137112412989",
    "aws-marketplace": "679593333241",
};

function ami(call: Call): Readonly<Record<string, unknown>> {
    const { args, account, seed, partition, region } = call;
    const id = `ami-${hex(seed, 17)}`;
    const owner = Array.isArray(args.owners) ? String(args.owners[0]) : "self";
    const pattern = filterValue(args, "name") ?? textOf(args, "nameRegex") ?? "image-*";
    const name = pattern.replace(/[*?^$()[\]\\|+]+/g, "2026");
    const device = {
        deviceName: "/dev/xvda",
        ebs: {
            delete_on_termination: "true",
            encrypted: "false",
            volume_size: "8",
            volume_type: "gp3",
        },
        noDevice: "",
        virtualName: "",
    };
    return {
        id,
        imageId: id,
        arn: `arn:${partition}:ec2:${region}::image/${id}`,
        name,
        description: name,
        architecture:
            filterValue(args, "architecture") ??
            (/arm64|aarch64/.test(pattern) ? "arm64" : "x86_64"),
        ownerId: /^\d{12}$/.test(owner) ? owner : (OWNERS[owner] ?? account),
        imageOwnerAlias: owner in OWNERS ? owner : "",
        blockDeviceMappings: [device],
        bootMode: "uefi-preferred",
        creationDate: "2026-01-01T00:00:00.000Z",
        deprecationTime: "2028-01-01T00:00:00.000Z",
        enaSupport: true,
        hypervisor: "xen",
        imageType: "machine",
        imdsSupport: "v2.0",
        kernelId: "",
        platform: "",
        platformDetails: "Linux/UNIX",
        productCodes: [],
        public: owner !== "self",
        ramdiskId: "",
        rootDeviceName: "/dev/xvda",
        rootDeviceType: "ebs",
        sriovNetSupport: "simple",
        state: "available",
        stateReason: {},
        tags: {},
        tpmSupport: "",
        usageOperation: "RunInstances",
        virtualizationType: "hvm",
    };
}

function solutionStack({ args, region }: Call): Readonly<Record<string, unknown>> {
    const pattern = textOf(args, "nameRegex") ?? ".";
    const name = STACKS.find((stack) => new RegExp(pattern).test(stack));
    // A branch that came or went after this list was made: its name without the pattern's signs.
    return {
        id: region,
        name:
            name ??
            pattern
                .replace(/\\(.)/g, "$1")
                .replace(/[\^$]/g, "")
                .replace(/\.\*|\(\.\*\)/g, "1.0.0"),
    };
}

/** Machines, images, platforms and load balancers that are there already. */
export const MACHINE_FUNCTIONS: Readonly<Record<string, Answer>> = {
    "aws:ec2/getAmi:getAmi": ami,
    "aws:index/getAmi:getAmi": ami,
    "aws:ec2/getAmiIds:getAmiIds": { id: "{hex8}", ids: ["ami-{hex17}"] },
    "aws:ec2/getInstances:getInstances": (call) => ({
        id: call.region,
        ids: [`i-${hex(call.seed, 17)}`],
        instanceTags: tagsOf(call.args),
        privateIps: ["10.0.0.10"],
        publicIps: ["203.0.113.10"],
        ipv6Addresses: [],
    }),
    "aws:ec2/getInstance:getInstance": (call) => {
        const id = textOf(call.args, "instanceId") ?? `i-${hex(call.seed, 17)}`;
        return {
            id,
            arn: `arn:${call.partition}:ec2:${call.region}:${call.account}:instance/${id}`,
            instanceState: "running",
            instanceType: "t3.micro",
            privateIp: "10.0.0.10",
            publicIp: "203.0.113.10",
        };
    },
    "aws:elasticbeanstalk/getSolutionStack:getSolutionStack": solutionStack,
    "aws:elasticbeanstalk/getHostedZone:getHostedZone": ({ region }) => ({
        id: BEANSTALK_ZONES[region] ?? "Z2NYPWQ7DFZAZH",
    }),
    "aws:elasticbeanstalk/getApplication:getApplication": {
        id: "{name}",
        name: "{name}",
        arn: "arn:{partition}:elasticbeanstalk:{region}:{account}:application/{name}",
    },
    "aws:elb/getHostedZoneId:getHostedZoneId": ({ region }) => ({ id: balancerZone(region) }),
    "aws:lb/getHostedZoneId:getHostedZoneId": ({ region, args }) => ({
        id:
            args.loadBalancerType === "network"
                ? (NETWORK_ZONES[region] ?? "Z2IFOLAFXWLO4F")
                : balancerZone(region),
    }),
    "aws:elb/getServiceAccount:getServiceAccount": ({ region, partition }) => {
        const id = LOG_ACCOUNTS[region] ?? "156460612806";
        return { id, arn: `arn:${partition}:iam::${id}:root` };
    },
    "aws:cloudtrail/getServiceAccount:getServiceAccount": {
        id: "859597730677",
        arn: "arn:{partition}:iam::859597730677:root",
    },
    "aws:redshift/getServiceAccount:getServiceAccount": {
        id: "210876761215",
        arn: "arn:{partition}:iam::210876761215:user/logs",
    },
    "aws:cloudfront/getLogDeliveryCanonicalUserId:getLogDeliveryCanonicalUserId": {
        id: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
    },
    "aws:s3/getCanonicalUserId:getCanonicalUserId": { id: "{hex64}", displayName: "preflight" },
};
