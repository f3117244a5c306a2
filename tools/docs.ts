import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { controls } from "../controls/controls";
import { promises } from "../controls/promises";
import { globalServicesPage } from "./policies/global-services-page";
import { packs, ROOT } from "./policies/packs";
import { pages } from "./policies/pages";

const FOLDER = "docs/policies";

/** All generated pages as they should be on disk: path in the repository → formatted Markdown. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
    const options = {
        ...(await resolveConfig(join(ROOT, FOLDER, "README.md"))),
        parser: "markdown",
    };
    const formatted = new Map<string, string>();
    const all = [
        ...pages({ packs: packs(), controls, promises }),
        ["docs/global-services.md", globalServicesPage()] as const,
    ];
    for (const [path, text] of all) {
        formatted.set(path, await format(text, options));
    }
    return formatted;
}

/** What a folder's pages lack against what they should be, a line each with the remedy. */
export function stalePages(expected: ReadonlyMap<string, string>, root: string): readonly string[] {
    const remedy = "run `npm run docs` and commit the result";
    const problems: string[] = [];
    for (const [path, text] of expected) {
        if (!existsSync(join(root, path)))
            problems.push(`${path}: found nothing, expected a page; ${remedy}`);
        else if (readFileSync(join(root, path), "utf8") !== text) {
            problems.push(`${path}: found a stale page, expected the current one; ${remedy}`);
        }
    }
    for (const path of orphans(expected, root)) {
        problems.push(
            `${path}: found a page, expected none, for there is no such policy; ${remedy}`,
        );
    }
    return problems;
}

/** Writes all pages and removes those of policies that are gone. */
export function writePages(expected: ReadonlyMap<string, string>, root: string): void {
    for (const path of orphans(expected, root)) rmSync(join(root, path));
    for (const [path, text] of expected) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
}

function orphans(expected: ReadonlyMap<string, string>, root: string): readonly string[] {
    const folder = join(root, FOLDER);
    return (existsSync(folder) ? readdirSync(folder) : [])
        .map((name) => `${FOLDER}/${name}`)
        .filter((path) => !expected.has(path))
        .sort();
}

/**
 * The command: writes all pages, or with `--check` says what is stale.
 * @returns the exit status
 */
export async function main(
    args: readonly string[],
    root: string,
    say: (line: string) => void,
): Promise<number> {
    const expected = await generate();
    if (!args.includes("--check")) {
        writePages(expected, root);
        say(`wrote ${expected.size} pages`);
        return 0;
    }
    const problems = stalePages(expected, root);
    problems.forEach(say);
    return problems.length === 0 ? 0 : 1;
}

if (require.main === module) {
    void main(process.argv.slice(2), ROOT, (line) => process.stderr.write(`${line}\n`)).then(
        (status) => {
            process.exitCode = status;
        },
    );
}
