/**
 * Thrown where every value is known and yet does not say whether a resource is as it should be: AWS's choice changes with time,
 * or the answer is kept outside the stack. It ends a part of a check as a value does that is not known yet: not evaluated. The
 * message says what is missing, then what is expected.
 */
export class Undecided extends Error {}
