import { capitals, hex, number, uuid } from "../identity";
import type { Place } from "../provider/context";
import { known } from "../provider/context";
import { type Props, unwrap } from "../../values";

/** What a resource's simulated values are made of. */
export interface Subject extends Place {
    /** What makes its ids its own: the URN, or a function's token and arguments. */
    readonly seed: string;
    /** Physical name, else the resource's own. */
    readonly name: string;
    readonly inputs: Props;
    /** The physical id, once it is decided. */
    readonly id: string;
}

/**
 * Fills a pattern such as `arn:{partition}:sqs:{region}:{account}:{name}`. Beside the fields of the subject there are
 * `{hex17}`, `{caps13}`, `{digits12}` (so many characters derived from the seed), `{uuid}`, and any property that the
 * program set (`{bucket}`).
 */
export function fill(pattern: string, subject: Subject): string {
    return pattern.replace(/\{(\w+)\}/g, (_, key: string) => value(key, subject));
}

function value(key: string, subject: Subject): string {
    switch (key) {
        case "partition":
        case "region":
        case "account":
        case "suffix":
        case "name":
        case "id":
            return subject[key];
        case "uuid":
            return uuid(subject.seed);
    }
    const [, kind, length] = /^(hex|caps|digits)(\d+)$/.exec(key) ?? [];
    const size = Number(length);
    if (kind === "hex") return hex(subject.seed, size);
    if (kind === "caps") return capitals(subject.seed, size);
    if (kind === "digits") return digits(subject.seed, size);
    const input = unwrap(subject.inputs[key]);
    return known(input) ?? (typeof input === "number" ? String(input) : subject.name);
}

function digits(seed: string, length: number): string {
    let text = "";
    while (text.length < length)
        text += String(number(`${seed} ${text.length}`, 1_000_000)).padStart(6, "0");
    return text.slice(0, length);
}
