import { secret } from "../../values";
import { capitals, hex, uuid } from "../identity";
import { textOf } from "./filters";
import { policyDocument } from "./policy-document";
import type { Answer, Call } from "./prepared";

function zone({ args, partition }: Call): Readonly<Record<string, unknown>> {
    const name = textOf(args, "name")?.replace(/\.$/, "") ?? "example.org";
    const zoneId = textOf(args, "zoneId") ?? `Z${capitals(`zone ${name}`, 20)}`;
    return {
        id: zoneId,
        zoneId,
        name,
        arn: `arn:${partition}:route53:::hostedzone/${zoneId}`,
        callerReference: "preflight",
        comment: "",
        linkedServiceDescription: "",
        linkedServicePrincipal: "",
        nameServers: [
            "ns-1.awsdns-01.org",
            "ns-2.awsdns-02.co.uk",
            "ns-3.awsdns-03.com",
            "ns-4.awsdns-04.net",
        ],
        primaryNameServer: "ns-1.awsdns-01.org",
        resourceRecordSetCount: 2,
        tags: {},
    };
}

function kmsAlias({ args, partition, region, account }: Call): Readonly<Record<string, unknown>> {
    const name = textOf(args, "name") ?? "alias/default";
    const key = uuid(`${account} ${region} ${name}`);
    const base = `arn:${partition}:kms:${region}:${account}:`;
    return {
        id: `${base}${name}`,
        arn: `${base}${name}`,
        targetKeyId: key,
        targetKeyArn: `${base}key/${key}`,
    };
}

function kmsKey({ args, partition, region, account }: Call): Readonly<Record<string, unknown>> {
    const asked = textOf(args, "keyId") ?? "default";
    // An alias stands for the key that getAlias gives for it.
    const name = /alias\/.*$/.exec(asked)?.[0];
    const id =
        name === undefined
            ? (asked.split("/").at(-1) ?? asked)
            : uuid(`${account} ${region} ${name}`);
    return {
        id,
        arn: `arn:${partition}:kms:${region}:${account}:key/${id}`,
        keyId: asked,
        awsAccountId: account,
        enabled: true,
        keyManager: /alias\/aws\//.test(asked) ? "AWS" : "CUSTOMER",
        keySpec: "SYMMETRIC_DEFAULT",
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        keyState: "Enabled",
        keyUsage: "ENCRYPT_DECRYPT",
        origin: "AWS_KMS",
        multiRegion: false,
        multiRegionConfigurations: [],
        description: "",
        pendingDeletionWindowInDays: 0,
        xksKeyConfigurations: [],
    };
}

function secretArn({ args, partition, region, account }: Call): string {
    const asked =
        textOf(args, "secretId") ?? textOf(args, "arn") ?? textOf(args, "name") ?? "default";
    if (asked.startsWith("arn:")) return asked;
    return `arn:${partition}:secretsmanager:${region}:${account}:secret:${asked}-${capitals(asked, 6)}`;
}

function secretVersion(call: Call): Readonly<Record<string, unknown>> {
    const arn = secretArn(call);
    const versionId = textOf(call.args, "versionId") ?? uuid(arn);
    const stage = textOf(call.args, "versionStage") ?? "AWSCURRENT";
    return {
        id: `${arn}|${stage}`,
        arn,
        secretArn: arn,
        versionId,
        versionStages: [stage],
        createdDate: "2020-01-01T00:00:00Z",
        secretBinary: secret(""),
        // An object, for most programs that read one parse it.
        secretString: secret('{"username":"simulated","password":"simulated"}'),
    };
}

function parameter({
    args,
    partition,
    region,
    account,
    seed,
}: Call): Readonly<Record<string, unknown>> {
    const name = textOf(args, "name") ?? "default";
    const value = parameterValue(name, region, seed);
    const path = name.startsWith("/") ? name : `/${name}`;
    return {
        id: name,
        arn: `arn:${partition}:ssm:${region}:${name.startsWith("/aws/service/") ? "" : account}:parameter${path}`,
        type: "String",
        value: secret(value),
        insecureValue: value,
        version: 1,
    };
}

/** Images that AWS publishes for ECS and EKS are described in JSON, unless a further name asks for one part of it. */
const DESCRIBED_IMAGE = /\/optimized-ami\/(?:.*\/)?recommended$/;

function parameterValue(name: string, region: string, seed: string): string {
    if (!/ami/i.test(name)) return `simulated-${hex(seed, 8)}`;
    const image = `ami-${hex(`${region} ${name}`, 17)}`;
    return DESCRIBED_IMAGE.test(name)
        ? JSON.stringify({ schema_version: 1, image_id: image, image_name: "simulated" })
        : image;
}

function certificate({
    args,
    partition,
    region,
    account,
}: Call): Readonly<Record<string, unknown>> {
    const domain = textOf(args, "domain") ?? "example.org";
    const arn = `arn:${partition}:acm:${region}:${account}:certificate/${uuid(`${region} ${domain}`)}`;
    return {
        id: arn,
        arn,
        domain,
        status: "ISSUED",
        certificate: "",
        certificateChain: "",
        tags: {},
    };
}

function role({ args, partition, account }: Call): Readonly<Record<string, unknown>> {
    const name = textOf(args, "name") ?? "default";
    return {
        id: name,
        arn: `arn:${partition}:iam::${account}:role/${name}`,
        path: "/",
        uniqueId: `AROA${capitals(name, 17)}`,
        assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
        createDate: "2020-01-01T00:00:00Z",
        description: "",
        maxSessionDuration: 3600,
        permissionsBoundary: "",
        roleLastUseds: [],
        tags: {},
    };
}

function managedPolicy({ args, partition, account }: Call): Readonly<Record<string, unknown>> {
    const asked = textOf(args, "arn");
    const name = textOf(args, "name") ?? asked?.split("/").at(-1) ?? "default";
    const arn = asked ?? `arn:${partition}:iam::${account}:policy/${name}`;
    return {
        id: arn,
        arn,
        name,
        path: "/",
        policyId: `ANPA${capitals(arn, 17)}`,
        attachmentCount: 0,
        description: "",
        tags: {},
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    };
}

function sessionContext({ args, partition }: Call): Readonly<Record<string, unknown>> {
    const arn = textOf(args, "arn") ?? "";
    const [, account = "", name = "", session = ""] =
        /^arn:[\w-]+:sts::(\d+):assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
    const issuerArn = name === "" ? arn : `arn:${partition}:iam::${account}:role/${name}`;
    return {
        id: arn,
        issuerArn,
        issuerName: name,
        issuerId: name === "" ? "" : `AROA${capitals(name, 17)}`,
        sessionName: session,
    };
}

/** Names, keys, secrets, roles and documents. */
export const SERVICE_FUNCTIONS: Readonly<Record<string, Answer>> = {
    "aws:iam/getPolicyDocument:getPolicyDocument": ({ args }) => policyDocument(args),
    "aws:iam/getRole:getRole": role,
    "aws:iam/getPolicy:getPolicy": managedPolicy,
    "aws:iam/getSessionContext:getSessionContext": sessionContext,
    "aws:iam/getUser:getUser": ({ args, partition, account }) => {
        const name = textOf(args, "userName") ?? "default";
        return {
            id: name,
            arn: `arn:${partition}:iam::${account}:user/${name}`,
            path: "/",
            userId: `AIDA${capitals(name, 17)}`,
            permissionsBoundary: "",
            tags: {},
        };
    },
    "aws:iam/getAccountAlias:getAccountAlias": { id: "preflight", accountAlias: "preflight" },
    "aws:route53/getZone:getZone": zone,
    "aws:route53/getZones:getZones": { id: "{region}", ids: ["Z{caps20}"] },
    "aws:acm/getCertificate:getCertificate": certificate,
    "aws:kms/getAlias:getAlias": kmsAlias,
    "aws:kms/getKey:getKey": kmsKey,
    "aws:secretsmanager/getSecret:getSecret": (call) => {
        const arn = secretArn(call);
        return {
            id: arn,
            arn,
            name:
                textOf(call.args, "name") ??
                arn
                    .split(":secret:")
                    .at(-1)
                    ?.replace(/-\w{6}$/, ""),
            kmsKeyId: "",
            policy: "",
            description: "",
            tags: {},
        };
    },
    "aws:secretsmanager/getSecretVersion:getSecretVersion": secretVersion,
    "aws:secretsmanager/getRandomPassword:getRandomPassword": ({ args, seed }) => ({
        id: "password",
        randomPassword: secret(
            capitals(seed, 32)
                .repeat(128)
                .slice(0, typeof args.passwordLength === "number" ? args.passwordLength : 32),
        ),
    }),
    "aws:ssm/getParameter:getParameter": parameter,
    "aws:s3/getBucket:getBucket": ({ args, partition, region, suffix }) => {
        const bucket = textOf(args, "bucket") ?? "default";
        return {
            id: bucket,
            arn: `arn:${partition}:s3:::${bucket}`,
            bucketDomainName: `${bucket}.s3.${suffix}`,
            bucketRegion: region,
            bucketRegionalDomainName: `${bucket}.s3.${region}.${suffix}`,
            hostedZoneId: "Z3AQBSTGFYJSTF",
            websiteDomain: "",
            websiteEndpoint: "",
        };
    },
    "aws:eks/getClusterAuth:getClusterAuth": ({ args, seed }) => ({
        id: textOf(args, "name") ?? "default",
        token: secret(`k8s-aws-v1.${hex(seed, 40)}`),
    }),
    "aws:ecr/getAuthorizationToken:getAuthorizationToken": ({ account, region, suffix, seed }) => ({
        id: region,
        userName: "AWS",
        password: secret(hex(seed, 40)),
        authorizationToken: secret(Buffer.from(`AWS:${hex(seed, 40)}`).toString("base64")),
        proxyEndpoint: `https://${account}.dkr.ecr.${region}.${suffix}`,
        expiresAt: "2020-01-01T12:00:00Z",
    }),
    "aws:ecr/getCredentials:getCredentials": ({ account, region, suffix, args, seed }) => ({
        id: account,
        registryId: textOf(args, "registryId") ?? account,
        authorizationToken: secret(Buffer.from(`AWS:${hex(seed, 40)}`).toString("base64")),
        proxyEndpoint: `https://${account}.dkr.ecr.${region}.${suffix}`,
        expiresAt: "2020-01-01T12:00:00Z",
    }),
};
