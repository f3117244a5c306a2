import type { Control } from "../../controls/control";
import type { Pack } from "./packs";

/** The parts of the repository that must agree. */
export interface Parts {
    readonly packs: readonly Pack[];
    readonly controls: readonly Control[];
    /** Paths of all files in the repository, with `/`. */
    readonly files: readonly string[];
    /** Whether a file under policies/ defines a policy. */
    readonly definesPolicy: (path: string) => boolean;
}

/**
 * Where policies, their files, tests, pages, lists and controls do not agree: a line each, which names the file and the
 * remedy.
 */
export function parityProblems(parts: Parts): readonly string[] {
    const files = new Set(parts.files);
    return [
        ...parts.packs.flatMap((pack) => packProblems(pack, files)),
        ...parts.files.flatMap((path) => fileProblems(path, parts)),
        ...nameProblems(parts.packs),
        ...controlProblems(parts),
    ];
}

function packProblems(
    { name: pack, policies }: Pack,
    files: ReadonlySet<string>,
): readonly string[] {
    const list = `policies/${pack}/policies.ts`;
    const names = policies.map(({ name }) => name);
    const problems = policies.flatMap(({ name }) => [
        ...need(files, `policies/${pack}/${name}.ts`, `move ${name} into a file of its name`),
        ...need(files, `tests/policies/${pack}/${name}.test.ts`, `write the test of ${name}`),
        ...need(files, `docs/policies/${name}.md`, "run `npm run docs`"),
    ]);
    if (names.length === 0)
        problems.push(`${list}: found no policy, expected one; remove the pack or fill it`);
    const sorted = [...names].sort();
    if (names.join() !== sorted.join()) {
        problems.push(
            `${list}: found ${names.join(", ")}, expected ${sorted.join(", ")}; sort them`,
        );
    }
    return problems;
}

function need(files: ReadonlySet<string>, path: string, remedy: string): readonly string[] {
    return files.has(path) ? [] : [`${path}: found no file, expected one; ${remedy}`];
}

function fileProblems(path: string, { packs, definesPolicy }: Parts): readonly string[] {
    const [, area, pack, file] =
        /^(policies|tests\/policies)\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? [];
    const listed = packs.find(({ name }) => name === pack)?.policies;
    if (listed === undefined || file === undefined) return [];
    const name = file.replace(/\.test$/, "");
    if (listed.some((policy) => policy.name === name)) return [];
    if (area === "policies" && definesPolicy(path)) {
        return [
            `${path}: found a policy that policies/${String(pack)}/policies.ts does not list; add it there`,
        ];
    }
    if (area === "tests/policies" && file !== name) {
        return [
            `${path}: found a test, expected policies/${String(pack)}/${name}.ts; write it or remove the test`,
        ];
    }
    return [];
}

function nameProblems(packs: readonly Pack[]): readonly string[] {
    const places = new Map<string, string[]>();
    for (const { name: pack, policies } of packs) {
        for (const { name } of policies) places.set(name, [...(places.get(name) ?? []), pack]);
    }
    return [...places]
        .filter(([, found]) => found.length > 1)
        .map(
            ([name, found]) =>
                `${name}: found in ${found.join(" and ")}, expected in one pack; rename all but one`,
        );
}

function controlProblems({ packs, controls }: Parts): readonly string[] {
    const policies = packs.flatMap((pack) =>
        pack.policies.map((policy) => ({ pack: pack.name, ...policy })),
    );
    const unknown = policies
        .filter(({ control }) => !controls.some(({ id }) => id === control))
        .map(
            ({ pack, name, control }) =>
                `policies/${pack}/${name}.ts: found control ${control}, expected one of controls/controls.ts; correct or add it`,
        );
    const statuses = controls.flatMap(({ id, status }) => {
        const checks = policies.filter(({ control }) => control === id).map(({ name }) => name);
        const isChecked = status === "automated" || status === "partial";
        if (isChecked && checks.length === 0) {
            return [
                `${id}: found status ${status} but no policy, expected one; write it or say planned`,
            ];
        }
        if (!isChecked && checks.length > 0) {
            return [
                `${id}: found status ${status}, expected automated or partial, for ${checks.join(", ")} checks it`,
            ];
        }
        return [];
    });
    return [...unknown, ...statuses];
}
