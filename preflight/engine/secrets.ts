import { secret, type Props } from "../values";

/** Marks the named outputs as secret; names of outputs that are not there are ignored. */
export function markSecret(outputs: Props, names: readonly string[]): Props {
    const present = names.filter((name) => name in outputs);
    if (present.length === 0) return outputs;
    return {
        ...outputs,
        ...Object.fromEntries(present.map((name) => [name, secret(outputs[name])])),
    };
}
