import { containsUnknown, type Props, UNKNOWN } from "../../values";
import type { Shapes } from "../shapes/shapes";
import type { ChangeRequest } from "../simulation";
import { sameValue } from "./comparison";
import { createResource } from "./create";

/**
 * The provider's Update. What the cloud computed stays as it is; where the change leads to another value, that one is
 * taken, and in a preview it is unknown as long as an input is.
 */
export function updateResource(request: ChangeRequest, shapes: Shapes, account: string): Props {
    const { id, inputs, oldInputs, oldOutputs, preview } = request;
    const made = (from: Props): Props =>
        createResource({ ...request, inputs: from, preview: false }, shapes, account, id).outputs;
    const before = made(oldInputs);
    const after = made(inputs);
    const isOpen = preview && containsUnknown(inputs);
    const outputs: Props = {};
    for (const key of Object.keys(oldOutputs)) {
        if (!(key in oldInputs) && !(key in before)) outputs[key] = oldOutputs[key];
    }
    for (const key of Object.keys(after)) {
        if (key in inputs) outputs[key] = inputs[key];
        else if (key in oldOutputs && key in before && sameValue(before[key], after[key]))
            outputs[key] = oldOutputs[key];
        else outputs[key] = isOpen ? UNKNOWN : after[key];
    }
    return outputs;
}
