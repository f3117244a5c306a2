import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";

/** Writes pieces of text to a stream as fast as it takes them. A reader that has gone (`| head`) is no error. */
export async function writeToStream(stream: Writable, pieces: Iterable<string>): Promise<void> {
    const reader: { gone: boolean } = { gone: false };
    const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code !== "EPIPE") throw error;
        reader.gone = true;
    };
    stream.on("error", onError);
    try {
        for (const piece of pieces) {
            if (reader.gone) return;
            if (!stream.write(piece)) await ready(stream);
        }
    } finally {
        // A write in flight may still fail; the listener stays to hear it.
        if (!reader.gone) stream.write("", () => stream.removeListener("error", onError));
    }
}

/** Until the stream takes more, or never will; `once` of node:events would reject on the error that is handled above. */
function ready(stream: Writable): Promise<void> {
    const events = ["drain", "error", "close"] as const;
    return new Promise((resolve) => {
        const done = (): void => {
            // A long report waits many times: what stayed would pile up.
            for (const event of events) stream.removeListener(event, done);
            resolve();
        };
        for (const event of events) stream.once(event, done);
    });
}

/** Writes a file whole or not at all. */
export function writeFileWhole(file: string, pieces: Iterable<string>): void {
    const unfinished = `${file}.${process.pid}.tmp`;
    try {
        const descriptor = openSync(unfinished, "w");
        try {
            for (const piece of pieces) writeSync(descriptor, piece);
        } finally {
            closeSync(descriptor);
        }
        renameSync(unfinished, file);
    } finally {
        rmSync(unfinished, { force: true });
    }
}
