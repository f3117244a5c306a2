import { isLeftToAws } from "../lib/left-to-aws";
import type { Inputs, StackSubject } from "../lib/policy";
import { isFilled, isSet, textOf } from "../lib/properties";
import { plainMountGap } from "../lib/views/efs-policies";
import { documentAt } from "../lib/views/policy-document";
import { plainHttpGap } from "../lib/views/secure-transport";

/** A kind of resource that AWS serves over plain HTTP, too, until its policy denies that. */
export interface Guard {
    /** What is wrong with the property `policy`, as what goes on after that word; `undefined` when nothing is. */
    readonly gap: (props: Inputs) => string | undefined;
    /** What is expected instead. */
    readonly expected: string;
}

const DENIED = `to everybody where aws:SecureTransport is "false"`;

/** S3: every action, on the bucket and on its objects. */
export const BUCKET_GUARD: Guard = {
    gap: (props) =>
        plainHttpGap(documentAt(props, "policy"), {
            actions: ["s3:?*"],
            resources: () => {
                const arn = `arn:aws:s3:::${String(textOf(props, "bucket"))}`;
                return [arn, `${arn}/?*`];
            },
        }),
    expected: `expected a Deny of s3:* on the bucket and its objects ${DENIED}`,
};

/** SNS: what brings messages in, as its documentation shows it; no other action carries any. */
export const TOPIC_GUARD: Guard = {
    gap: (props) =>
        plainHttpGap(documentAt(props, "policy"), {
            actions: ["sns:Publish"],
            resources: () => [String(textOf(props, "arn"))],
        }),
    expected: `expected a Deny of sns:Publish ${DENIED}`,
};

/** SQS: every action. */
export const QUEUE_GUARD: Guard = {
    gap: (props) =>
        plainHttpGap(documentAt(props, "policy"), {
            actions: ["sqs:?*"],
            resources: () => {
                const url = textOf(props, isSet(props, "queueUrl") ? "queueUrl" : "url");
                return queueArn(String(url));
            },
        }),
    expected: `expected a Deny of sqs:* ${DENIED}`,
};

/** EFS: mounting, without which a client can do nothing else. */
export const FILE_SYSTEM_GUARD: Guard = {
    gap: (props) => plainMountGap(documentAt(props, "policy")),
    expected: `expected a Deny of elasticfilesystem:ClientMount ${DENIED}`,
};

/** Resources that a guard is about, and the resources that hold policies for them. */
interface Owners {
    readonly guard: Guard;
    readonly owners: readonly string[];
    readonly policies: readonly string[];
    /** Property by which a policy names its owner. */
    readonly property: string;
}

/** Reports each owner that has no policy resource and no policy in itself that denies plain HTTP. */
export function reportUnguarded(subject: StackSubject, kind: Owners): void {
    const { stack, report, ifKnown } = subject;
    const policies = stack.refer(kind.policies, kind.property, kind.owners);
    for (const owner of stack.ofType(...kind.owners)) {
        // Those are judged by themselves, before they are made.
        if (policies.to(owner).length > 0) continue;
        ifKnown(owner, () => {
            let found = "has no policy";
            if (!isLeftToAws(owner, "policy") && isFilled(owner.props, "policy")) {
                const gap = kind.guard.gap(owner.props);
                if (gap === undefined) return;
                found = `policy ${gap}`;
            }
            // Any of these may be the one that is missing: it cannot be read, which says so.
            for (const { props } of policies.unresolved) textOf(props, kind.property);
            report(owner, `${found}, ${kind.guard.expected}`);
        });
    }
}

const QUEUE_URL = /^https?:\/\/[^/]*?\b([a-z]{2}(?:-[a-z]+)+-\d+)\b[^/]*\/(\d{12}\/[^/]+)$/;

/** The ARN of the queue behind a URL, alone in a list; `undefined` where the URL has none of AWS's forms. */
function queueArn(url: string): readonly string[] | undefined {
    const [, region, path] = QUEUE_URL.exec(url) ?? [];
    return path === undefined
        ? undefined
        : [`arn:aws:sqs:${String(region)}:${path.replace("/", ":")}`];
}
