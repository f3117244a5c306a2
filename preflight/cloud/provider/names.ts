import type { Props } from "../../values";
import { unwrap } from "../../values";
import { hex } from "../identity";
import type { ClassShape } from "../shapes/shapes";
import type { ProviderRequest } from "../simulation";

/** How pulumi-aws names a resource that the program does not name (provider/resource_overrides.go). */
interface Naming {
    /** The property that holds the name. */
    readonly key: string;
    /** Longest name; 0 is no limit. */
    readonly max: number;
    readonly separator: string;
    readonly digits: number;
    readonly finish?: (name: string, inputs: Props) => string;
}

/** Every bridged provider's rule: `name`, wherever that is an input. */
const USUAL: Naming = { key: "name", max: 255, separator: "-", digits: 7 };

const lower = (name: string): string => name.toLowerCase();
const fifo =
    (flag: string) =>
    (name: string, inputs: Props): string =>
        unwrap(inputs[flag]) === true ? `${name}.fifo` : name;

const SPECIAL: Readonly<Record<string, Partial<Naming>>> = {
    "aws:appsync/dataSource:DataSource": { separator: "_" },
    "aws:appsync/function:Function": { separator: "_" },
    "aws:athena/database:Database": { separator: "_" },
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": { separator: "_" },
    "aws:cloudwatch/eventRule:EventRule": { max: 64 },
    "aws:cloudwatch/eventTarget:EventTarget": { key: "targetId" },
    "aws:ec2/keyPair:KeyPair": { key: "keyName" },
    "aws:efs/fileSystem:FileSystem": { key: "creationToken" },
    "aws:eks/fargateProfile:FargateProfile": { key: "fargateProfileName" },
    "aws:eks/nodeGroup:NodeGroup": { key: "nodeGroupName" },
    "aws:elasticache/cluster:Cluster": { key: "clusterId", max: 50, finish: lower },
    "aws:elasticache/replicationGroup:ReplicationGroup": {
        key: "replicationGroupId",
        max: 40,
        finish: lower,
    },
    "aws:elasticbeanstalk/environment:Environment": { max: 40 },
    "aws:elasticsearch/domain:Domain": { key: "domainName", max: 28, finish: lower },
    "aws:iam/role:Role": { max: 64 },
    "aws:iot/topicRule:TopicRule": { separator: "_" },
    "aws:kms/alias:Alias": {
        max: 238,
        finish: (name) => (name.startsWith("alias/") ? name : `alias/${name}`),
    },
    "aws:lambda/function:Function": { max: 64 },
    "aws:lambda/permission:Permission": { key: "statementId", max: 100 },
    "aws:lb/targetGroup:TargetGroup": { max: 32 },
    "aws:mq/broker:Broker": { key: "brokerName", max: 55 },
    "aws:opensearch/domain:Domain": { key: "domainName" },
    "aws:rds/instance:Instance": { key: "identifier", separator: "" },
    "aws:s3/bucket:Bucket": { key: "bucket", max: 63, finish: lower },
    "aws:s3/bucketV2:BucketV2": { key: "bucket", max: 63, finish: lower },
    "aws:s3/bucketObject:BucketObject": { key: "key", max: 0, separator: "", digits: 0 },
    "aws:s3/bucketObjectv2:BucketObjectv2": { key: "key", max: 0, separator: "", digits: 0 },
    "aws:sns/topic:Topic": { max: 80, finish: fifo("fifoTopic") },
    "aws:sqs/queue:Queue": { max: 80, finish: fifo("fifoQueue") },
};

/** Where a type's name is kept: `bucket`, `identifier`, usually `name`. */
export function nameKey(type: string): string {
    return SPECIAL[type]?.key ?? USUAL.key;
}

/** What names and ids of a resource are derived from. */
export function seedOf({ urn, replaces }: Pick<ProviderRequest, "urn" | "replaces">): string {
    return replaces === undefined ? urn : `${urn} instead of ${replaces}`;
}

/**
 * The name that the provider gives to a resource which the program leaves unnamed; one that it gave before stays.
 * @returns property and value, or undefined when the program names it, gives a prefix, or the type takes no name
 * @throws {Error} when the resource's own name is too long for what AWS allows, as the provider does
 */
export function autoName(
    request: Omit<ProviderRequest, "preview">,
    shape: ClassShape,
): { readonly key: string; readonly value: string } | undefined {
    const { type, name, inputs } = request;
    const naming: Naming = { ...USUAL, ...SPECIAL[type] };
    const argument = shape.args.get(naming.key);
    // A required name is one that the provider does not choose: a DNS record's, for example.
    if (
        !argument?.optional ||
        inputs[naming.key] !== undefined ||
        inputs[`${naming.key}Prefix`] !== undefined
    ) {
        return undefined;
    }
    const base = `${name}${naming.separator}`;
    const digits =
        naming.digits === 7 && isSqlServer(inputs) && naming.key === "identifier"
            ? 3
            : naming.digits;
    const before = unwrap(request.oldInputs?.[naming.key]);
    if (isAutoName(before, name, { ...naming, digits })) return { key: naming.key, value: before };
    const max = digits === 3 ? 15 : naming.max;
    if (max > 0 && base.length + digits > max) {
        throw new Error(
            `${naming.key}: found "${base}" and ${digits} digits, expected at most ${max} characters`,
        );
    }
    const value = `${base}${hex(seedOf(request), digits)}`;
    return { key: naming.key, value: naming.finish?.(value, inputs) ?? value };
}

/** Whether the program itself names a resource that the provider would name, so that there can be only one of it. */
export function isNamed(
    { type, name, inputs }: Pick<ProviderRequest, "type" | "name" | "inputs">,
    shape: ClassShape,
): boolean {
    const naming: Naming = { ...USUAL, ...SPECIAL[type] };
    const given = unwrap(inputs[naming.key]);
    if (given === undefined || shape.args.get(naming.key)?.optional !== true) return false;
    return !isAutoName(given, name, naming);
}

/**
 * Whether a name looks like one that the provider gave. The resource may have had another name of its own then, which an
 * alias keeps together, so that the digits at the end must do.
 */
function isAutoName(
    value: unknown,
    name: string,
    { separator, digits }: Pick<Naming, "separator" | "digits">,
): value is string {
    if (typeof value !== "string") return false;
    if (digits === 0) return value === name;
    return new RegExp(`.${separator}[0-9a-f]{${digits}}(?:\\.fifo)?$`).test(value);
}

function isSqlServer(inputs: Props): boolean {
    const engine = unwrap(inputs.engine);
    return typeof engine === "string" && engine.toLowerCase().includes("sqlserver");
}
