/** A policy document as a resource holds it: text. */
export function parsed(json: unknown): unknown {
    return JSON.parse(json as string) as unknown;
}

/** Statements of a policy document. */
export function statements(json: unknown): readonly Record<string, unknown>[] {
    return (parsed(json) as { Statement: Record<string, unknown>[] }).Statement;
}
