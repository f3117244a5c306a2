import type { SourcePosition } from "./graph";

/** Why a program could not be judged. */
export type ProgramErrorKind =
    | "threw"
    | "registration-failed"
    | "missing-configuration"
    | "hung"
    | "timed-out"
    | "exited"
    | "killed"
    | "empty"
    | "not-loadable"
    | "unsupported"
    /** Not the program, but the packs that were to judge it. */
    | "packs-unusable";

/** A program failure in a form that crosses process boundaries. */
export interface ProgramFailure {
    readonly kind: ProgramErrorKind;
    readonly message: string;
    /** The user's line that caused it. */
    readonly place?: SourcePosition;
    /** More for the reader: the stack in the user's code, pending resources, further errors. */
    readonly detail?: string;
}

/** The program cannot be judged, and why, with the place in the user's code where that is known. Exit status 1. */
export class ProgramError extends Error {
    public override readonly name = "ProgramError";
    public readonly kind: ProgramErrorKind;
    public readonly place: SourcePosition | undefined;
    public readonly detail: string | undefined;

    constructor(failure: ProgramFailure) {
        super(failure.message);
        this.kind = failure.kind;
        this.place = failure.place;
        this.detail = failure.detail;
    }

    /** The plain form, for another process. */
    public toFailure(): ProgramFailure {
        return {
            kind: this.kind,
            message: this.message,
            ...(this.place === undefined ? {} : { place: this.place }),
            ...(this.detail === undefined ? {} : { detail: this.detail }),
        };
    }
}
