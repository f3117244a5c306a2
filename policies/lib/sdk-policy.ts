import type {
    Policy as SdkMetadata,
    ResourceValidation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import type { Grants } from "./exceptions";
import { Findings } from "./findings";
import type { Policy, Report, ResourcePolicy, Scope, StackPolicy, StackSubject } from "./policy";
import { StackIndex } from "./stack-index";

/** Turns a policy into what `@pulumi/policy` runs. */
export function toSdkPolicy(
    policy: Policy,
    grants: Grants,
): ResourceValidationPolicy | StackValidationPolicy {
    const metadata: SdkMetadata = {
        name: policy.name,
        displayName: policy.title,
        description: policy.why,
        remediationSteps: policy.remediation,
        severity: policy.severity,
        enforcementLevel: policy.enforcement ?? "mandatory",
        tags: [`control:${policy.control}`, ...policy.frameworks],
        url: `docs/policies/${policy.name}.md`,
    };
    return policy.kind === "resource"
        ? { ...metadata, validateResource: resourceValidation(policy, grants) }
        : { ...metadata, validateStack: stackValidation(policy, grants) };
}

function resourceValidation(policy: ResourcePolicy, grants: Grants): ResourceValidation {
    // Made once: a resource has as many policies that are not about it as there are policies.
    const covers = coverage(policy.scope);
    const reason = otherType(policy.scope);
    const validate: ResourceValidation = (args, reportViolation) => {
        if (!covers(args.type)) args.notApplicable(reason);
        const findings = new Findings(args.urn);
        const nothing = findings.runWhole(() => check(policy, args, findings));
        if (nothing !== undefined) args.notApplicable(nothing);
        findings.deliver(policy.name, grants, reportViolation);
    };
    // The SDK's fast path: with this mark it does not even deserialise resources of other types.
    return policy.scope.kind === "types" && policy.scope.tokens.length === 1
        ? Object.assign(validate, { __pulumiType: policy.scope.tokens[0] })
        : validate;
}

function check(policy: ResourcePolicy, args: ResourceValidationArgs, findings: Findings): unknown {
    const { type, name, urn, props } = args;
    // What an asynchronous check returns is seen where checks run.
    const decide: (...decision: Parameters<typeof policy.check>) => unknown = policy.check;
    const report: Report = (message) => {
        findings.violation(message);
    };
    return decide(props, report, {
        type,
        name,
        urn,
        notApplicable: (reason) => findings.notApplicable(reason),
        ifKnown: (part) => {
            findings.run(part);
        },
    });
}

function stackValidation(
    policy: StackPolicy,
    grants: Grants,
): StackValidationPolicy["validateStack"] {
    const types = policy.resourceTypes;
    const validate: StackValidationPolicy["validateStack"] = (args, reportViolation) => {
        if (types !== undefined && !args.resources.some(({ type }) => types.includes(type))) {
            args.notApplicable(otherTypes(types));
        }
        const stack = new StackIndex(args.resources);
        const findings = new Findings(stack.rootUrn);
        // What an asynchronous check returns is seen where checks run.
        const decide: (subject: StackSubject) => unknown = policy.check;
        const reason = findings.runWhole(() =>
            decide({
                stack,
                report: (resource, message) => {
                    findings.violation(message, resource.urn);
                },
                reportStack: (message) => {
                    findings.violation(message);
                },
                ifKnown: (resource, part) => {
                    findings.run(part, resource.urn);
                },
                notApplicable: (why) => findings.notApplicable(why),
            }),
        );
        if (reason !== undefined) args.notApplicable(reason);
        findings.deliver(policy.name, grants, reportViolation);
    };
    return types?.length === 1 ? Object.assign(validate, { __pulumiType: types[0] }) : validate;
}

function coverage(scope: Scope): (type: string) => boolean {
    if (scope.kind === "prefix") return (type) => type.startsWith(scope.prefix);
    const tokens = new Set(scope.tokens);
    return (type) => tokens.has(type);
}

function otherType(scope: Scope): string {
    return otherTypes(scope.kind === "types" ? scope.tokens : [`${scope.prefix}*`]);
}

/** So many types are named; it is said for every resource of another type. */
const NAMED = 4;

/** The SDK's own sentence, by which a report tells other types from real exclusions. */
function otherTypes(types: readonly string[]): string {
    const named = types.slice(0, NAMED).map((type) => `'${type}'`);
    const others = types.length - named.length;
    const list = others === 0 ? named : [...named, `${others} others`];
    return `Policy only applies to resources of type ${list.join(" or ")}`;
}
