import { createReadStream } from "node:fs";
import { UsageError } from "../usage-error";

/** One line of a file. */
export interface Line {
    /** `file:number`, for messages. */
    readonly place: string;
    readonly text: string;
    /** No line break follows: the end of the file, or of what was written of it. */
    readonly last: boolean;
}

/**
 * Lines of a text file, one after another: a deployment's events may be larger than memory. Lines end at `\n` and nowhere
 * else: JSON may hold U+2028, which `node:readline` takes for an end.
 * @throws {UsageError} when the file cannot be read
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
    let number = 0;
    let rest = "";
    const line = (text: string, last: boolean): Line => ({
        place: `${file}:${++number}`,
        text: text.replace(number === 1 ? /^\uFEFF|\r$/g : /\r$/, ""),
        last,
    });
    try {
        for await (const chunk of createReadStream(file, "utf8")) {
            rest += String(chunk);
            let begin = 0;
            for (let at = rest.indexOf("\n"); at >= 0; at = rest.indexOf("\n", begin)) {
                yield line(rest.slice(begin, at), false);
                begin = at + 1;
            }
            rest = rest.slice(begin);
        }
    } catch (error) {
        throw new UsageError([
            `${file}: found ${(error as Error).message}, expected a file that can be read`,
        ]);
    }
    if (rest !== "") yield line(rest, true);
}
