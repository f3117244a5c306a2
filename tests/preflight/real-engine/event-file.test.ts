import assert from "node:assert/strict";
import { eventsOf } from "../../../preflight/real-engine/event-file";
import { UsageError } from "../../../preflight/usage-error";
import { fileOf, lines, PREVIEW } from "./events";

async function places(file: string): Promise<string[]> {
    const all: string[] = [];
    for await (const { place } of eventsOf(file)) all.push(place);
    return all;
}

async function refused(text: string, line: string, message: string): Promise<void> {
    const file = fileOf(text);
    await assert.rejects(places(file), (error) => {
        assert.ok(error instanceof UsageError);
        assert.deepEqual(error.problems, [`${file}${line}: ${message}`]);
        return true;
    });
}

const [first = "", second = ""] = lines(PREVIEW);

describe("eventsOf", () => {
    it("gives events with their lines, over empty ones", async () => {
        const file = fileOf(`${first}\n\n${second}`);
        assert.deepEqual(await places(file), [`${file}:1`, `${file}:3`]);
    });

    it("reports an empty file", async () => {
        const message = "found an empty file, expected one event of Pulumi's engine a line";
        await refused("", "", message);
        await refused("\n\n", "", message);
    });

    it("reports an event that is cut off", async () => {
        await refused(
            `${first}\n${second.slice(0, -3)}`,
            ":2",
            "found the beginning of an event, expected a whole one: the file is truncated",
        );
    });

    it("reports what is not JSON without quoting it", async () => {
        const message = "found text that is not JSON, expected an event of Pulumi's engine";
        await refused(`${first}\npassword: hunter2\n`, ":2", message);
        await refused(`${first}\n{"password": hunter2}\n${second}\n`, ":2", message);
    });

    it("reports the digest that the CLI writes without the variable", async () => {
        const message =
            "found JSON over several lines, expected one event a line: `pulumi preview --json` writes that with PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 only";
        await refused('{\n    "steps": []\n}\n', ":1", message);
        await refused("[\n]\n", ":1", message);
    });

    it("reports UTF-16", async () => {
        await refused(
            `${first.replace(/./g, "$&\0")}\n`,
            ":1",
            "found text in UTF-16, expected UTF-8 (PowerShell's > writes UTF-16)",
        );
    });

    it("reports JSON that is no event", async () => {
        await refused(
            '{"runs":[]}\n',
            ":1",
            "found an object with runs, expected an event of Pulumi's engine, such as policyEvent",
        );
    });
});
