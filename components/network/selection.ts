/**
 * The subnet with this block. App and internal subnets come mixed in one list of private ones: their blocks tell them
 * apart whatever order the awsx provider makes them in.
 * @throws {Error} when no subnet has the block
 */
export function withBlock<T>(
    subnets: readonly T[],
    blocks: readonly (string | undefined)[],
    block: string,
): T {
    const subnet = subnets[blocks.indexOf(block)];
    if (subnet !== undefined) return subnet;
    throw new Error(`network: found subnets "${blocks.join(", ")}", expected one with ${block}`);
}

/**
 * One element of a list whose length the program knows before AWS does.
 * @throws {Error} for a list of another length
 */
export function element<T>(list: readonly T[], index: number, count: number): T {
    const found = list[index];
    if (found !== undefined && list.length === count) return found;
    throw new Error(`network: found ${String(list.length)} resources, expected ${String(count)}`);
}
