import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isObject } from "../values";

/**
 * Versions of the provider packages that are installed beside a program: the engine takes them for requests
 * that name none. A package counts when its manifest says that it is a resource package.
 */
export function installedVersions(dir: string): (pkg: string) => string {
    const known = new Map<string, string>();
    const { resolve } = createRequire(join(dir, "program.js"));
    return (pkg) => {
        const cached = known.get(pkg);
        if (cached !== undefined) return cached;
        const found = version(resolve, pkg);
        known.set(pkg, found);
        return found;
    };
}

function version(resolve: (id: string) => string, pkg: string): string {
    try {
        const manifest: unknown = JSON.parse(
            readFileSync(resolve(`@pulumi/${pkg}/package.json`), "utf8"),
        );
        if (!isObject(manifest) || !isObject(manifest.pulumi) || manifest.pulumi.resource !== true)
            return "";
        const stated = manifest.pulumi.version ?? manifest.version;
        return typeof stated === "string" ? stated.replace(/^v/, "") : "";
    } catch {
        return "";
    }
}
