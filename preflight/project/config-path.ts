import { isObject } from "../values";

/** A step of a path: a key of a map or an index of a list. */
export type Step = string | number;

/**
 * Parses a property path as the CLI writes it: `a.b[0]`, `a["key.with.dots"]`.
 * @returns undefined when the text is not a path
 */
export function parsePath(text: string): Step[] | undefined {
    const steps: Step[] = [];
    const step = /(?:^|\.)([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;
    while (step.lastIndex < text.length) {
        const match = step.exec(text);
        if (!match) return undefined;
        const [, name, index, quoted] = match;
        if (name === "__proto__" || quoted === "__proto__") return undefined; // would write to every object
        steps.push(
            name ?? (index === undefined ? (quoted ?? "").replace(/\\(.)/g, "$1") : Number(index)),
        );
    }
    return steps.length > 0 ? steps : undefined;
}

/**
 * Sets a value inside the structured value of a key, as `pulumi config set --path` does: `true`, `false` and
 * numbers become values of their type.
 * @param qualified `namespace:path`
 * @param problems gets what cannot be set
 */
export function setAtPath(
    config: Map<string, unknown>,
    qualified: string,
    text: string,
    problems: string[],
): void {
    const colon = qualified.indexOf(":") + 1;
    const steps = parsePath(qualified.slice(colon));
    const [first, ...rest] = steps ?? [];
    if (typeof first !== "string") {
        problems.push(
            `--config-path ${qualified.slice(colon)}: found no path, expected a form like a.b[0]`,
        );
        return;
    }
    const key = qualified.slice(0, colon) + first;
    const root = { value: structuredClone(config.get(key)) };
    let holder: Record<Step, unknown> = root;
    let at: Step = "value";
    for (const step of rest) {
        const next = holder[at] ?? (typeof step === "number" ? [] : {});
        const fits =
            typeof step === "number" ? Array.isArray(next) && step <= next.length : isObject(next);
        if (!fits) {
            const expected =
                typeof step === "number" ? `a list with at least ${step} elements` : "a map";
            problems.push(
                `--config-path ${qualified.slice(colon)}: found ${JSON.stringify(next)} before "${step}", expected ${expected}`,
            );
            return;
        }
        holder[at] = next;
        holder = next as Record<Step, unknown>;
        at = step;
    }
    holder[at] = rest.length > 0 ? typed(text) : text;
    config.set(key, root.value);
}

function typed(text: string): unknown {
    if (text === "true" || text === "false") return text === "true";
    return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}
