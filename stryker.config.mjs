// Mutation testing of the policies: `npm run mutate [-- --mutate policies/https-only/one.ts]`. Every mutant that no test of
// tests/policies notices is a hole in the tests; the report is in dist/mutation/.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
    // Compiled once, in the sandbox: a mutant that works while modules load has every module loaded again.
    buildCommand: "tsc --noEmit false --noCheck --sourceMap false",
    testRunner: "mocha",
    mochaOptions: {
        config: "tools/mutation/.mocharc.json",
        spec: ["tests/policies/**/*.test.js"],
        // Whole packs in processes of their own: slow, and they test how packs start, not what policies decide.
        ignore: ["tests/policies/packs.test.js"],
    },
    plugins: ["@stryker-mutator/mocha-runner", "./tools/mutation/ignore-prose.mjs"],
    ignorers: ["prose"],
    mutate: ["policies/**/*.ts", "!policies/*/index.ts", "!policies/*/policies.ts"],
    ignorePatterns: ["dist", ".dist-*", "docs", "coverage"],
    coverageAnalysis: "perTest",
    // Results are kept, so that the next run tests what has changed since.
    incremental: true,
    incrementalFile: "dist/mutation/incremental.json",
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: "dist/mutation/report.html" },
    jsonReporter: { fileName: "dist/mutation/report.json" },
    tempDirName: "dist/mutation/sandbox",
    thresholds: { high: 95, low: 90, break: 90 },
    concurrency: 2,
};
