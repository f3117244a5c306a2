import { type AddressRange, isWiderThan, mergeRanges, spaceOf } from "./address-ranges";

/** The widest range that can be a trusted network of AppSonic's, by prefix length (P-10). */
const WIDEST = { public: { 4: 24, 6: 56 }, private: { 4: 20, 6: 56 } } as const;

/** Completes "expected …". */
export const NARROW_RANGES =
    "public networks of /24 or narrower, private ones of /20, IPv6 ones of /56";

/** Whether a range is wider than a trusted network can be. Local addresses are nobody's network. */
export function isTooWideForSsh(range: AddressRange): boolean {
    const space = spaceOf(range);
    return space !== "local" && isWiderThan(range, WIDEST[space][range.ipVersion]);
}

/** What ranges add up to where that is too wide, though each of them is narrow enough. */
export function wideSums(ranges: readonly AddressRange[]): readonly AddressRange[] {
    return mergeRanges(ranges.filter((range) => !isTooWideForSsh(range))).filter(isTooWideForSsh);
}
