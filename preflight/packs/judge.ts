import { type Graph, type Resource, rootUrn } from "../engine/graph";
import type { PackEvidence } from "../report/evidence";
import type { Analysis, Pack, PolicyInfo } from "./pack";
import { narrow, type Selection } from "./selection";
import { analyzed, Subjects } from "./subjects";
import { order, Tally } from "./tally";

/** How a run is judged. */
export type JudgeOptions = Selection;

/** A graph's resources in the order that `PolicyEvidence.passed` counts: by URN. */
export function inEvidenceOrder(graph: Graph): readonly Resource[] {
    return [...graph.resources].sort((a, b) => order(a.urn, b.urn));
}

/**
 * Judges what a program made: every resource by its inputs in the order of registration, then the stack by its outputs.
 * @param packs loaded for this stack; their order makes no difference
 * @returns evidence by pack and policy name; `passed` are indexes into `inEvidenceOrder(graph)`
 * @throws {SelectionError} when `options` name a policy that no pack has
 */
export async function judge(
    graph: Graph,
    packs: readonly Pack[],
    options: JudgeOptions = {},
): Promise<PackEvidence[]> {
    await narrow(packs, options);
    const run = new Run(graph);
    // Packs in processes of their own work side by side; those in this one share its working directory.
    const isolated = Promise.allSettled(
        packs.filter((pack) => !pack.inProcess).map((pack) => run.judge(pack)),
    );
    const inProcess = await run
        .judgeInTurn(packs.filter((pack) => pack.inProcess))
        .finally(() => isolated);
    const evidence = [...inProcess];
    for (const outcome of await isolated) {
        if (outcome.status === "rejected") throw outcome.reason;
        evidence.push(outcome.value);
    }
    return evidence
        .filter((pack) => pack.policies.length > 0)
        .sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

/** What packs are asked about one graph; the same for all of them. */
class Run {
    readonly #resources: readonly Resource[];
    readonly #urns: readonly string[];
    readonly #index: ReadonlyMap<string, number>;
    readonly #subjects: Subjects;
    readonly #root: string;
    readonly #inputs: readonly ReturnType<Subjects["byInputs"]>[];
    readonly #known: ReadonlySet<string>;

    constructor(graph: Graph) {
        this.#root = rootUrn(graph.project, graph.stack);
        this.#resources = analyzed(graph);
        this.#urns = inEvidenceOrder(graph).map((resource) => resource.urn);
        this.#index = new Map(this.#urns.map((urn, index) => [urn, index]));
        this.#indexOf(this.#root);
        this.#subjects = new Subjects(graph);
        this.#inputs = this.#resources.map((resource) => this.#subjects.byInputs(resource));
        this.#known = new Set(this.#resources.map((resource) => resource.urn));
    }

    #indexOf(urn: string): number {
        const index = this.#index.get(urn);
        if (index === undefined)
            throw new Error(`graph: found no ${urn}, expected every resource and the stack's`);
        return index;
    }

    async judgeInTurn(packs: readonly Pack[]): Promise<PackEvidence[]> {
        const evidence: PackEvidence[] = [];
        const cwd = process.cwd();
        try {
            for (const pack of packs) {
                process.chdir(pack.dir);
                evidence.push(await this.judge(pack));
            }
        } finally {
            process.chdir(cwd);
        }
        return evidence;
    }

    async judge(pack: Pack): Promise<PackEvidence> {
        const enabled = pack.info.policies.filter((policy) => policy.enforcement !== "disabled");
        const tallies = new Tallies(enabled, this.#urns.length);
        if (enabled.some((policy) => policy.kind === "resource"))
            await this.#judgeResources(pack, tallies);
        if (enabled.some((policy) => policy.kind === "stack"))
            await this.#judgeStack(pack, tallies);
        const candidates = this.#resources
            .map((resource) => this.#indexOf(resource.urn))
            .sort((a, b) => a - b);
        const root = [this.#indexOf(this.#root)];
        return {
            name: pack.info.name,
            version: pack.info.version,
            policies: tallies
                .all()
                .map((tally) =>
                    tally.evidence(this.#urns, tally.policy.kind === "stack" ? root : candidates),
                ),
        };
    }

    async #judgeResources(pack: Pack, tallies: Tallies): Promise<void> {
        for (const subject of this.#inputs) {
            const analysis = await pack.analyze(subject);
            // The engine ignores the URN that a resource policy's violation may name (step_generator.go).
            tallies.take(analysis, this.#indexOf(subject.urn), () => subject.urn);
        }
    }

    async #judgeStack(pack: Pack, tallies: Tallies): Promise<void> {
        // The engine's order is that of a concurrent map; by URN, what a policy reports comes in one order.
        const subjects = this.#resources
            .map((resource) => this.#subjects.byOutputs(resource))
            .sort((a, b) => order(a.urn, b.urn));
        const analysis = await pack.analyzeStack(subjects);
        tallies.take(analysis, this.#indexOf(this.#root), (named) =>
            this.#known.has(named) ? named : this.#root,
        );
    }
}

/** The tallies of a pack's policies. */
class Tallies {
    readonly #byName: Map<string, Tally>;

    constructor(
        policies: readonly PolicyInfo[],
        readonly resources: number,
    ) {
        this.#byName = new Map(
            policies.map((policy) => [policy.name, new Tally(policy, resources)]),
        );
    }

    /** Books an answer. @param place the URN a violation belongs to, by the one it names */
    take(analysis: Analysis, index: number, place: (named: string) => string): void {
        for (const entry of analysis.notApplicable)
            this.#byName.get(entry.policy)?.skip(index, entry);
        for (const diagnostic of analysis.diagnostics) {
            this.#named(diagnostic.policy, diagnostic.enforcement).report(
                place(diagnostic.urn),
                diagnostic,
            );
        }
        for (const { policy, message } of analysis.broken)
            this.#named(policy, "mandatory").breaks(place(""), message);
    }

    all(): Tally[] {
        return [...this.#byName.values()].sort((a, b) => order(a.policy.name, b.policy.name));
    }

    /** A violation may carry another policy's name (the object form of reportViolation), even one that nobody declared. */
    #named(name: string, enforcement: PolicyInfo["enforcement"]): Tally {
        let tally = this.#byName.get(name);
        if (!tally) {
            const policy = {
                name,
                kind: "stack",
                title: name,
                description: "",
                remediation: "",
                enforcement,
                tags: [],
            } as const;
            this.#byName.set(name, (tally = new Tally(policy, this.resources)));
        }
        return tally;
    }
}
