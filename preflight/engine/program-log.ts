/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Engine } from "./engine";
import type { Message, Sdk } from "./sdk";

/** Keeps what a program logs as warnings and errors through Pulumi, and passes everything on to standard error. */
export function collectLog(sdk: Sdk, engine: Engine): void {
    const log = sdk.load("log");
    for (const [level, kind] of [
        ["warn", "program-warning"],
        ["error", "program-error"],
    ] as const) {
        const original = log[level] as (...args: unknown[]) => Promise<void>;
        log[level] = (message: string, resource?: Message, ...rest: unknown[]): Promise<void> => {
            const urn = resource?.urn?.promise() as Promise<string> | undefined;
            if (urn === undefined) engine.note({ kind, message });
            else
                void urn.then((known) => {
                    engine.note({ kind, urn: known, message });
                });
            return original(message, resource, ...rest);
        };
    }
}
