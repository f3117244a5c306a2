import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

/** A folder may import only what its row allows (docs/decisions/0005-imports-point-one-way.md). */
const boundaries = [
    {
        files: ["components/**/*.ts"],
        forbid: ["policies", "preflight", "controls", "config", "tools", "tests"],
    },
    {
        files: ["policies/**/*.ts"],
        forbid: ["components", "preflight", "config", "tools", "tests"],
    },
    {
        files: ["preflight/**/*.ts"],
        forbid: ["components", "policies", "config", "tools", "tests"],
    },
    {
        files: ["controls/**/*.ts"],
        forbid: ["components", "policies", "preflight", "config", "tools", "tests"],
    },
    {
        files: ["config.ts", "config/**/*.ts"],
        forbid: ["components", "policies", "preflight", "controls", "tools", "tests"],
    },
    { files: ["index.ts"], forbid: ["policies", "preflight", "controls", "tools", "tests"] },
];

export default tseslint.config(
    { ignores: ["node_modules/**", "dist/**", "coverage/**", "tests/**/fixtures/**"] },
    {
        files: ["**/*.ts"],
        extends: [...tseslint.configs.strictTypeChecked],
        languageOptions: {
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
        },
        plugins: { jsdoc },
        rules: {
            "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
            "@typescript-eslint/restrict-template-expressions": [
                "error",
                { allowNumber: true, allowBoolean: true },
            ],
            // A Pulumi resource registers itself: making one is its effect.
            "no-new": "off",
            "jsdoc/require-jsdoc": [
                "error",
                {
                    publicOnly: true,
                    require: { ClassDeclaration: true, FunctionDeclaration: true },
                    contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration"],
                },
            ],
        },
    },
    ...boundaries.map(({ files, forbid }) => ({
        files,
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: [
                        {
                            regex: `^(\\.\\./)+(${forbid.join("|")})(/|\\.js$|$)`,
                            message:
                                "Imports point one way: see docs/decisions/0005-imports-point-one-way.md.",
                        },
                    ],
                },
            ],
        },
    })),
    {
        files: ["tests/**/*.ts"],
        rules: {
            "max-lines": "off",
            "jsdoc/require-jsdoc": "off",
            "@typescript-eslint/no-non-null-assertion": "off",
            "@typescript-eslint/no-floating-promises": "error",
        },
    },
);
