import { createRequire, Module } from "node:module";
import { join } from "node:path";

/**
 * Packages that Pulumi's SDK loads at its start and needs only to serialise functions (runtime/closure): half a second
 * of work that most programs never use.
 */
const RARELY_NEEDED = ["@npmcli/arborist", "typescript"];

/**
 * Puts a stand-in in the place of what the SDK loads early and needs rarely; the package itself is loaded when
 * something of it is first used. To be called before the SDK is loaded.
 * @param dir folder from which @pulumi/pulumi is found; nothing happens where it is not
 */
export function deferModules(dir: string): void {
    const sdk = resolved(createRequire(join(dir, "x.js")), "@pulumi/pulumi/package.json");
    if (sdk === undefined) return;
    const require = createRequire(sdk);
    for (const name of RARELY_NEEDED) {
        const file = resolved(require, name);
        if (file !== undefined && require.cache[file] === undefined) defer(require, file);
    }
}

function resolved(require: NodeJS.Require, name: string): string | undefined {
    try {
        return require.resolve(name);
    } catch {
        return undefined; // an SDK that does without it
    }
}

function defer(require: NodeJS.Require, file: string): void {
    let real: object | undefined;
    const load = (): object => {
        if (real === undefined) {
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the cache is keyed by file name
            delete require.cache[file];
            real = require(file) as object;
        }
        return real;
    };
    const standIn = new Module(file);
    standIn.filename = file;
    standIn.loaded = true;
    standIn.exports = new Proxy(
        {},
        {
            get: (_, key): unknown => {
                // Compiled imports ask for this mark first, and copy every property of a module without it.
                if (key === "__esModule") return true;
                const value: unknown = Reflect.get(load(), key);
                return key === "default" ? (value ?? real) : value;
            },
            has: (_, key) => Reflect.has(load(), key),
            ownKeys: () => Reflect.ownKeys(load()),
            getOwnPropertyDescriptor(_, key) {
                const found = Reflect.getOwnPropertyDescriptor(load(), key);
                return found && { ...found, configurable: true };
            },
            set: (_, key, value) => Reflect.set(load(), key, value),
        },
    );
    require.cache[file] = standIn;
}
