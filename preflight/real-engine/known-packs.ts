import { loadPack, type PackSource } from "../packs";
import type { PackInfo } from "../packs/pack";
import { UsageError } from "../usage-error";

/** What packs say of themselves: what events leave out (titles, controls, remedies) is taken from there. */
export type KnownPacks = ReadonlyMap<string, PackInfo>;

/**
 * Asks packs for their descriptions; nothing is judged.
 * @throws {UsageError} naming every pack that cannot be loaded
 */
export async function knownPacks(sources: readonly PackSource[]): Promise<KnownPacks> {
    const known = new Map<string, PackInfo>();
    const problems: string[] = [];
    for (const source of sources) {
        try {
            const pack = await loadPack(source, {
                organization: "organization",
                project: "project",
                stack: "stack",
                preview: false,
                config: {},
                secretConfigKeys: [],
                tags: {},
            });
            known.set(pack.info.name, pack.info);
            await pack.close();
        } catch (error) {
            problems.push(...(error as Error).message.split("\n"));
        }
    }
    if (problems.length > 0) throw new UsageError(problems);
    return known;
}
