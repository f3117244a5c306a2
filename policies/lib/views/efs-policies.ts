import type { Context } from "./policy-conditions";
import type { PolicyDocument, Statement } from "./policy-document";
import { findAllowed } from "./policy-questions";
import { patternOf } from "./text-sets";

const PLAIN_TEXT: Context = new Map([["aws:securetransport", false]]);
const ALL = { patterns: [patternOf("*")] };
const EVERYWHERE = { surely: ALL, possibly: ALL };

/**
 * What is wrong with a file system's policy that should refuse mounts in plain text, as what goes on after the property's name;
 * `undefined` when nothing is. A policy takes the place of EFS's default, which lets everybody mount: what it does not allow is
 * refused. Roles and users that it names sign their requests, for which EFS wants TLS anyway; it is the others that matter.
 *
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function plainMountGap(document: PolicyDocument | undefined): string | undefined {
    if (document === undefined) return "is not set";
    if (document.problem !== undefined) return document.problem;
    // A file system's policy is about that file system, however it is written.
    const statements = document.statements.map((each) => ({ ...each, resources: EVERYWHERE }));
    const request = findAllowed(
        { allowed: statements.filter(isToAnybody), denied: statements, boundary: undefined },
        {
            actions: ["elasticfilesystem:ClientMount"],
            resources: ["*"],
            from: "everybody",
            context: PLAIN_TEXT,
        },
    );
    return request && "lets clients mount in plain text";
}

function isToAnybody({ principals }: Statement): boolean {
    return principals !== undefined && principals.everybody !== principals.isNegated;
}
