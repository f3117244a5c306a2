/**
 * Type → the properties that AWS cannot change in what exists, separated by spaces, as the AWS provider declares them
 * (`ForceNew`, `RequiresReplace`). With `a|b` either is stated, and a change from one to the other replaces. `region` is
 * not said: nothing moves to another one.
 */
export type Replacing = Readonly<Record<string, string>>;
