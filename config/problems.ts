/** One thing that is wrong in a stack file. */
export interface Problem {
    /** Where, as the stack file writes it: `bastion.trustedNetworks[1].cidr`. */
    readonly path: string;
    readonly found: string;
    readonly expected: string;
}

/** Collects everything that is wrong, so that one run tells it all. */
export class Problems {
    private readonly collected: Problem[] = [];

    /** Adds a problem; `found` and `expected` complete the sentence `path: found …, expected …`. */
    add(path: string, found: string, expected: string): void {
        this.collected.push({ path, found, expected });
    }

    /** Whether something is wrong at exactly this place. */
    has(path: string): boolean {
        return this.collected.some((problem) => problem.path === path);
    }

    /** All problems by path; list positions count as numbers, so that [2] stands before [10]. */
    sorted(): readonly Problem[] {
        return [...this.collected].sort((a, b) => compareText(sortKey(a), sortKey(b)));
    }
}

/** Every problem of a stack file in one error. */
export class ConfigError extends Error {
    /** Pulumi's mark for errors that are shown without a stack trace; its RunError carries the same. */
    readonly __pulumiRunError = true;

    constructor(
        stack: string,
        readonly problems: readonly Problem[],
    ) {
        const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
        const lines = problems.map((p) => `  ${p.path}: found ${p.found}, expected ${p.expected}`);
        super([`configuration of stack "${stack}" has ${count}:`, ...lines].join("\n"));
        this.name = "ConfigError";
    }
}

/** What was found, as a person recognises it: text in quotes, long values shortened. */
export function shown(value: unknown): string {
    if (value === undefined) return "nothing";
    if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
    if (typeof value === "object" && value !== null) return "a group of keys";
    const text = JSON.stringify(value);
    return text.length > 100 ? `${text.slice(0, 97)}…"` : text;
}

function sortKey(problem: Problem): string {
    const path = problem.path.replace(/\[(\d+)\]/g, (_, n: string) => `[${n.padStart(6, "0")}]`);
    return [path, problem.expected, problem.found].join("\u0000");
}

// Not localeCompare: the order must not depend on the machine's language.
function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
