import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProject, readStackFile } from "../../preflight/project/project";
import { resolveConfig } from "../../preflight/project/stack-config";
import { Engine } from "./support/engine";
import { ROOT } from "./support/surroundings";

/** What people write into stack files without a thought. */
const SCALARS = [
    "text, 'quoted', \"quoted\", yes, On, True, false, ~, null, nothing here",
    "0, 1, +5, -5, 014, +012, 089, 00, 0o14, 0b101, 0x1F, 1_000, 1_0.5",
    "1.0, 1.50, .5, 5., 1e3, 1e21, 1e-7, -0.0, 0.1, .1_2, 1234567.0, 12:30:45, 10.20.0.0/16",
    "2027-05-31, 2027-5-1, 2027-13-01, 2027-02-30, 2027-05-31T01:02:03Z, 2027-05-31 1:2:3.120",
    "2001-12-14t21:59:43.10-05:00, 2027-05-31T01:02:03+00:00, 2027-05-31 24:00:00",
];

const FILE = `config:
${SCALARS.flatMap((line, row) =>
    line
        .split(", ")
        .map((scalar, column) => `  scalars:top-${String(row)}-${String(column)}: ${scalar}\n`),
).join("")}  scalars:list: [${SCALARS.join(", ")}]
  scalars:map: { zebra: 1, apple: { nested: [2027-05-31] }, "10": a, "9": b }
  aws:defaultTags:
    tags: { owner: "1", day: 2027-05-31 }
`;

/** The CLI warns that a missing value is an empty text to it, for now. */
const NULLS = ["scalars:top-0-7", "scalars:top-0-8"];

/** As JavaScript reads it, which has its own order of keys that look like numbers; the order of others stays. */
function asRead(value: string | undefined): string | undefined {
    return value?.startsWith("{") === true ? JSON.stringify(JSON.parse(value)) : value;
}

describe("a stack's configuration", () => {
    it("means the same to the CLI and to preflight, however its values are written", async () => {
        const folder = mkdtempSync(join(tmpdir(), "appsonic-scalars-"));
        writeFileSync(join(folder, "Pulumi.yaml"), "name: scalars\nruntime: nodejs\n");
        writeFileSync(join(folder, "Pulumi.test.yaml"), FILE);
        const engine = new Engine(folder, "test");
        try {
            const init = await engine.command(["stack", "init"]);
            assert.ok(init.ok, init.output);
            const shown = await engine.command(["config", "--json", "--show-secrets"]);
            assert.ok(shown.ok, shown.output);
            const real = Object.entries(
                JSON.parse(shown.output) as Record<string, { value?: string }>,
            ).map(([key, { value }]) => [key, asRead(value)]);
            const project = readProject(folder);
            const ours = resolveConfig(project, readStackFile(project, "test"), []).values;
            assert.deepEqual(
                Object.fromEntries(
                    Object.entries(ours)
                        .filter(([key]) => !NULLS.includes(key))
                        .map(([key, value]) => [key, asRead(value)]),
                ),
                Object.fromEntries(real.filter(([key]) => !NULLS.includes(String(key)))),
            );
        } finally {
            engine.remove();
            rmSync(folder, { recursive: true });
        }
    });

    it("is production's as committed", async () => {
        const engine = new Engine(ROOT, "prod");
        try {
            await engine.command(["stack", "init"]);
            const shown = await engine.command(["config", "--json"]);
            const real = JSON.parse(shown.output) as Record<string, { value?: string }>;
            const project = readProject(ROOT);
            const ours = resolveConfig(project, readStackFile(project, "prod"), []).values;
            for (const [key, { value }] of Object.entries(real))
                assert.equal(ours[key], value, key);
        } finally {
            engine.remove();
        }
    });
});
