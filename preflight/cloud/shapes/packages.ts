import * as fs from "node:fs";
import * as path from "node:path";

/** Scopes under which SDKs are published: Pulumi's own and the community's. */
const SCOPES = ["@pulumi", "@pulumiverse"];

/**
 * Finds the folder of the SDK for a Pulumi package (`aws` → `…/node_modules/@pulumi/aws`) as Node would from the given
 * folders, without loading it. Undefined when it is not installed.
 */
export function findPackage(name: string, roots: readonly string[]): string | undefined {
    const names = [...SCOPES.map((scope) => `${scope}/${name}`), `pulumi-${name}`, name];
    for (const root of roots) {
        for (let dir = path.resolve(root); ; dir = path.dirname(dir)) {
            for (const candidate of names) {
                const found = path.join(dir, "node_modules", candidate);
                if (isSdk(found, candidate === name)) return found;
            }
            if (dir === path.dirname(dir)) break;
        }
    }
    return undefined;
}

function isSdk(dir: string, unscoped: boolean): boolean {
    const manifest = path.join(dir, "package.json");
    if (!fs.existsSync(manifest)) return false;
    // A package `random` of somebody else is no SDK: only one that says so in its manifest is.
    return !unscoped || "pulumi" in (JSON.parse(fs.readFileSync(manifest, "utf8")) as object);
}

/** A type or function token in its parts: `aws:ec2/vpc:Vpc` → aws, `ec2/vpc`, Vpc. */
export interface Token {
    readonly package: string;
    readonly module: string;
    readonly name: string;
}

/** Splits a token; undefined when it has not three parts. */
export function parseToken(token: string): Token | undefined {
    const [pkg, module, name, ...rest] = token.split(":");
    if (pkg === undefined || module === undefined || name === undefined || rest.length > 0)
        return undefined;
    return { package: pkg, module, name };
}

/**
 * Files that may declare a token, best first and without extension. `ec2/vpc:Vpc` is `ec2/vpc`; `apps/v1:Deployment` is
 * `apps/v1/deployment`; Kubernetes groups lose their domain (`rbac.authorization.k8s.io/v1:Role` is `rbac/v1/role`).
 */
export function declarationFiles({ module, name }: Token): readonly string[] {
    const folders = module.split("/").filter((part, index) => !(index === 0 && part === "index"));
    const short = folders.map((part) => part.replace(/\..*$/, ""));
    const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const candidates = [
        folders.join("/"),
        // A file that would be the folder's index is set apart: `kendra/index:Index` is `kendra/index_`.
        ...(folders.at(-1) === "index" ? [`${folders.join("/")}_`] : []),
        [...folders, file].join("/"),
        [...short, file].join("/"),
        short.join("/"),
    ];
    return [...new Set(candidates.filter((candidate) => candidate !== ""))];
}
