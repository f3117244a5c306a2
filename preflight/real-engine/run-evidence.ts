import type { Exception } from "../../controls/exceptions";
import { type Mode, type Note, rootUrn } from "../engine/graph";
import { order } from "../packs/tally";
import type { PackEvidence, ResourceEvidence, RunEvidence } from "../report/evidence";
import { exceptionEvidence } from "../report/exceptions";
import { sortedNotes } from "../report/notes";
import { redactPacks, redactor } from "../report/redact";
import { UsageError } from "../usage-error";
import { stackOf } from "./fields";
import type { KnownPacks } from "./known-packs";
import type { Operation } from "./operation";
import type { PackRecord } from "./pack-record";

/** What a report says beside what the engine said. */
export interface ReportContext {
    readonly known: KnownPacks;
    readonly exceptions: readonly Exception[];
    /** `YYYY-MM-DD` for expiries; default: the day of the operation. */
    readonly date?: string;
}

/** A run, as far as its source tells. */
export interface Stated {
    readonly operation: Operation;
    /** File, or file and line, that names the resources. */
    readonly place: string;
    readonly mode: Mode;
    readonly resources: readonly ResourceEvidence[];
    readonly durationMs: number;
    readonly notes: readonly Note[];
    /** An analysis: passes are not listed, and what a policy would change stays as it is. */
    readonly violationsOnly: boolean;
    /** Texts that must not get into the report. */
    readonly secrets: readonly string[];
}

/**
 * A run in the report's model.
 * @throws {UsageError} when its resources are not all of one stack
 */
export function runEvidence(stated: Stated, context: ReportContext): RunEvidence {
    const { operation, violationsOnly } = stated;
    const resources = [...stated.resources].sort((a, b) => order(a.urn, b.urn));
    const { project, stack } = theStack(resources, stated.place);
    const urns = resources.map((resource) => resource.urn);
    const root = rootUrn(project, stack);
    const redact = redactor(stated.secrets);
    const records = [...operation.packs].sort((a, b) => order(a.name, b.name));
    const packs = redactPacks(
        records.map((pack) => {
            const known = context.known.get(pack.name);
            // Of an analysis the reader wants to see what was not violated, too; a deployment's events name it.
            return pack.evidence({ urns, root }, known, violationsOnly ? pack.unnamed(known) : []);
        }),
        redact,
    );
    const startedAt = new Date(operation.startedAt * 1000).toISOString();
    const today = context.date ?? startedAt.slice(0, 10);
    const notes = [
        ...stated.notes,
        ...operation.remediations.map(({ urn, policy, changed }) => ({
            kind: "remediated",
            urn,
            message: `${policy} ${violationsOnly ? "would change" : "changed"} ${changed.join(", ")}`,
        })),
        ...operation.notes,
        ...records.flatMap((pack) => packNotes(pack, context.known, violationsOnly)),
        ...ungranted(packs, stack, context.exceptions),
    ];
    return {
        project,
        stack,
        mode: stated.mode,
        source: "engine",
        startedAt,
        durationMs: stated.durationMs,
        ...(violationsOnly ? { violationsOnly: true as const } : {}),
        packs,
        resources,
        exceptions: exceptionEvidence(context.exceptions, stack, packs, new Set(urns), today),
        notes: sortedNotes(notes.map((note) => ({ ...note, message: redact(note.message) }))),
    };
}

function theStack(
    resources: readonly ResourceEvidence[],
    place: string,
): { readonly project: string; readonly stack: string } {
    const found = new Map(
        resources.map(({ urn }) => {
            const of = stackOf(urn);
            return [`${of.project}/${of.stack}`, of];
        }),
    );
    const [only] = found.values();
    if (only !== undefined && found.size === 1) return only;
    const shown = [...found.keys()].join(", ") || "no resource";
    throw new UsageError([`${place}: found ${shown}, expected the resources of one stack`]);
}

/** What the descriptions of a pack cannot say for certain. */
function packNotes(pack: PackRecord, known: KnownPacks, violationsOnly: boolean): Note[] {
    const info = known.get(pack.name);
    const named = `${pack.name} ${pack.version}`;
    if (info === undefined) {
        const message = `${named}: nothing but names is known of its policies, and their level is taken for mandatory where no violation shows it; --policy-pack names the pack's folder`;
        return [{ kind: "unknown-pack", message }];
    }
    if (info.version !== pack.version) {
        const message = `${named}: titles, controls and remedies are those of version ${info.version}`;
        return [{ kind: "other-version", message }];
    }
    const unnamed = violationsOnly ? pack.unnamed(info) : [];
    if (unnamed.length === 0) return [];
    const message = `${named}: which policies were asked is not in the file; those without a violation are listed as this version has them here: ${unnamed.join(", ")}`;
    return [{ kind: "unnamed-policies", message }];
}

/** Deviations that the engine took for excepted and that are granted nowhere here. */
function ungranted(
    packs: readonly PackEvidence[],
    stack: string,
    exceptions: readonly Exception[],
): Note[] {
    const granted = new Set(
        exceptions
            .filter((exception) => exception.stack === stack)
            .map(({ policy, urn }) => `${policy} ${urn}`),
    );
    return packs.flatMap(({ policies }) =>
        policies.flatMap(({ name, findings }) =>
            findings
                .filter(
                    ({ verdict, urn }) => verdict === "excepted" && !granted.has(`${name} ${urn}`),
                )
                .map(({ urn, expires }) => ({
                    kind: "ungranted-exception",
                    urn,
                    message: `${name} was excepted until ${expires ?? "a day"} by an exception that is not granted here`,
                })),
        ),
    );
}
