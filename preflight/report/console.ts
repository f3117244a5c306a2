import { createColors } from "picocolors";
import type {
    Finding,
    PackEvidence,
    PolicyEvidence,
    ResourceEvidence,
    RunEvidence,
} from "./evidence";
import type { ReportOptions } from "./format";
import { resourceTree } from "./resource-tree";
import { blocks, compare, exitStatus, summarize } from "./results";

type Colors = ReturnType<typeof createColors>;

const MARK = { fail: "✗", error: "!", "not-evaluated": "?", excepted: "~", pass: "✓" } as const;
const ORDER = { fail: 0, error: 1, "not-evaluated": 2, excepted: 3, pass: 4 } as const;

/** The report for a person at a terminal: per stack the packs with their policies, failures first. */
export function* consoleReport(
    runs: readonly RunEvidence[],
    { verbose, color }: ReportOptions,
): Generator<string> {
    const paint = createColors(color);
    for (const run of runs) {
        const header = `${run.project} / ${run.stack}`;
        yield `\n${paint.bold(header)}  ${origin(run)}, ${run.resources.length} resources\n`;
        if (verbose) yield* resourceTree(run.resources);
        const resources = new Map(run.resources.map((resource) => [resource.urn, resource]));
        for (const pack of run.packs) yield* packSection(run, pack, resources, paint);
        yield* exceptionSection(run, paint);
        yield* noteSection(run, paint, verbose);
        yield summaryLine(run, paint);
    }
}

function origin({ source, mode, violationsOnly }: RunEvidence): string {
    if (source === "preflight") return `mode ${mode}`;
    return violationsOnly
        ? "Pulumi's engine about the deployed state"
        : `Pulumi's engine, mode ${mode}`;
}

function* packSection(
    run: RunEvidence,
    pack: PackEvidence,
    resources: ReadonlyMap<string, ResourceEvidence>,
    paint: Colors,
): Generator<string> {
    yield `\n${paint.bold(pack.name)} ${paint.dim(pack.version)}\n`;
    const policies = [...pack.policies].sort(
        (a, b) => ORDER[worst(a)] - ORDER[worst(b)] || compare(a.name, b.name),
    );
    for (const policy of policies) {
        yield policyLine(run, policy, paint);
        const findings = [...policy.findings].sort(
            (a, b) => ORDER[a.verdict] - ORDER[b.verdict] || compare(a.urn, b.urn),
        );
        for (const finding of findings) {
            yield* findingLines(run, policy, finding, resources.get(finding.urn), paint);
        }
        if (findings.some((finding) => finding.verdict === "fail") && policy.remediation !== "") {
            yield `      ${paint.cyan("remedy:")} ${policy.remediation}\n`;
        }
    }
}

/** The worst verdict of a policy; `pass` also where it met no resource. */
function worst(policy: PolicyEvidence): keyof typeof ORDER {
    return policy.findings.reduce<keyof typeof ORDER>(
        (so_far, { verdict }) => (ORDER[verdict] < ORDER[so_far] ? verdict : so_far),
        "pass",
    );
}

function policyLine(run: RunEvidence, policy: PolicyEvidence, paint: Colors): string {
    const verdict = worst(policy);
    const isSilent = policy.findings.length === 0 && policy.passed.length === 0;
    const counts = run.violationsOnly || isSilent ? [] : [`${policy.passed.length} passed`];
    if (isSilent) counts.push(run.violationsOnly ? "no violation reported" : "nothing to judge");
    for (const kind of ["fail", "error", "not-evaluated", "excepted"] as const) {
        const count = policy.findings.filter((finding) => finding.verdict === kind).length;
        if (count > 0) counts.push(`${count} ${kind === "fail" ? "failed" : kind}`);
    }
    const skipped = policy.notApplicable.reduce((sum, { count }) => sum + count, 0);
    if (skipped > 0) counts.push(`${skipped} not applicable`);
    const id = policy.control === undefined ? "" : ` ${paint.dim(policy.control)}`;
    const level =
        policy.enforcement === "mandatory" ? "" : ` ${paint.dim(`(${policy.enforcement})`)}`;
    return `  ${isSilent ? paint.dim("·") : mark(verdict, paint)} ${policy.name}${id}${level}  ${paint.dim(counts.join(", "))}\n`;
}

function* findingLines(
    run: RunEvidence,
    policy: PolicyEvidence,
    finding: Finding,
    resource: ResourceEvidence | undefined,
    paint: Colors,
): Generator<string> {
    const what =
        resource === undefined ? finding.urn : `${resource.name} ${paint.dim(resource.type)}`;
    const place = resource?.source
        ? paint.dim(` ${resource.source.file}:${resource.source.line}`)
        : "";
    const level = finding.verdict === "fail" && !blocks(run, policy, finding) ? " (advisory)" : "";
    const until = finding.expires === undefined ? "" : ` until ${finding.expires}`;
    yield `      ${mark(finding.verdict, paint)} ${what}${place}${level}${until}\n`;
    for (const message of finding.messages) {
        for (const line of message.split("\n")) yield `          ${line}\n`;
    }
}

function mark(verdict: keyof typeof MARK, paint: Colors): string {
    const paints = {
        fail: paint.red,
        error: paint.magenta,
        "not-evaluated": paint.yellow,
        excepted: paint.yellow,
        pass: paint.green,
    };
    return paints[verdict](MARK[verdict]);
}

function* exceptionSection(run: RunEvidence, paint: Colors): Generator<string> {
    if (run.exceptions.length === 0) return;
    yield `\n${paint.bold("exceptions")}\n`;
    for (const { policy, urn, reason, approver, expires, state } of run.exceptions) {
        const shown = state === "used" ? state : paint.yellow(state);
        yield `  ${shown} ${policy} on ${urn} until ${expires}: ${reason} (${approver})\n`;
    }
}

function* noteSection(run: RunEvidence, paint: Colors, verbose: boolean): Generator<string> {
    if (run.notes.length === 0) return;
    yield `\n${paint.bold("notes")}\n`;
    const shown = verbose ? run.notes : run.notes.slice(0, 20);
    for (const { kind, urn, message } of shown) {
        yield `  ${paint.dim(kind)} ${message}${urn === undefined ? "" : paint.dim(` ${urn}`)}\n`;
    }
    if (shown.length < run.notes.length) {
        yield `  ${paint.dim(`… ${run.notes.length - shown.length} more with --verbose`)}\n`;
    }
}

function summaryLine(run: RunEvidence, paint: Colors): string {
    const { resources, policies, ...counts } = summarize(run);
    const parts = [
        ...(counts.pass === undefined ? [] : [`${counts.pass} passed`]),
        `${counts.fail} failed`,
        `${counts.excepted} excepted`,
        `${counts["not-evaluated"]} not evaluated`,
        `${counts.error} errors`,
    ];
    const clean = run.violationsOnly
        ? paint.green("has no mandatory violation reported")
        : paint.green("conforms");
    const verdict = exitStatus(run) === 0 ? clean : paint.red("does not conform");
    const seconds = (run.durationMs / 1000).toFixed(1);
    return `\n${paint.bold(run.stack)} ${verdict}: ${resources} resources, ${policies} policies: ${parts.join(", ")} (${seconds} s)\n`;
}
