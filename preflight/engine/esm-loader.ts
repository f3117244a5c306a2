import { transpile } from "./typescript";

/**
 * Address of the hooks that make `import` understand TypeScript. Node runs them in a thread of their own and takes
 * them as a module; an address with the text in it needs no file beside this one, built or not.
 */
export function loaderSource(): string {
    const text = `
        import { createRequire } from "node:module";
        import { existsSync, readFileSync } from "node:fs";
        import { fileURLToPath } from "node:url";
        const transpile = ${transpile.toString()};
        let root, compiler;
        export function initialize(data) {
            root = data;
            compiler = createRequire(data.compilerPath)(data.compilerPath);
        }
        export async function resolve(specifier, context, next) {
            if (/^\\.{0,2}\\//.test(specifier) || specifier.startsWith("file:")) {
                const url = new URL(specifier, context.parentURL);
                const path = fileURLToPath(url);
                if (!existsSync(path)) {
                    const source = path.replace(/\\.(m|c)?js$/, ".$1ts");
                    if (source !== path && existsSync(source)) return next(specifier.replace(/\\.(m|c)?js$/, ".$1ts"), context);
                }
            }
            return next(specifier, context);
        }
        export async function load(url, context, next) {
            if (!/^file:.*\\.m?ts$/.test(url)) return next(url, context);
            const file = fileURLToPath(url);
            const { code } = transpile(compiler, root.options, readFileSync(file, "utf8"), file, "esm");
            return { format: "module", source: code, shortCircuit: true };
        }
    `;
    return `data:text/javascript,${encodeURIComponent(text)}`;
}
