import type { Note } from "../engine/graph";
import { isObject } from "../values";
import { UsageError } from "../usage-error";
import { hasType } from "./declarations";
import { type Project, type StackFile, shown } from "./project";
import { setAtPath } from "./config-path";

/** A stack's configuration as a program gets it. */
export interface StackConfig {
    /** `namespace:key` → value; lists and maps as JSON. */
    readonly values: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    readonly notes: readonly Note[];
}

/** One `--config` of the command line. */
export interface Override {
    readonly key: string;
    readonly value: string;
    /** Given with `--config-path`: the key is a path into a structured value. */
    readonly path: boolean;
}

/**
 * Joins what Pulumi.yaml, the stack's file and the command line say, in that order.
 * An encrypted value cannot be decrypted offline; it becomes a stand-in that is secret and noted.
 * @throws {UsageError} naming every key that is missing or of the wrong type
 */
export function resolveConfig(
    project: Project,
    stackFile: StackFile,
    overrides: readonly Override[],
): StackConfig {
    const problems: string[] = [];
    const raw = new Map<string, unknown>();
    const qualify = (key: string): string => (key.includes(":") ? key : `${project.name}:${key}`);
    for (const declared of project.declared) {
        if (declared.hasValue) raw.set(declared.key, declared.value);
    }
    for (const [key, value] of Object.entries(stackFile.config)) raw.set(qualify(key), value);
    for (const { key, value, path } of overrides) {
        if (!path) raw.set(qualify(key), value);
        else setAtPath(raw, qualify(key), value, problems);
    }
    for (const { key, type, hasValue } of project.declared) {
        if (!raw.has(key) && !hasValue) {
            problems.push(
                `${stackFile.file ?? stackFile.stack}: ${key}: found nothing, expected a value: set it with --config ${key}=VALUE`,
            );
        } else if (
            type !== undefined &&
            !isEncrypted(raw.get(key)) &&
            !hasType(raw.get(key), type)
        ) {
            problems.push(
                `${stackFile.file ?? stackFile.stack}: ${key}: found ${shown(raw.get(key))}, expected ${type}`,
            );
        }
    }
    if (problems.length > 0) throw new UsageError(problems);
    return render(project, stackFile, raw);
}

function render(
    project: Project,
    stackFile: StackFile,
    raw: ReadonlyMap<string, unknown>,
): StackConfig {
    const values: Record<string, string> = {};
    const secretKeys = new Set(project.declared.filter((d) => d.secret).map((d) => d.key));
    const notes: Note[] = [];
    for (const [key, value] of [...raw].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const { plain, encrypted } = decryptInto(value, key);
        values[key] = typeof plain === "string" ? plain : JSON.stringify(plain);
        if (encrypted) {
            secretKeys.add(key);
            notes.push({
                kind: "encrypted-config",
                message: `${key} is encrypted in ${stackFile.file ?? "the stack file"}: the program got a stand-in value`,
            });
        }
    }
    for (const environment of stackFile.environments) {
        notes.push({
            kind: "unresolved-environment",
            message: `${stackFile.file ?? stackFile.stack} imports the environment ${environment}, which cannot be read offline`,
        });
    }
    return { values, secretKeys: [...secretKeys].sort(), notes };
}

function isEncrypted(value: unknown): value is { secure: unknown } {
    return isObject(value) && Object.keys(value).length === 1 && "secure" in value;
}

/** Replaces encrypted values, wherever they are, by a stand-in. */
function decryptInto(value: unknown, key: string): { plain: unknown; encrypted: boolean } {
    if (isEncrypted(value)) return { plain: `simulated-secret-of-${key}`, encrypted: true };
    if (Array.isArray(value)) {
        const items = value.map((item) => decryptInto(item, key));
        return { plain: items.map((i) => i.plain), encrypted: items.some((i) => i.encrypted) };
    }
    if (isObject(value)) {
        // The CLI hands maps over with their keys in order.
        const entries = Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, decryptInto(v, key)] as const);
        return {
            plain: Object.fromEntries(entries.map(([k, v]) => [k, v.plain])),
            encrypted: entries.some(([, v]) => v.encrypted),
        };
    }
    return { plain: value, encrypted: false };
}
