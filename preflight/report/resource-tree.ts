import type { ResourceEvidence } from "./evidence";
import { compare } from "./results";

/** The resources of a run as lines of a tree, children under their parents, siblings by type and name. */
export function* resourceTree(resources: readonly ResourceEvidence[]): Generator<string> {
    const known = new Set(resources.map((resource) => resource.urn));
    const children = new Map<string, ResourceEvidence[]>();
    for (const resource of resources) {
        const parent = known.has(resource.parent) ? resource.parent : "";
        const siblings = children.get(parent);
        if (siblings) siblings.push(resource);
        else children.set(parent, [resource]);
    }
    // A list instead of recursion: programs nest as deep as they like.
    const open = [{ list: sorted(children.get("")), at: 0, indent: "" }];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
        const resource = level.list[level.at++];
        if (resource === undefined) {
            open.pop();
            continue;
        }
        const last = level.at === level.list.length;
        yield `  ${level.indent}${last ? "└─" : "├─"} ${resource.name} (${resource.type})\n`;
        open.push({
            list: sorted(children.get(resource.urn)),
            at: 0,
            indent: `${level.indent}${last ? "   " : "│  "}`,
        });
    }
}

function sorted(resources: readonly ResourceEvidence[] = []): readonly ResourceEvidence[] {
    return [...resources].sort((a, b) => compare(a.type, b.type) || compare(a.urn, b.urn));
}
