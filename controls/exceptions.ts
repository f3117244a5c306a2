/** A granted, dated deviation from one policy for one resource of one stack. */
export interface Exception {
    /** Name of the policy, without its pack. */
    readonly policy: string;
    readonly stack: string;
    /** The resource's whole URN; for what a stack policy says about the stack, the URN of the stack. */
    readonly urn: string;
    /** Why this is needed and what makes up for it, at least 20 characters. */
    readonly reason: string;
    /** Who granted it. */
    readonly approver: string;
    /** Last day on which it holds, `YYYY-MM-DD`. */
    readonly expires: string;
}

/** Every exception that is granted today. None is. */
export const exceptions: readonly Exception[] = [];
