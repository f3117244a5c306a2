import { fileURLToPath } from "node:url";
import type { SourcePosition } from "./graph";
import { shownPath } from "./source-position";

const FRAME = /(?:\(|\s|^)(?<file>(?:file:\/\/)?\/[^():]*):(?<line>\d+):\d+\)?$/;

/**
 * Places of a stack in the user's own code, innermost first: nothing of node_modules, Node and the gate itself.
 * @param root folder that paths are shown relative to
 * @param ignore folders whose code is not the user's
 */
export function userFrames(
    stack: string,
    root: string,
    ignore: readonly string[] = [],
): readonly SourcePosition[] {
    const frames: SourcePosition[] = [];
    for (const text of stack.split("\n")) {
        const groups = FRAME.exec(text.trim())?.groups;
        if (groups?.file === undefined || groups.line === undefined) continue;
        const file = groups.file.startsWith("file://") ? fileURLToPath(groups.file) : groups.file;
        if (file.includes("/node_modules/") || ignore.some((folder) => file.startsWith(folder)))
            continue;
        frames.push({ file: shownPath(file, root), line: Number(groups.line) });
    }
    return frames;
}
