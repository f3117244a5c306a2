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
    const validate: ResourceValidation = (args, reportViolation) => {
        if (!covers(policy.scope, args.type)) args.notApplicable(otherType(policy.scope));
        const findings = new Findings(args.urn);
        const reason = findings.runWhole(() => check(policy, args, findings));
        if (reason !== undefined) args.notApplicable(reason);
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

function covers(scope: Scope, type: string): boolean {
    return scope.kind === "types" ? scope.tokens.includes(type) : type.startsWith(scope.prefix);
}

function otherType(scope: Scope): string {
    return otherTypes(scope.kind === "types" ? scope.tokens : [`${scope.prefix}*`]);
}

/** The SDK's own sentence, by which a report tells other types from real exclusions. */
function otherTypes(types: readonly string[]): string {
    return `Policy only applies to resources of type ${types.map((type) => `'${type}'`).join(" or ")}`;
}
