import { unwrap } from "../../values";
import type { ClassShape } from "../shapes/shapes";
import type { Change, ChangeRequest } from "../simulation";
import { changedKeys, sameValue } from "./comparison";
import { isNamed, nameKey } from "./names";
import { replacingKeys } from "./replacing";

/** Inputs of a resource that was imported and that nobody has described yet: whatever is said then is how it is. */
export const IMPORTED = "__imported";

/** The provider's Diff. */
export function changeOf(request: ChangeRequest, shape: ClassShape | undefined): Change {
    const { type, inputs, oldInputs } = request;
    const changed = changedKeys(oldInputs, inputs);
    const replaces =
        IMPORTED in oldInputs ? [] : replacingKeys(type, changed, oldInputs, inputs, shape);
    const key = nameKey(type);
    return {
        changed,
        replaces,
        deleteBeforeReplace:
            replaces.length > 0 &&
            shape !== undefined &&
            isNamed(request, shape) &&
            sameValue(unwrap(inputs[key]), unwrap(oldInputs[key])),
    };
}
