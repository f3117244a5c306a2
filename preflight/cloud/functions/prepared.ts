import type { Props } from "../../values";
import type { ProviderConfig } from "../simulation";
import type { Subject } from "../aws/template";
import { ACCOUNT_FUNCTIONS } from "./account";
import { MACHINE_FUNCTIONS } from "./machines";
import { NETWORK_FUNCTIONS } from "./network";
import { SERVICE_FUNCTIONS } from "./services";

/** A call with everything that an answer may depend on. */
export interface Call extends Subject {
    readonly args: Props;
    readonly provider: ProviderConfig | undefined;
}

/** Answers of prepared functions: patterns and values, or what to compute; properties left out come from the declaration. */
export type Answer =
    Readonly<Record<string, unknown>> | ((call: Call) => Readonly<Record<string, unknown>>);

/** Function token → answer. */
export const PREPARED_FUNCTIONS: Readonly<Record<string, Answer>> = {
    ...ACCOUNT_FUNCTIONS,
    ...MACHINE_FUNCTIONS,
    ...NETWORK_FUNCTIONS,
    ...SERVICE_FUNCTIONS,
};
