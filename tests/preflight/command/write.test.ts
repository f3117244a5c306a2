import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { writeFileWhole, writeToStream } from "../../../preflight/command/write";
import { folder } from "../support/folders";

describe("writeToStream", () => {
    it("waits for a slow reader and loses nothing", async () => {
        let text = "";
        const slow = new Writable({
            highWaterMark: 4,
            write(chunk: Buffer, _encoding, done) {
                text += chunk.toString();
                setTimeout(done, 1);
            },
        });
        await writeToStream(slow, ["12345", "67890", "abc"]);
        await new Promise((resolve) => slow.end(resolve));
        assert.equal(text, "1234567890abc");
    });

    it("leaves nothing of its waiting behind", async () => {
        const slow = new Writable({
            highWaterMark: 1,
            write(_chunk, _encoding, done) {
                setImmediate(done);
            },
        });
        const counts = () => ["drain", "error", "close"].map((event) => slow.listenerCount(event));
        const before = counts();
        await writeToStream(
            slow,
            Array.from({ length: 50 }, () => "xy"),
        );
        await new Promise((resolve) => slow.end(resolve));
        assert.deepEqual(counts(), before);
    });

    it("stops when the reader has gone", async () => {
        let writes = 0;
        const gone = new Writable({
            highWaterMark: 1,
            write(_chunk, _encoding, done) {
                writes += 1;
                done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
            },
        });
        await writeToStream(gone, ["a", "b", "c"]);
        assert.equal(writes, 1);
    });
});

describe("writeFileWhole", () => {
    it("writes all pieces, and leaves nothing else behind", () => {
        const dir = folder({ "report.json": "old" });
        writeFileWhole(join(dir, "report.json"), ["new ", "report"]);
        assert.equal(readFileSync(join(dir, "report.json"), "utf8"), "new report");
        assert.deepEqual(readdirSync(dir), ["report.json"]);
    });

    it("keeps the old file when the report breaks half way", () => {
        const dir = folder({ "report.json": "old" });
        function* broken(): Generator<string> {
            yield "half";
            throw new Error("broken");
        }
        assert.throws(() => {
            writeFileWhole(join(dir, "report.json"), broken());
        }, /^Error: broken$/);
        assert.equal(readFileSync(join(dir, "report.json"), "utf8"), "old");
        assert.deepEqual(readdirSync(dir), ["report.json"]);
    });
});
