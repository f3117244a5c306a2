// Leaves a policy's prose and examples unmutated: nothing decides by them, and examples are tests themselves.
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const PROSE = new Set([
    "title",
    "why",
    "remediation",
    "frameworks",
    "severity",
    "control",
    "examples",
]);

/** Whether a node is the value of a property that holds prose, in the argument of a policy's definition. */
function isProse(path) {
    const { parent } = path;
    if (parent?.type !== "ObjectProperty" || parent.value !== path.node) return false;
    const key = parent.key.type === "Identifier" ? parent.key.name : parent.key.value;
    if (!PROSE.has(key)) return false;
    const call = path.parentPath?.parentPath?.parent;
    return call?.type === "CallExpression" && /^define\w*Policy$/.test(call.callee.name ?? "");
}

export const strykerPlugins = [
    declareValuePlugin(PluginKind.Ignore, "prose", {
        shouldIgnore(path) {
            return isProse(path) ? "prose and examples of a policy" : undefined;
        },
    }),
];
