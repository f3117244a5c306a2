import { readFileSync } from "node:fs";
import { nameOf } from "../engine/urn";
import type { ResourceEvidence } from "../report/evidence";
import { secretTexts } from "../report/program-secrets";
import { regionOf } from "../report/region";
import { UsageError } from "../usage-error";
import { isObject } from "../values";
import { Fields, ShapeError } from "./fields";

/** A stack's state, as `pulumi stack export` writes it. */
export interface State {
    readonly file: string;
    /** All but what waits for its deletion after a replacement, which is not analyzed either. */
    readonly resources: readonly ResourceEvidence[];
    /** URNs of what the program only reads. */
    readonly external: ReadonlySet<string>;
    /** Texts that are secret and, in an export with --show-secrets, in the clear. */
    readonly secrets: readonly string[];
}

/**
 * Reads a file that `pulumi stack export` wrote.
 * @throws {UsageError} when it is none, is cut off or holds no resource
 */
export function readState(file: string): State {
    try {
        const deployment = Fields.of(parse(readFileSync(file, "utf8")), "").fields("deployment");
        const states = deployment
            .list("resources")
            .map((value, at) => Fields.of(value, `deployment.resources[${at}]`));
        const resources = states.flatMap((state) =>
            state.raw("delete") === true ? [] : [resource(state)],
        );
        if (resources.length === 0)
            throw new ShapeError("deployment.resources", "no resource", "the analyzed stack's");
        const bags = states.flatMap((state) => [state.raw("inputs"), state.raw("outputs")]);
        const external = states.filter((state) => state.raw("external") === true);
        return {
            file,
            resources,
            external: new Set(external.map((state) => state.urn("urn"))),
            secrets: secretTexts(bags),
        };
    } catch (error) {
        if (error instanceof ShapeError) throw new UsageError([`${file}: ${error.message}`]);
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        throw new UsageError([
            `${file}: found ${(error as Error).message}, expected a file that can be read`,
        ]);
    }
}

function parse(text: string): unknown {
    const expected = "the JSON that `pulumi stack export` writes";
    if (text.trim() === "") throw new ShapeError("", "an empty file", expected);
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
        const found = text.trimStart().startsWith("{") ? "JSON that is cut off" : "other text";
        throw new ShapeError("", found, expected);
    }
}

function resource(state: Fields): ResourceEvidence {
    const urn = state.urn("urn");
    const inputs = state.raw("inputs");
    const region = isObject(inputs) ? regionOf(inputs) : undefined;
    const source = sourceOf(state.optionalText("sourcePosition"));
    return {
        urn,
        type: state.text("type"),
        name: nameOf(urn),
        parent: state.optionalText("parent"),
        provider: state.optionalText("provider"),
        ...(region === undefined ? {} : { region }),
        ...(source === undefined ? {} : { source }),
    };
}

/** `project:///index.ts#12,3`, relative to the project; a place in a package says nothing to the program's reader. */
function sourceOf(position: string): ResourceEvidence["source"] {
    const [, file, line] = /^project:\/\/\/([^#]+)#(\d+)/.exec(position) ?? [];
    if (file === undefined || file.includes("node_modules/")) return undefined;
    return Number(line) > 0 ? { file, line: Number(line) } : undefined;
}
