import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promises } from "../../controls/promises";

const statement = readFileSync(join(__dirname, "../../docs/privacy-statement.md"), "utf8");
const PROOF = {
    code: "Code can prove it.",
    partly: "Code can prove it in part. ",
    people: "Code cannot prove it. ",
};

describe("docs/privacy-statement.md", () => {
    it("has an anchor for each promise, in their order", () => {
        const anchors = [...statement.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(
            (match) => match[1],
        );
        assert.deepEqual(
            anchors,
            promises.map(({ id }) => id),
        );
    });

    for (const { id, promise, meaning, proof, left } of promises) {
        it(`says the same as controls/promises.ts: ${id}`, () => {
            const section = [
                `## ${id}`,
                `> ${promise}`,
                meaning,
                `${PROOF[proof]}${left ?? ""}`,
            ].join("\n\n");
            assert.ok(statement.includes(`\n${section}\n`), `expected:\n${section}`);
        });
    }
});
