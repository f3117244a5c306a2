/** URNs without duplicates, sorted: the order in which an SDK collects them means nothing. */
export function sortedUrns(urns: Iterable<string>): readonly string[] {
    return [...new Set(urns)].filter((urn) => urn !== "").sort();
}

/** Property → URNs, each sorted; properties that depend on nothing are left out. */
export function sortedDependencies(
    dependencies: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
    const sorted: Record<string, readonly string[]> = {};
    for (const [property, urns] of Object.entries(dependencies)) {
        if (urns.length > 0) sorted[property] = sortedUrns(urns);
    }
    return sorted;
}
