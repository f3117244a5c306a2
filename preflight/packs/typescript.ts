import * as fs from "node:fs";
import * as path from "node:path";

/**
 * A compiler for a pack in TypeScript, with the settings of Pulumi's own runner (sdk/nodejs/cmd/run-policy-pack/run.ts):
 * the pack's tsconfig.json if it has one in its folder, none otherwise. Types are not checked.
 * @param dir the pack's folder
 * @returns TypeScript file → CommonJS code with an inline source map
 */
export function createCompiler(dir: string): (filename: string) => string {
    let compile: ((code: string, filename: string) => string) | undefined;
    return (filename) => {
        compile ??= start(dir);
        return compile(fs.readFileSync(filename, "utf8"), filename);
    };
}

function start(dir: string): (code: string, filename: string) => string {
    // ts-node and TypeScript take 200 ms to load, and a built pack needs neither
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when a pack is written in TypeScript
    const { create } = require("ts-node") as typeof import("ts-node");
    const service = create({
        cwd: dir,
        skipProject: !fs.existsSync(path.join(dir, "tsconfig.json")),
        transpileOnly: true,
        compilerOptions: {
            target: "ES2020",
            module: "commonjs",
            moduleResolution: "node10",
            esModuleInterop: true,
        },
    });
    return (code, filename) => service.compile(code, filename);
}
