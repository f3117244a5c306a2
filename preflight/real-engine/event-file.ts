import { UsageError } from "../usage-error";
import { type EngineEvent, readEvent } from "./event";
import { ShapeError } from "./fields";
import { type Line, linesOf } from "./lines";

/** An event and where it stands. */
export interface PlacedEvent {
    /** `file:line`. */
    readonly place: string;
    readonly event: EngineEvent;
}

/**
 * Events of a file, one JSON object a line, as Pulumi's CLI streams them and the Automation API's `onEvent` gives them.
 * @throws {UsageError} naming the line that is no event, is cut off, or the file that is empty
 */
export async function* eventsOf(file: string): AsyncGenerator<PlacedEvent> {
    let empty = true;
    for await (const line of linesOf(file)) {
        if (line.text.trim() === "") continue;
        empty = false;
        yield { place: line.place, event: read(line) };
    }
    if (empty)
        throw new UsageError([
            `${file}: found an empty file, expected one event of Pulumi's engine a line`,
        ]);
}

function read(line: Line): EngineEvent {
    try {
        return readEvent(parse(line));
    } catch (error) {
        if (!(error instanceof ShapeError)) throw error;
        throw new UsageError([`${line.place}: ${error.message}`]);
    }
}

/** The line's JSON. Messages do not quote it: what is no event may hold anything. */
function parse({ text, last }: Line): unknown {
    try {
        return JSON.parse(text);
    } catch {
        if (last && text.startsWith("{"))
            throw new ShapeError(
                "",
                "the beginning of an event",
                "a whole one: the file is truncated",
            );
        if (text.includes("\0"))
            throw new ShapeError("", "text in UTF-16", "UTF-8 (PowerShell's > writes UTF-16)");
        if (["{", "["].includes(text.trim()))
            throw new ShapeError(
                "",
                "JSON over several lines",
                "one event a line: `pulumi preview --json` writes that with PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 only",
            );
        throw new ShapeError("", "text that is not JSON", "an event of Pulumi's engine");
    }
}
