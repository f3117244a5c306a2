import type { Inputs } from "../policy";
import { isSet } from "../properties";

/**
 * The region that a provider or a resource is declared for; `undefined` when it says nothing. Reading one that is not known
 * yet throws.
 */
export function declaredRegion(props: Inputs): string | undefined {
    const region = isSet(props, "region") ? props["region"] : undefined;
    // Incident Manager's replication set has a list of that name.
    return typeof region === "string" ? region : undefined;
}
