import { checkStack } from "./checks";
import { derive, notesOn } from "./derive";
import { ownKeys } from "./foreign-keys";
import { freezeDeeply } from "./freeze";
import { isName, NAME_EXPECTED } from "./names";
import { ConfigError, Problems } from "./problems";
import { type StackSettings, stackSettings } from "./stack";
import type { PlatformConfig } from "./types";

/** What a stack file does not say itself. */
export interface ParseContext {
    /** Name of the stack. */
    readonly stack: string;
    /** The day (UTC) that decides what has expired, `YYYY-MM-DD`. */
    readonly today: string;
}

/** A sound configuration and what somebody should look at. */
export interface ParsedConfig {
    /** Deeply frozen. */
    readonly config: PlatformConfig;
    /** Expired keys, reviews that are due; a sentence each. */
    readonly notes: readonly string[];
}

/**
 * Checks what a stack file says. Keys of this program come without namespace, others with theirs (`aws:region`).
 * @throws {ConfigError} with every problem, sorted by path
 */
export function parseConfig(
    raw: Readonly<Record<string, unknown>>,
    { stack, today }: ParseContext,
): ParsedConfig {
    const problems = new Problems();
    if (!isName(stack)) problems.add("stack", `"${stack}"`, NAME_EXPECTED);
    const draft = stackSettings({ path: "", value: ownKeys(raw, problems), problems });
    if (draft !== undefined) checkStack(draft, { stack, today }, problems);
    const found = problems.sorted();
    if (found.length > 0) throw new ConfigError(stack, found);
    // Without a problem nothing is missing: the draft is complete.
    const settings = draft as StackSettings;
    const config = derive(stack, today, settings);
    return freezeDeeply({ config, notes: notesOn(today, settings) });
}
