import type { ReportViolation } from "@pulumi/policy";
import {
    encodeCheckFailed,
    encodeExcepted,
    encodeNotEvaluated,
} from "../../controls/verdict-encoding";
import type { Grants } from "./exceptions";
import { Undecided } from "./undecided";
import { isUnknownValue, pathOf } from "./unknown-value";

/** One thing that a check has to say about a resource. */
interface Finding {
    readonly kind: "violation" | "not-evaluated" | "check-failed";
    readonly message: string;
    readonly urn: string;
}

const ORDER: readonly Finding["kind"][] = ["violation", "check-failed", "not-evaluated"];

/** Thrown by `notApplicable`, which ends a check. */
class NotApplicable extends Error {}

/** Gathers what one run of a check says, then reports it in a stable order. */
export class Findings {
    private readonly findings = new Map<string, Finding>();

    /** @param subject URN of what is judged when a check names nothing else */
    constructor(private readonly subject: string) {}

    /** Something is not as it should be. */
    violation(message: string, urn = this.subject): void {
        this.add({ kind: "violation", message, urn });
    }

    /** Ends the check: there is nothing to judge. @throws {Error} always */
    notApplicable(reason: string): never {
        if (this.findings.size > 0) throw new Error("notApplicable called after a report");
        throw new NotApplicable(reason);
    }

    /**
     * Runs a check, or a part of one. A value that is not known yet, a question that the values do not answer and a bug end the
     * part and become findings of their own; what was found before stays.
     */
    run(part: () => unknown, urn = this.subject): void {
        try {
            if (part() instanceof Promise) throw new TypeError("the check is asynchronous");
        } catch (error) {
            if (error instanceof NotApplicable) throw error;
            if (isUnknownValue(error)) {
                this.add({
                    kind: "not-evaluated",
                    message: `${pathOf(error)} is not known yet`,
                    urn,
                });
            } else if (error instanceof Undecided) {
                this.add({ kind: "not-evaluated", message: error.message, urn });
            } else {
                this.add({ kind: "check-failed", message: describeBug(error), urn });
            }
        }
    }

    /** `run` for a whole check, which may turn out not to be applicable. @returns the reason, if it did */
    runWhole(check: () => unknown): string | undefined {
        try {
            this.run(check);
            return undefined;
        } catch (error) {
            // `run` lets nothing else through.
            return (error as NotApplicable).message;
        }
    }

    /** Hands everything over to the SDK, exceptions applied. */
    deliver(policy: string, grants: Grants, reportViolation: ReportViolation): void {
        for (const [, { kind, message, urn }] of [...this.findings].sort(byKey)) {
            // The SDK and the engine fill in the resource, or the stack, that was analyzed.
            const elsewhere = urn === this.subject ? undefined : urn;
            const reportAs = (
                enforcementLevel: "advisory" | "mandatory",
                encoded: string,
            ): void => {
                // At run time the SDK also takes an object with a level of its own (since 1.20); its types do not say so.
                const violation = { message: encoded, urn: elsewhere, enforcementLevel };
                reportViolation(violation as unknown as string);
            };
            if (kind === "not-evaluated") reportAs("advisory", encodeNotEvaluated(message));
            else if (kind === "check-failed") reportAs("mandatory", encodeCheckFailed(message));
            else {
                const granted = grants.exceptions.find((e) => e.policy === policy && e.urn === urn);
                if (granted === undefined) reportViolation(message, elsewhere);
                else if (grants.today <= granted.expires) {
                    reportAs("advisory", encodeExcepted(granted.expires, message));
                } else {
                    const ended = `the exception that ${granted.approver} granted ended on ${granted.expires}`;
                    reportViolation(`${message}; ${ended}`, elsewhere);
                }
            }
        }
    }

    private add(finding: Finding): void {
        const { urn, kind, message } = finding;
        // The key tells findings apart and is their order.
        this.findings.set(`${urn}\0${String(ORDER.indexOf(kind))}\0${message}`, finding);
    }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
    return a < b ? -1 : 1;
}

/** A parser's error quotes what it read, which may be a secret: of that kind only the name is told. */
function describeBug(error: unknown): string {
    if (error instanceof SyntaxError) return "SyntaxError in a value";
    return error instanceof Error
        ? `${error.name}: ${error.message}`
        : "something that is no Error was thrown";
}
