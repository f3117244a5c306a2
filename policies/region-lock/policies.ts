import type { Policy } from "../lib/policy";
import { providerRegion } from "./provider-region";
import { resourceRegion } from "./resource-region";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [providerRegion, resourceRegion];
