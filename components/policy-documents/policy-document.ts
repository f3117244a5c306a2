/** A value or several: IAM reads both alike. */
type OneOrMany = string | readonly string[];

/** A statement of an identity policy, or of a resource policy whose resource the owner fills in. */
export interface PolicyStatement {
    readonly Sid: string;
    readonly Effect: "Allow" | "Deny";
    /** In resource policies only. */
    readonly Principal?: "*" | Readonly<Record<string, OneOrMany>>;
    readonly Action: OneOrMany;
    readonly Resource?: OneOrMany;
    readonly Condition?: Conditions;
}

/** Operator, then key, then value or values: `{ StringEquals: { "aws:SourceAccount": "…" } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;

/** A policy document as IAM, S3 and KMS take it. */
export interface PolicyDocument {
    readonly Version: "2012-10-17";
    readonly Statement: readonly PolicyStatement[];
}

/** Wraps statements into a document of the only version that knows policy variables. */
export function policyDocument(statements: readonly PolicyStatement[]): PolicyDocument {
    return { Version: "2012-10-17", Statement: statements };
}
