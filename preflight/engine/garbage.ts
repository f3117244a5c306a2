import { memoryUsage } from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of heap from which a collection is worth half a second. */
const LARGE = 400 * 1024 * 1024;

/**
 * Gives back what a large program left behind, before anything else needs memory: with 10,000 resources most of a
 * gigabyte of promises, which V8 would keep while the packs fill another half.
 * @param limit bytes of heap in use below which nothing is done
 * @returns whether there was a collection
 */
export function collectGarbage(limit = LARGE): boolean {
    if (memoryUsage().heapUsed < limit) return false;
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
    return true;
}
