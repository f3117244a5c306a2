import type { Mode } from "./graph";

/** Everything that is needed to run a program; plain data, since it crosses into another process. */
export interface RunOptions {
    /** Folder of Pulumi.yaml. */
    readonly dir: string;
    /** `main` of Pulumi.yaml. */
    readonly main?: string;
    readonly project: string;
    readonly stack: string;
    /** @defaultValue `organization` */
    readonly organization?: string;
    readonly mode: Mode;
    /** `namespace:key` → value; structured values as JSON. */
    readonly config: Readonly<Record<string, string>>;
    readonly secretConfigKeys?: readonly string[];
    /** Seconds after which the program is ended. @defaultValue 300 */
    readonly timeout?: number;
    /** Variables for the program beside those of this process. */
    readonly env?: Readonly<Record<string, string>>;
}

/** How far a run has come. */
export interface Progress {
    readonly resources: number;
    /** URN of the last resource. */
    readonly last: string;
}
