import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "./graph";

/**
 * A place as the SDK sends it, relative to the program's folder when it lies inside.
 * @param uri `file:///…`
 * @returns undefined when there is no usable place
 */
export function sourcePosition(
    uri: string,
    line: number,
    root: string,
): SourcePosition | undefined {
    if (line <= 0 || !uri.startsWith("file://")) return undefined;
    return { file: shownPath(fileURLToPath(uri.replace(/\?.*$/, "")), root), line };
}

/** A path as reports show it: relative to the program's folder when it lies inside, with `/`. */
export function shownPath(file: string, root: string): string {
    const inside = relative(root, file);
    const outside = inside.startsWith(`..${sep}`) || inside === ".." || isAbsolute(inside);
    return (outside ? file : inside).split(sep).join("/");
}
