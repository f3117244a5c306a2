import type { Inputs } from "../policy";
import { isSet } from "../properties";

/**
 * The region that a provider or a resource is declared for; `undefined` when it says nothing. Reading one that is not known
 * yet throws.
 */
export function declaredRegion(props: Inputs): string | undefined {
    return isSet(props, "region") ? String(props["region"]) : undefined;
}
