// Mutation testing of the policies: `npm run mutate [-- --mutate policies/https-only/one.ts]`. Every mutant that no test of
// tests/policies notices is a hole in the tests; the report is in dist/mutation/.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
    testRunner: "mocha",
    mochaOptions: {
        spec: ["tests/policies/**/*.test.ts"],
        // Whole packs in processes of their own: slow, and they test how packs start, not what policies decide.
        ignore: ["tests/policies/packs.test.ts"],
    },
    plugins: ["@stryker-mutator/mocha-runner", "./tools/mutation/ignore-prose.mjs"],
    ignorers: ["prose"],
    mutate: ["policies/**/*.ts", "!policies/*/index.ts", "!policies/*/policies.ts"],
    ignorePatterns: ["dist", ".dist-*", "docs", "coverage"],
    coverageAnalysis: "perTest",
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: "dist/mutation/report.html" },
    jsonReporter: { fileName: "dist/mutation/report.json" },
    tempDirName: "dist/mutation/sandbox",
    thresholds: { high: 95, low: 90, break: 90 },
    concurrency: 2,
};
