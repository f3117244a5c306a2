import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse as parseYaml } from "yaml";

import { change, problemsIn, type Raw } from "./sound-stack";

/** Production, which has nearly every key. */
function production(): Raw {
    const file = join(__dirname, "..", "..", "Pulumi.prod.yaml");
    const { config } = parseYaml(readFileSync(file, "utf8")) as { readonly config: Raw };
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => [
            key.replace("appsonic-platform:", ""),
            value,
        ]),
    );
}

/** Every path of a stack file. */
function pathsOf(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null) return [path];
    const below = Object.entries(value).flatMap(([key, part]) => {
        const place = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
        return pathsOf(part, place.replace(/^\./, ""));
    });
    return path === "" ? below : [path, ...below];
}

const sound = production();

describe("damage anywhere in a stack file", () => {
    const paths = pathsOf(sound);

    it("is looked for in many places", () => {
        assert.equal(paths.length > 100, true);
    });

    for (const path of paths) {
        it(`reports ${path}`, () => {
            const problems = problemsIn(change(structuredClone(sound), path, -1));
            assert.ok(
                problems.some((problem) => problem.startsWith(`${path}: found `)),
                problems.join("\n"),
            );
            // Nothing but problems comes of it, whatever else stands there.
            for (const value of [undefined, null, [], {}, [{}], "", "x".repeat(300)]) {
                problemsIn(change(structuredClone(sound), path, value));
            }
        });
    }
});
