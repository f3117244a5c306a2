import assert from "node:assert/strict";
import { isObject } from "../../../preflight/values";
import type { StatedResources } from "./stated-resources";

/** How many of the lines are shown; the rest is counted. */
const SHOWN = 200;

/** Where the real engine and preflight do not state the same, one line for each property. */
export function differences(engine: StatedResources, preflight: StatedResources): string[] {
    const lines: string[] = [];
    for (const urn of [...new Set([...engine.keys(), ...preflight.keys()])].sort()) {
        const left = engine.get(urn);
        const right = preflight.get(urn);
        if (right === undefined) lines.push(`${urn}: only the engine has it`);
        else if (left === undefined) lines.push(`${urn}: only preflight has it`);
        else {
            for (const difference of differing(left, right, ""))
                lines.push(`${urn}: ${difference}`);
        }
    }
    return lines;
}

/** @throws {AssertionError} listing every difference, with resource and property */
export function assertSame(engine: StatedResources, preflight: StatedResources): void {
    assertNone(differences(engine, preflight));
}

/** @throws {AssertionError} listing every line */
export function assertNone(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const rest = lines.length > SHOWN ? `\n… and ${String(lines.length - SHOWN)} more` : "";
    assert.fail(
        `${String(lines.length)} differences between the real engine and preflight:\n${lines.slice(0, SHOWN).join("\n")}${rest}`,
    );
}

function differing(left: unknown, right: unknown, path: string): string[] {
    if (Array.isArray(left) && Array.isArray(right)) {
        return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
            differing(left[index], right[index], `${path}[${String(index)}]`),
        ).flat();
    }
    if (isObject(left) && isObject(right)) {
        return [...new Set([...Object.keys(left), ...Object.keys(right)])]
            .sort()
            .flatMap((key) =>
                differing(left[key], right[key], path === "" ? key : `${path}.${key}`),
            );
    }
    if (left === right) return [];
    return [`${path}: the engine has ${shown(left)}, preflight has ${shown(right)}`];
}

function shown(value: unknown): string {
    return value === undefined ? "nothing" : JSON.stringify(value);
}
