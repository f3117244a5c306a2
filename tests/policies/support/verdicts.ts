import assert from "node:assert/strict";
import type { Policy } from "../../../policies/lib/policy";
import { judge, urnOf, type Fixture } from "./judge";

/**
 * Everything that a policy says, in its order: `fail: …`, `not-evaluated: …` or `not-applicable: …`, behind the resource's name
 * where it is one of several. Nothing: it passes.
 */
export async function verdicts(
    policy: Policy,
    fixture: Fixture | readonly Fixture[],
): Promise<readonly string[]> {
    const { diagnostics, notApplicable } = await judge(policy, fixture);
    const all = [fixture].flat();
    return [
        ...diagnostics.map(({ verdict, message, urn }) => {
            const name = all.find((each) => urnOf(each) === urn)?.name ?? urn;
            return name === undefined ? `${verdict}: ${message}` : `${name} ${verdict}: ${message}`;
        }),
        ...notApplicable.map((reason) => `not-applicable: ${reason}`),
    ];
}

type Props = Readonly<Record<string, unknown>>;

/** The policy of one resource, with every word it has to say. */
export interface Verdicts {
    /** It says nothing. */
    readonly accepts: (props: Props, type?: string) => Promise<void>;
    /** It fails with these messages, and says nothing else. */
    readonly reports: (props: Props, messages: readonly string[], type?: string) => Promise<void>;
    /** It fails with some messages, and cannot evaluate parts for others. */
    readonly cannotEvaluate: (
        props: Props,
        messages: readonly string[],
        failures?: readonly string[],
        type?: string,
    ) => Promise<void>;
    /** The resource is none of its business. */
    readonly excludes: (props: Props, reason: string, type?: string) => Promise<void>;
}

/** Assertions about a policy on single resources of a type. */
export function verdictsOf(policy: Policy, ofType: string): Verdicts {
    async function expect(
        type: string,
        props: Props,
        failed: readonly string[],
        open: readonly string[],
        notApplicable: readonly string[],
    ): Promise<void> {
        assert.deepEqual(await judge(policy, { type, props }), {
            diagnostics: [
                ...failed.map((message) => ({ verdict: "fail", message, level: "mandatory" })),
                ...open.map((message) => ({
                    verdict: "not-evaluated",
                    message,
                    level: "advisory",
                })),
            ],
            notApplicable,
        });
    }
    return {
        accepts: (props, type = ofType) => expect(type, props, [], [], []),
        reports: (props, messages, type = ofType) => expect(type, props, messages, [], []),
        cannotEvaluate: (props, messages, failures = [], type = ofType) =>
            expect(type, props, failures, messages, []),
        excludes: (props, reason, type = ofType) => expect(type, props, [], [], [reason]),
    };
}
