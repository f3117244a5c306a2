/**
 * How verdicts travel through Pulumi's pack protocol, which knows violations and "not applicable" only.
 * The policies encode, preflight decodes; both use this file and nothing else
 * (docs/decisions/0002-how-verdicts-travel.md).
 */

const EXCEPTED = /^excepted until (\d{4}-\d{2}-\d{2}): /;
const NOT_EVALUATED = "not evaluated: ";
const CHECK_FAILED = "check failed: ";
/** The SDK's own words when a policy of any pack touches a value that is not known yet. */
const SDK_UNKNOWN = /^can't run policy '.*' from policy pack '.*' during preview: /;

/** Message of a deviation that is granted until and including a day (`YYYY-MM-DD`). */
export function encodeExcepted(expires: string, message: string): string {
    return `excepted until ${expires}: ${message}`;
}

/** Message of a check that needs a value which is not known yet. */
export function encodeNotEvaluated(message: string): string {
    return `${NOT_EVALUATED}${message}`;
}

/** Message of a check that broke. */
export function encodeCheckFailed(message: string): string {
    return `${CHECK_FAILED}${message}`;
}

/** A decoded message. */
export interface Decoded {
    readonly verdict: "fail" | "excepted" | "not-evaluated" | "error";
    readonly message: string;
    /** Last day of the exception, for `excepted`. */
    readonly expires?: string;
}

/**
 * Reads a diagnostic back into a verdict.
 * @param message the diagnostic's message, without the policy's description that the SDK puts before it
 */
export function decodeMessage(message: string): Decoded {
    const expires = EXCEPTED.exec(message);
    if (expires) {
        return {
            verdict: "excepted",
            message: message.slice(expires[0].length),
            expires: expires[1],
        };
    }
    if (message.startsWith(NOT_EVALUATED)) {
        return { verdict: "not-evaluated", message: message.slice(NOT_EVALUATED.length) };
    }
    if (SDK_UNKNOWN.test(message)) {
        return { verdict: "not-evaluated", message: message.replace(SDK_UNKNOWN, "") };
    }
    if (message.startsWith(CHECK_FAILED)) {
        return { verdict: "error", message: message.slice(CHECK_FAILED.length) };
    }
    return { verdict: "fail", message };
}
