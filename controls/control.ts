import type { PromiseId } from "./promises";

/** What must be so for promises to hold. Ids are `AREA-NN` and never reused. */
export type Control = Checked | Explained;

interface ControlText {
    readonly id: string;
    /** One sentence that states the compliant state. */
    readonly title: string;
    /** The promises that would be broken otherwise. */
    readonly promises: readonly [PromiseId, ...PromiseId[]];
}

interface Checked extends ControlText {
    /** `automated`: a policy checks all of it. `planned`: nothing checks it yet. */
    readonly status: "automated" | "planned";
}

interface Explained extends ControlText {
    /** `partial`: a policy checks some of it. `manual`: no machine can. */
    readonly status: "partial" | "manual";
    /** What is not checked, and who sees to it. */
    readonly why: string;
}
