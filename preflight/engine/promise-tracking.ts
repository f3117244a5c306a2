/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Sdk } from "./sdk";

/** Names of the resources that a run still waits for. */
export type WaitingFor = () => readonly string[];

/**
 * Replaces the SDK's own bookkeeping of promises, which formats a stack for each and costs more than all else
 * with thousands of resources, by one that remembers only whose URN is not known yet.
 * @returns names of the resources that wait, at any moment
 */
export function trackPromises(sdk: Sdk): WaitingFor {
    const debuggable = sdk.load("runtime/debuggable");
    const waiting = new Set<string>();
    debuggable.debuggablePromise = <T>(promise: Promise<T>, context?: unknown): Promise<T> => {
        const label = resourceLabel(context);
        if (label !== undefined) {
            waiting.add(label);
            const resolved = (): void => void waiting.delete(label);
            promise.then(resolved, resolved);
        }
        return promise;
    };
    return () => [...waiting];
}

/** `name (type)` of `resolveURN(resource:name[type])`. */
function resourceLabel(context: unknown): string | undefined {
    if (typeof context !== "string" || !context.startsWith("resolveURN(resource:"))
        return undefined;
    const [, name, type] = /^resolveURN\(resource:(.*)\[(.*)\](?:#.*)?\)$/.exec(context) ?? [];
    return name === undefined || type === undefined ? undefined : `${name} (${type})`;
}
