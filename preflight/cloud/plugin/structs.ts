import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { fromStruct, toStruct } from "../../engine/wire";
import type { Props } from "../../values";

/** Property values of a message; none are an empty bag. */
export function propsOf(struct: Struct | undefined): Props {
    return fromStruct(struct);
}

/** Property values as a message's field. */
export function structOf(props: Props): Struct {
    return toStruct(Struct, props) as Struct;
}
