import assert from "node:assert/strict";
import { type Line, linesOf } from "../../../preflight/real-engine/lines";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";
import { fileOf } from "./events";

async function read(file: string): Promise<Line[]> {
    const all: Line[] = [];
    for await (const line of linesOf(file)) all.push(line);
    return all;
}

describe("linesOf", () => {
    it("ends lines at line breaks of either kind and nowhere else", async () => {
        const file = fileOf('\uFEFFone\r\ntwo "\u2028"\n\nlast');
        assert.deepEqual(await read(file), [
            { place: `${file}:1`, text: "one", last: false },
            { place: `${file}:2`, text: 'two "\u2028"', last: false },
            { place: `${file}:3`, text: "", last: false },
            { place: `${file}:4`, text: "last", last: true },
        ]);
    });

    it("puts together what comes in pieces", async () => {
        const long = "x€".repeat(100_000);
        assert.deepEqual(
            (await read(fileOf(`${long}\n${long}\n`))).map(({ text }) => text === long),
            [true, true],
        );
    });

    it("reports a file that cannot be read", async () => {
        const dir = folder({});
        await assert.rejects(read(dir), (error) => {
            assert.ok(error instanceof UsageError);
            assert.deepEqual(error.problems, [
                `${dir}: found EISDIR: illegal operation on a directory, read, expected a file that can be read`,
            ]);
            return true;
        });
    });
});
