import { listenerHttps } from "./listener-https";
import type { Policy } from "../lib/policy";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [listenerHttps];
