import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folder of this package: where package.json, the built packs and the exceptions are. */
export const HOME = findHome(__dirname);

function findHome(folder: string): string {
    const manifest = join(folder, "package.json");
    if (
        existsSync(manifest) &&
        (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name ===
            "@appsonic/platform"
    ) {
        return folder;
    }
    const parent = dirname(folder);
    if (parent === folder)
        throw new Error(`${__dirname}: found no package.json of @appsonic/platform above it`);
    return findHome(parent);
}

/** Version of this package. */
export function version(): string {
    return (JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string })
        .version;
}

/** Folders of this repository's packs, built; `all` is not among them, it would judge everything twice. */
export function ownPacks(): string[] {
    const folder = join(HOME, "dist", "policies");
    return readdirSync(folder)
        .filter((name) => name !== "all")
        .sort()
        .map((name) => join(folder, name));
}
