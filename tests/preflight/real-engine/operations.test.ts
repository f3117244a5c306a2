import assert from "node:assert/strict";
import { readOperations } from "../../../preflight/real-engine/operations";
import { UsageError } from "../../../preflight/usage-error";
import {
    BUCKET,
    type Event,
    end,
    fileOf,
    judged,
    lines,
    prelude,
    PREVIEW,
    ROOT,
    shown,
    step,
    summary,
} from "./events";

async function refused(file: string, ...problems: string[]): Promise<void> {
    await assert.rejects(readOperations(file), (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.problems, problems);
        return true;
    });
}

const textOf = (...operations: readonly Event[][]): string =>
    operations.map((events) => `${lines(events).join("\n")}\n`).join("");
const broken = (severity = "error"): Event => ({
    diagnosticEvent: { message: "Error: boom\n  at x\n", severity },
});
const WITHOUT_END = PREVIEW.slice(0, -1);
const WITHOUT_SUMMARY = PREVIEW.slice(0, -2);

describe("readOperations", () => {
    it("accepts an operation with and without the engine's last event", async () => {
        for (const events of [PREVIEW, WITHOUT_END]) {
            const [operation, ...more] = await readOperations(fileOf(events));
            assert.equal(more.length, 0);
            assert.equal(operation?.summary?.preview, true);
            assert.equal(operation.startedAt, 1_795_428_000);
        }
    });

    it("accepts operations one after another, however the first ends", async () => {
        const up = [...PREVIEW.slice(0, -2), summary({ isPreview: false }), end];
        for (const preview of [PREVIEW, WITHOUT_END]) {
            const file = fileOf(textOf([...preview], up));
            const operations = await readOperations(file);
            assert.deepEqual(
                operations.map(({ place, summary: last }) => [place, last?.preview]),
                [
                    [`${file}:1`, true],
                    [`${file}:${preview.length + 1}`, false],
                ],
            );
        }
    });

    it("accepts what the CLI says behind the summary", async () => {
        const after = [...WITHOUT_END, broken("info"), end];
        assert.equal((await readOperations(fileOf(after))).length, 1);
        assert.equal((await readOperations(fileOf([...PREVIEW, broken("info")]))).length, 1);
    });

    it("reports every place at which a stream may be cut", async () => {
        for (let length = 1; length < WITHOUT_END.length; length++) {
            const file = fileOf(PREVIEW.slice(0, length));
            await refused(
                file,
                `${file}:${length}: found the end of the file, expected the summaryEvent of the operation that begins at line 1 before it: its events are truncated, or it broke off`,
            );
        }
    });

    it("reports a second operation that begins before the first has ended", async () => {
        const file = fileOf(textOf([...PREVIEW], [...WITHOUT_SUMMARY], [...PREVIEW]));
        const at = PREVIEW.length + WITHOUT_SUMMARY.length + 1;
        await refused(
            file,
            `${file}:${at}: found the first event of another operation, expected the summaryEvent of the operation that begins at line ${PREVIEW.length + 1} before it: its events are truncated, or it broke off`,
        );
    });

    it("reports an operation that broke off, with what the engine said", async () => {
        const file = fileOf([{ policyLoadEvent: {} }, broken(), broken(), end]);
        await refused(
            file,
            `${file}:4: found the engine's last event, expected the summaryEvent of the operation that begins at line 1 before it: its events are truncated, or it broke off`,
            "    Error: boom",
            "      at x",
        );
        const alone = fileOf([broken("info")]);
        await refused(
            alone,
            `${alone}:1: found the end of the file, expected the summaryEvent of the operation that begins at line 1 before it: its events are truncated, or it broke off`,
        );
    });

    it("reports a second operation that only begins", async () => {
        for (const begin of [prelude, judged(ROOT), step(ROOT), shown(BUCKET)]) {
            const file = fileOf(textOf([...PREVIEW], [begin]));
            await assert.rejects(readOperations(file), /found the end of the file/);
        }
    });
});
