import type { Policy } from "../lib/policy";
import { listenerHttps } from "./listener-https";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [listenerHttps];
