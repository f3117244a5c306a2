import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackage } from "../shapes/packages";

/** Where SDKs are looked for: in the program's folder, in which the engine starts plugins, then in this repository's. */
export const SDK_ROOTS: readonly string[] = [process.cwd(), __dirname];

/** Version of the SDK that the program uses, which is the version of the plugin that it asks for. */
export function installedVersion(pkg: string): string {
    const dir = findPackage(pkg, SDK_ROOTS);
    if (dir === undefined) {
        throw new Error(
            `${process.cwd()}: found no @pulumi/${pkg}, expected the program's dependencies to be installed`,
        );
    }
    const manifest = readFileSync(join(dir, "package.json"), "utf8");
    return (JSON.parse(manifest) as { readonly version: string }).version;
}
