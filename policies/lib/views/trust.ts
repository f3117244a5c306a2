import type { PolicyResource } from "@pulumi/policy";
import { textOf } from "../properties";
import type { StackIndex } from "../stack-index";
import { valueIfKnown } from "../unknown-value";
import { documentAt, type Principal, type Statement } from "./policy-document";
import { holds } from "./text-sets";

const ROLE = "aws:iam/role:Role";

/** What lets somebody become a role; the other actions of a trust policy only add to it. */
const ASSUMING = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"];

const ANYBODY: Principal = { kind: "AWS", id: "*" };

/** Hosts that vouch for programs, not for people: pipelines, clusters, tools that deploy. */
const WORKLOADS = [
    /^token\.actions\.githubusercontent\.com/,
    /^gitlab\.com$/,
    /^api\.bitbucket\.org\//,
    /^oidc\.circleci\.com\//,
    /^agent\.buildkite\.com$/,
    /^vstoken\.dev\.azure\.com\//,
    /^app\.terraform\.io$/,
    /^api\.pulumi\.com\/oidc$/,
    /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com\//,
];

/**
 * Whether people can assume a role: its trust policy admits an account, a user, a role that is not itself out of people's reach, or
 * people whom an identity provider vouches for. Services of AWS are no people, nor are pipelines and clusters. Throws while the
 * trust policy is not known yet.
 */
export function isForPeople(stack: StackIndex, role: PolicyResource): boolean {
    return reaches(stack, role, new Set());
}

function reaches(
    stack: StackIndex,
    role: PolicyResource,
    seen: ReadonlySet<PolicyResource>,
): boolean {
    // Roles that admit only each other are assumed by nobody.
    if (seen.has(role)) return false;
    const document = documentAt(role.props, "assumeRolePolicy") ?? { statements: [] };
    // AWS takes no such document; until it is mended, it may admit anybody.
    if (document.problem !== undefined) return true;
    return document.statements.flatMap(admitted).some((principal) => {
        const { kind, id } = principal;
        if (kind === "Service") return false;
        if (kind === "Federated") return !isWorkload(id);
        const other = stack
            .ofType(ROLE)
            .find(({ props }) => valueIfKnown(() => textOf(props, "arn")) === id);
        if (other !== undefined) return reaches(stack, other, new Set([...seen, role]));
        return !id.includes(":role/aws-service-role/");
    });
}

/** Whom a statement of a trust policy lets become the role. */
function admitted({ effect, actions, principals }: Statement): readonly Principal[] {
    const lets = effect === "Allow" && ASSUMING.some((action) => holds(actions, action));
    if (!lets || principals === undefined) return [];
    return principals.everybody || principals.isNegated ? [ANYBODY] : principals.named;
}

/** @param provider ARN of an identity provider, or the host of one that AWS knows by itself */
function isWorkload(provider: string): boolean {
    const host = provider.replace(/^.*:oidc-provider\//, "");
    return WORKLOADS.some((workload) => workload.test(host));
}
