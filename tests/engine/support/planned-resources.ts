import type { EngineEvent } from "./engine";
import type { Props } from "../../../preflight/values";
import { stated, veiled, type StatedResources } from "./stated-resources";

/** A resource as an event shows it (apitype.StepEventStateMetadata). */
interface EventState {
    readonly type: string;
    readonly urn: string;
    readonly custom?: boolean;
    readonly id: string;
    readonly parent: string;
    readonly protect?: boolean;
    readonly external?: boolean;
    readonly retainOnDelete?: boolean;
    readonly inputs: Readonly<Record<string, unknown>> | null;
    readonly outputs: Readonly<Record<string, unknown>> | null;
    readonly provider: string;
}

interface StepEvent {
    readonly metadata: {
        readonly op: string;
        readonly urn: string;
        readonly new: EventState | null;
        readonly old: EventState | null;
    };
}

/** What an operation would make, as its events tell: nothing of dependencies, and of secrets only that they are. */
export function fromEvents(events: readonly EngineEvent[]): StatedResources {
    const planned = new Map<string, ReturnType<typeof stated>>();
    for (const event of events) {
        const { metadata } = (event["resOutputsEvent"] ?? {}) as Partial<StepEvent>;
        if (metadata?.new === undefined || metadata.new === null) continue;
        const { inputs, outputs, ...rest } = metadata.new;
        planned.set(
            metadata.urn,
            stated({
                ...rest,
                inputs: veiled(inputs ?? {}) as Props,
                outputs: veiled(outputs ?? {}) as Props,
                id: "",
            }),
        );
    }
    return planned;
}

/** What becomes of each resource: `create`, `update`, `replace`, `delete`, `read`, `same`. */
export function stepsIn(events: readonly EngineEvent[]): ReadonlyMap<string, string> {
    const steps = new Map<string, string>();
    for (const event of events) {
        const { metadata } = (event["resourcePreEvent"] ?? {}) as Partial<StepEvent>;
        if (metadata === undefined) continue;
        // A replacement is three steps, which come in either order.
        const op = /replace/.test(metadata.op) ? "replace" : metadata.op;
        steps.set(metadata.urn, op);
    }
    return steps;
}

/** URN → the other URN under which the engine found the resource in the state. */
export function matchedAliases(events: readonly EngineEvent[]): ReadonlyMap<string, string> {
    const matched = new Map<string, string>();
    for (const event of events) {
        const { metadata } = (event["resourcePreEvent"] ?? {}) as Partial<StepEvent>;
        const old = metadata?.old?.urn;
        if (metadata !== undefined && old !== undefined && old !== metadata.urn)
            matched.set(metadata.urn, old);
    }
    return matched;
}
