import { SECRET, SIGNATURE, isMarked, isObject, secret, type Props } from "../../values";

/**
 * Marks outputs as secret where the input of the same place is one, as the engine does for plugins
 * that lose the mark. Source: annotateSecrets in Pulumi's provider_plugin.go.
 */
export function annotateSecrets(outputs: Props, inputs: Props): Props {
    const annotated: Props = {};
    for (const key of Object.keys(outputs)) annotated[key] = annotate(outputs[key], inputs[key]);
    return annotated;
}

function annotate(output: unknown, input: unknown): unknown {
    if (isMarked(input, SECRET)) return secret(output);
    if (Array.isArray(input) && Array.isArray(output)) {
        return output.map((element, index) => annotate(element, input[index]));
    }
    if (isPlain(input) && isPlain(output)) return annotateSecrets(output, input);
    return output;
}

function isPlain(value: unknown): value is Props {
    return isObject(value) && !(SIGNATURE in value);
}
