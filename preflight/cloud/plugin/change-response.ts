import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Props } from "../../values";
import type { Change } from "../simulation";

const { Kind } = proto.PropertyDiff;

/** A change in the engine's words, property by property, so that it can show each. */
export function answerChange(
    { oldInputs, inputs }: { readonly oldInputs: Props; readonly inputs: Props },
    { changed, replaces, deleteBeforeReplace }: Change,
): proto.DiffResponse {
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const response = new proto.DiffResponse()
        .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
        .setDiffsList([...changed])
        .setReplacesList([...replaces])
        .setDeletebeforereplace(deleteBeforeReplace)
        .setHasdetaileddiff(changed.length > 0);
    for (const key of changed) {
        const isReplacing = replaces.includes(key);
        const kind = !(key in oldInputs)
            ? [Kind.ADD, Kind.ADD_REPLACE]
            : !(key in inputs)
              ? [Kind.DELETE, Kind.DELETE_REPLACE]
              : [Kind.UPDATE, Kind.UPDATE_REPLACE];
        const difference = new proto.PropertyDiff()
            .setKind(kind[isReplacing ? 1 : 0] ?? Kind.UPDATE)
            .setInputdiff(true);
        response.getDetaileddiffMap().set(key, difference);
    }
    return response;
}
