import type { Note } from "../engine/graph";
import { nameOf, typeOf } from "../engine/urn";
import type { ResourceEvidence } from "../report/evidence";
import { regionOf } from "../report/region";
import type { PackName, Remediated, Said, Step, Summary } from "./event";
import { PackRecord } from "./pack-record";

/** A resource as an operation's steps show it. */
interface Stepped {
    readonly evidence: ResourceEvidence;
    /** The program manages it, so every pack is asked about it; what it only reads is not analyzed. */
    readonly managed: boolean;
}

/** Steps after which no resource has the URN; after `delete-replaced` its successor has it. */
const GONE = new Set(["delete", "discard"]);

/** What the engine said in one operation: a preview, an update, an analysis. */
export class Operation {
    /** Set by the operation's last event. */
    summary: Summary | undefined;
    /** The engine has begun to work on resources. */
    begun = false;
    /** Nothing of this operation follows. */
    ended = false;
    readonly errors: string[] = [];
    readonly remediations: Remediated[] = [];
    readonly #packs = new Map<string, PackRecord>();
    readonly #resources = new Map<string, Stepped>();
    readonly #shown = new Set<string>();
    readonly #unknown = new Map<string, number>();

    /** @param place where its first event stands, `file:line` @param startedAt seconds since 1970 */
    constructor(
        readonly place: string,
        readonly startedAt: number,
    ) {}

    /** Whether it has said nothing about its work. */
    get silent(): boolean {
        return (
            this.summary === undefined &&
            !this.begun &&
            this.resources.length === 0 &&
            this.#shown.size === 0
        );
    }

    /** Takes what an event says. */
    take(said: Said): void {
        switch (said.kind) {
            case "violation":
                this.#pack(said.pack).violated(said);
                break;
            case "shown":
                this.#shown.add(said.urn);
                this.#pack(said.pack).shown(said);
                break;
            case "judged":
                this.#pack(said.pack).judged(said);
                break;
            case "stack-judged":
                this.#pack(said.pack).stackJudged(said);
                break;
            case "remediated":
                if (said.changed.length > 0) this.remediations.push(said);
                break;
            case "step":
                this.#step(said);
                break;
            case "summary":
                this.summary = said;
                // A pack without a word is one, too.
                for (const [name, version] of said.packs) this.#pack({ name, version });
                break;
            case "prelude":
                this.begun = true;
                break;
            case "end":
                this.ended = true;
                break;
            case "error":
                this.errors.push(said.message);
                break;
            case "unknown":
                this.#unknown.set(said.name, (this.#unknown.get(said.name) ?? 0) + 1);
                break;
            case "other":
        }
    }

    #pack({ name, version }: PackName): PackRecord {
        let record = this.#packs.get(name);
        if (record === undefined) this.#packs.set(name, (record = new PackRecord(name, version)));
        return record;
    }

    #step({ op, urn, type, replaced, after }: Step): void {
        if (GONE.has(op) && !replaced) this.#resources.delete(urn);
        // A refresh shows what the state holds, which the program may not have any more.
        if (after === undefined || op === "refresh") return;
        const region = regionOf(after.inputs);
        const evidence = {
            urn,
            type,
            name: nameOf(urn),
            parent: after.parent,
            provider: after.provider,
            ...(region === undefined ? {} : { region }),
        };
        const managed = !after.external && !op.startsWith("read");
        this.#resources.set(urn, { evidence, managed });
    }

    /** Packs, in no order. */
    get packs(): readonly PackRecord[] {
        return [...this.#packs.values()];
    }

    /** Resources that every pack is asked about: those that the program manages, and their providers. */
    get analyzed(): readonly string[] {
        const managed = [...this.#resources].filter(([, { managed }]) => managed);
        const all = new Set([...managed.map(([urn]) => urn), ...this.#shown]);
        for (const pack of this.#packs.values()) for (const urn of pack.subjects) all.add(urn);
        return [...all];
    }

    /**
     * Every resource that the events show. Of one that the engine refused before its first step, and of default providers,
     * whose steps the CLI does not print, only the URN is known.
     */
    get resources(): readonly ResourceEvidence[] {
        const all = new Map([...this.#resources].map(([urn, { evidence }]) => [urn, evidence]));
        for (const pack of this.#packs.values()) {
            for (const urn of [...pack.subjects, ...pack.violations.map((said) => said.urn)]) {
                if (all.has(urn)) continue;
                all.set(urn, {
                    urn,
                    type: typeOf(urn),
                    name: nameOf(urn),
                    parent: "",
                    provider: "",
                });
            }
        }
        return [...all.values()];
    }

    /** Events whose meaning is not known. */
    get notes(): readonly Note[] {
        return [...this.#unknown].map(([name, count]) => ({
            kind: "unknown-event",
            message: `${name} (${count} times) is an event that preflight does not know; what it says is not in this report`,
        }));
    }
}
