import { loadPack, type PackSource } from "../packs";
import { compare } from "../report/results";
import { UsageError } from "../usage-error";

/**
 * Packs and their policies, as text.
 * @throws {UsageError} naming every pack that cannot be loaded
 */
export async function listPacks(sources: readonly PackSource[]): Promise<string> {
    const problems: string[] = [];
    const sections: string[] = [];
    const context = {
        organization: "organization",
        project: "project",
        stack: "stack",
        preview: false,
        config: {},
        secretConfigKeys: [],
        tags: {},
    };
    for (const source of sources) {
        try {
            const pack = await loadPack(source, context);
            const policies = [...pack.info.policies].sort((a, b) => compare(a.name, b.name));
            const lines = policies.map(
                (policy) => `  ${policy.name} (${policy.enforcement})  ${policy.title}`,
            );
            sections.push([`${pack.info.name} ${pack.info.version}`, ...lines].join("\n"));
            await pack.close();
        } catch (error) {
            problems.push(...(error as Error).message.split("\n"));
        }
    }
    if (problems.length > 0) throw new UsageError(problems);
    return `${sections.join("\n\n")}\n`;
}
