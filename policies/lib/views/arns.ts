/** Name of something in AWS. Parts may hold the wildcards `*` and `?`, as they do in policy documents. */
export interface Arn {
    /** `aws`, `aws-cn`. */
    readonly partition: string;
    /** `sqs`. */
    readonly service: string;
    /** Empty where a service has none in its ARNs: IAM, Route 53, buckets. */
    readonly region: string;
    /** Empty where the name is unique without it; `aws` and the like for what belongs to AWS. */
    readonly account: string;
    /** All that follows, with its own colons and slashes: `db:orders`, `role/path/name`. */
    readonly resource: string;
}

/** A part that is not the last one. */
const PART = "[\\w.*?-]*";
/** Templates leave the account open: `$account` in backup policies of an organization, `${AWS::AccountId}` in CloudFormation. */
const ACCOUNT = `${PART}|\\$\\w+|\\$\\{[\\w:]+\\}`;
const HEAD = `arn:(?<partition>[\\w*?-]+):(?<service>${PART}):(?<region>${PART}):(?<account>${ACCOUNT}):`;
const WHOLE = new RegExp(`^${HEAD}(?<resource>[^\\s]+)$`);
/** Inside a longer text an ARN ends where texts, lists and markup go on. What it ends with may hold another one. */
const WITHIN = new RegExp(`(?<![\\w-])${HEAD}(?=(?<resource>[^\\s"'\`,;|<>(){}\\[\\]\\\\]+))`, "g");

/** Reads a text that is an ARN and nothing else; `undefined` when it is none. */
export function parseArn(text: string): Arn | undefined {
    const match = WHOLE.exec(text);
    return match === null ? undefined : arn(match);
}

/** Every ARN in a text, be it one or a longer text such as a policy document or a script. */
export function arnsIn(text: string): readonly Arn[] {
    // Most texts have none, and searching for the first letters is much cheaper than the whole pattern.
    return text.includes("arn:") ? Array.from(text.matchAll(WITHIN), arn) : [];
}

/** The text of an ARN. */
export function formatArn({ partition, service, region, account, resource }: Arn): string {
    return ["arn", partition, service, region, account, resource].join(":");
}

function arn({ groups }: RegExpExecArray): Arn {
    // Both patterns name every part.
    return { ...groups } as unknown as Arn;
}
