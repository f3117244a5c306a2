import assert from "node:assert/strict";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import {
    keepTranslations,
    originalLine,
    registerTypeScript,
    transpile,
} from "../../../preflight/engine/typescript";
import { folder } from "../support/folders";

type Files = Readonly<Record<string, string>>;

const OWN_COMPILER = require.resolve("typescript");
const { ES2020, ES2022 } = ts.ScriptTarget;
const { CommonJS, ES2015, NodeNext } = ts.ModuleKind;

/** A folder with code, and with packages of its own, where what was translated is kept. */
function program(files: Files): string {
    return realpathSync(folder({ "node_modules/x/package.json": "{}", ...files }));
}

/** A compiler that is this project's but for its version. */
function compiler(version: string): Files {
    return {
        "node_modules/typescript/package.json": JSON.stringify({
            version,
            main: "lib/typescript.js",
        }),
        "node_modules/typescript/lib/typescript.js": `module.exports = { ...require(${JSON.stringify(OWN_COMPILER)}), version: "${version}" };`,
    };
}

function required(dir: string, file: string): unknown {
    return createRequire(join(dir, "x.js"))(join(dir, file));
}

describe("registerTypeScript", () => {
    it("takes the program's own compiler", () => {
        const dir = program(compiler("5.1.0"));
        const { compilerPath, options } = registerTypeScript(dir);
        assert.equal(compilerPath, join(dir, "node_modules/typescript/lib/typescript.js"));
        assert.equal(options.module, NodeNext);
    });

    it("writes CommonJS where the compiler does not know Node's modules yet", () => {
        assert.equal(registerTypeScript(program(compiler("4.6.4"))).options.module, CommonJS);
        assert.equal(registerTypeScript(program(compiler("4.7.0"))).options.module, NodeNext);
    });

    it("takes this project's compiler without one, and for one that has no such API", () => {
        assert.equal(registerTypeScript(program({})).compilerPath, OWN_COMPILER);
        for (const version of ["3.9.10", "7.0.0", "none"]) {
            const dir = program(compiler(version));
            assert.equal(registerTypeScript(dir).compilerPath, OWN_COMPILER, version);
        }
    });

    it("sets what the Pulumi CLI sets where there is no configuration", () => {
        assert.deepEqual(registerTypeScript(program({})).options, {
            target: ES2020,
            module: NodeNext,
            esModuleInterop: true,
        });
    });

    it("follows the configuration, but for what says where and whether files are written", () => {
        const said = {
            target: "es2022",
            module: "es2015",
            strict: true,
            outDir: "bin",
            declaration: true,
            composite: true,
            incremental: true,
            noEmit: true,
        };
        const dir = program({ "tsconfig.json": JSON.stringify({ compilerOptions: said }) });
        const { target, module, strict, ...others } = registerTypeScript(dir).options;
        assert.deepEqual([target, module, strict], [ES2022, ES2015, true]);
        for (const name of ["outDir", "declaration", "composite", "incremental", "noEmit"]) {
            assert.equal(name in others, false, name);
        }
    });

    it("follows a configuration of another name, and those that it extends", () => {
        const dir = program({
            "base.json": '{ "compilerOptions": { "experimentalDecorators": true } }',
            "tsconfig.pack.json": '{ "extends": "./base.json" }',
        });
        const { options } = registerTypeScript(dir, "tsconfig.pack.json");
        assert.equal(options.experimentalDecorators, true);
        assert.equal(options.target, ES2020);
    });

    it("accepts a configuration that cannot be read as if it were empty", () => {
        const { options } = registerTypeScript(program({ "tsconfig.json": "" }));
        assert.deepEqual([options.target, options.module], [ES2020, NodeNext]);
    });

    it("translates a file as the innermost folder that holds it says", () => {
        const decorated = `function seen(target: any, key: any) { target.said = typeof key; }
            class A { @seen method(): void {} }
            export const said = (A.prototype as any).said;`;
        const dir = program({
            "outer.ts": decorated,
            "inner/index.ts": decorated,
            "inner/tsconfig.json": '{ "compilerOptions": { "experimentalDecorators": true } }',
        });
        const inner = join(dir, "inner");
        registerTypeScript(dir);
        registerTypeScript(inner);
        registerTypeScript(dir);
        // Decorators of old get the method's name; those of the standard get a description, and no prototype.
        assert.deepEqual(required(inner, "index.ts"), { said: "string" });
        assert.deepEqual(required(dir, "outer.ts"), { said: undefined });
    });

    it("leaves files outside to whoever translated them before", () => {
        registerTypeScript(program({}));
        const dir = folder({ "index.ts": "export const value: number = 1;" });
        assert.deepEqual(required(dir, "index.ts"), { value: 1 });
        assert.equal(originalLine(join(dir, "index.ts"), 1, 1), undefined);
    });

    it("keeps translations for the next run", () => {
        const dir = program({ "index.ts": "export const value: number = 1;" });
        registerTypeScript(dir);
        required(dir, "index.ts");
        const kept = join(dir, "node_modules/.cache/preflight");
        assert.equal(existsSync(kept), false);
        keepTranslations();
        assert.equal(existsSync(kept), true);
    });
});

describe("originalLine", () => {
    const text = "interface Gone {\n    a: string;\n}\n\nexport const value: number = 1;\n";

    it("is the line that was written, for what was translated", () => {
        const dir = program({ "index.ts": text });
        registerTypeScript(dir);
        required(dir, "index.ts");
        const { outputText } = ts.transpileModule(text, {
            compilerOptions: { module: CommonJS, target: ES2020 },
        });
        const line = outputText.split("\n").findIndex((code) => code.includes("= 1")) + 1;
        assert.equal(originalLine(join(dir, "index.ts"), line, 1), 5);
        assert.equal(originalLine(join(dir, "index.ts"), line, 20), 5);
    });

    it("is known of ES modules, which another thread translated", () => {
        const dir = program({ "index.mts": text });
        registerTypeScript(dir);
        assert.equal(originalLine(join(dir, "index.mts"), 1, 1), 5);
    });

    it("is not known of other files, and of places before the first", () => {
        const dir = program({ "index.js": "", "index.mts": text });
        registerTypeScript(dir);
        assert.equal(originalLine(join(dir, "index.js"), 1, 1), undefined);
        assert.equal(originalLine(join(dir, "gone.ts"), 1, 1), undefined);
        assert.equal(originalLine(join(dir, "index.mts"), 0, 1), undefined);
    });
});

describe("transpile", () => {
    const translated = (
        source: string,
        file: string,
        module: "commonjs" | "esm",
        options: ts.CompilerOptions,
    ): string => transpile(ts, options, source, file, module).code;

    for (const [what, options, files] of [
        ["Node's modules", { module: NodeNext }, ["/a.ts", "/a.cts", "/a.mts"]],
        ["older modules", { module: ES2015 }, ["/a.ts", "/a.cts"]],
        ["no modules at all", {}, ["/a.ts", "/a.cts"]],
    ] as const) {
        it(`writes the modules that are asked for, whatever file and options say: ${what}`, () => {
            const source = "export const a: number = 1;";
            const modern = { ...options, target: ES2022 };
            for (const file of files) {
                const code = translated(source, file, "commonjs", modern);
                assert.match(code, /^exports\.a = 1;$/m, file);
            }
            assert.match(translated(source, "/a.ts", "esm", modern), /^export const a = 1;$/m);
        });
    }

    it("accepts JSX in files that end with it", () => {
        const jsx = { module: CommonJS, jsx: ts.JsxEmit.React };
        assert.match(
            translated("const a = <b/>;", "/a.tsx", "commonjs", jsx),
            /createElement\("b"/,
        );
    });

    it("leaves no address of a map in the code", () => {
        assert.equal(
            translated("const a: number = 1;\n", "/a.ts", "esm", { target: ES2022 }),
            "const a = 1;\n",
        );
    });

    it("reports a syntax error with file and line", () => {
        assert.throws(() => translated("const a = 1;\nconst b = ;\n", "/x/a.ts", "commonjs", {}), {
            name: "SyntaxError",
            message: "/x/a.ts:2: Expression expected.",
        });
    });
});
