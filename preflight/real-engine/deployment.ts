import type { Note } from "../engine/graph";
import { isProviderType, STACK_TYPE } from "../engine/urn";
import type { RunEvidence } from "../report/evidence";
import { sortedNotes } from "../report/notes";
import { exitStatus } from "../report/results";
import { UsageError } from "../usage-error";
import type { Summary } from "./event";
import type { Operation } from "./operation";
import { saidErrors } from "./operations";
import { type ReportContext, runEvidence } from "./run-evidence";

/**
 * What a deployment's events prove about one operation.
 * @throws {UsageError} when policies were not asked about everything, unless what they did say blocks already
 */
export function deploymentRun(operation: Operation, context: ReportContext): RunEvidence {
    const summary = operation.summary;
    if (summary === undefined) throw new Error(`${operation.place}: the operation has no summary`);
    refuseUnjudged(operation);
    const gaps = gapsOf(operation);
    const run = runEvidence(
        {
            operation,
            place: operation.place,
            mode: summary.preview ? "preview" : "up",
            resources: operation.resources,
            durationMs: summary.seconds * 1000,
            notes: [
                ...NOTES,
                ...gaps.map((message) => ({ kind: "incomplete", message })),
                ...withoutParent(operation),
            ],
            violationsOnly: false,
            secrets: [],
        },
        context,
    );
    if (exitStatus(run) === 2) return run;
    if (gaps.length > 0)
        throw new UsageError([
            ...gaps.map((gap) => `${operation.place}: ${gap}`),
            ...saidErrors(operation.errors),
        ]);
    return withOutcome(run, summary);
}

const NOTES: readonly Note[] = [
    {
        kind: "engine",
        message:
            "verdicts are those of Pulumi's engine; its events do not say which policies did not apply to a resource, nor why",
    },
];

/** @throws {UsageError} when there is nothing to report, or not all of it */
function refuseUnjudged(operation: Operation): void {
    const { place, packs, begun } = operation;
    const refuse = (found: string, expected: string): never => {
        throw new UsageError([`${place}: found ${found}, expected ${expected}`]);
    };
    const asked = packs.filter((pack) => pack.subjects.size > 0);
    if (!begun && packs.length > 0 && asked.length === 0)
        refuse(
            "what `pulumi policy analyze --json` writes",
            "a deployment's events: --analysis and --state take the other",
        );
    if (!begun) refuse("no preludeEvent", "every event of an operation, not a part of them");
    if (packs.length === 0)
        refuse(
            "an operation that no policy pack judged",
            "events of `pulumi preview` or `pulumi up` with --policy-pack",
        );
    for (const pack of packs) {
        const missing = pack.missingViolations();
        if (missing.length > 0)
            refuse(
                `no policyEvent of ${pack.name} for what it calls failed: ${some(missing)}`,
                "every event of the operation",
            );
    }
}

/** What the packs were not asked about, in the order in which a reader wants to know. */
function gapsOf({ packs, analyzed, summary }: Operation): string[] {
    const result = summary?.result ? ` (${outcome(summary.result)})` : "";
    return packs.flatMap((pack) => {
        if (pack.subjects.size === 0)
            return [
                `found no policyAnalyzeSummaryEvent of pack ${pack.name}, expected one a resource: Pulumi writes them since 3.198${result}`,
            ];
        const unasked = analyzed.filter((urn) => !pack.subjects.has(urn));
        return [
            ...(unasked.length > 0
                ? [
                      `pack ${pack.name} was not asked about ${some(unasked)}, expected every resource: not with --target or --exclude, nor with events left out`,
                  ]
                : []),
            ...(pack.askedAboutStack
                ? []
                : [
                      `pack ${pack.name} was not asked about the stack as a whole, expected a policyAnalyzeStackSummaryEvent: the engine asks when every step has succeeded${result}`,
                  ]),
        ];
    });
}

function some(names: readonly string[]): string {
    const more = names.length - 5;
    return `${names.slice(0, 5).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Of a resource that was refused before its first step, events tell neither parent nor provider. */
function withoutParent({ resources }: Operation): Note[] {
    return resources
        .filter(
            ({ urn, type, parent }) =>
                parent === "" &&
                type !== STACK_TYPE &&
                !(isProviderType(type) && /::default(_[^:]*)?$/.test(urn)),
        )
        .map(({ urn }) => ({
            kind: "no-step",
            urn,
            message:
                "the engine took no step on this resource; its parent and provider are not in its events",
        }));
}

function outcome(result: string): string {
    return `the operation ${result === "canceled" ? "was canceled" : result}`;
}

/** Says that the operation ended badly though nothing that was judged says why. */
function withOutcome(run: RunEvidence, { result }: Summary): RunEvidence {
    if (result === "" || result === "succeeded") return run;
    const message = `the engine says that ${outcome(result)}; the policies had judged all of it, and none of them stopped it`;
    return { ...run, notes: sortedNotes([...run.notes, { kind: "operation-failed", message }]) };
}
