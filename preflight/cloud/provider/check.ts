import type { Props } from "../../values";
import type { ProviderRequest } from "../simulation";
import type { ClassShape } from "../shapes/shapes";
import { providerInput } from "./context";
import { autoName } from "./names";
import { allTags } from "./tags";

/**
 * The part of a provider's Check that policies see. For AWS: `region` on every regional resource, `tagsAll`, the name of
 * what the program leaves unnamed, and JSON for documents that are given as objects.
 */
export function checkInputs(request: ProviderRequest, shape: ClassShape | undefined): Props {
    const inputs: Props = { ...request.inputs };
    if (shape === undefined || shape.component) return inputs;
    if (request.type.startsWith("aws:")) {
        if (shape.args.has("region") && inputs.region === undefined) {
            const region = providerInput(request.provider, "region");
            if (region !== undefined) inputs.region = region;
        }
        if (shape.args.has("tags") && shape.outputs.has("tagsAll")) {
            inputs.tagsAll = allTags(inputs.tags, request.provider);
        }
    }
    const name = autoName({ ...request, inputs }, shape);
    if (name !== undefined) inputs[name.key] = name.value;
    return inputs;
}
