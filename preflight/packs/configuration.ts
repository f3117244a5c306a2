import type { Ajv as Validator, ErrorObject } from "ajv";
import { isObject, type Props } from "../values";
import { type Enforcement, type PackConfig, PackConfigError } from "./pack";
import type { DeclaredPack, DeclaredPolicy, PolicySetting } from "./protocol";
import { nearest } from "./selection";

/** A policy's configuration as it is given: a level, properties, or both. */
interface Given {
    readonly enforcement?: Enforcement;
    readonly properties: Props;
}

const LEVELS: readonly unknown[] = [
    "advisory",
    "mandatory",
    "remediate",
    "disabled",
] satisfies Enforcement[];
const ALL = "all";

/**
 * The configuration in force, as the engine reconciles it (pkg/resource/analyzer/config.go): what the schemas default
 * to, then what the pack brings, then what is given; of each, `all` first. Unlike the engine, which sends an unknown
 * policy's configuration into the void, this refuses it: a misspelt name would leave a policy on.
 * @param dir the pack's folder, for messages
 * @throws {PackConfigError} with every problem
 */
export function configure(
    dir: string,
    pack: DeclaredPack,
    config: PackConfig = {},
): ReadonlyMap<string, PolicySetting> {
    const problems: string[] = [];
    const given = parse(pack, config, problems);
    const settings = new Map(
        pack.policies.map((policy): [string, PolicySetting] => [
            policy.name,
            { enforcement: policy.enforcement, properties: defaults(policy) },
        ]),
    );
    apply(settings, new Map(Object.entries(pack.initial)));
    apply(settings, given);
    for (const policy of pack.policies) {
        const { properties } = settings.get(policy.name) ?? { properties: {} };
        problems.push(...validate(policy, properties));
    }
    if (problems.length > 0) throw new PackConfigError(dir, problems);
    return settings;
}

function parse(
    pack: DeclaredPack,
    config: PackConfig,
    problems: string[],
): ReadonlyMap<string, Given> {
    const names = pack.policies.map((policy) => policy.name);
    const given = new Map<string, Given>();
    for (const [name, value] of Object.entries(config) as [string, unknown][]) {
        if (name !== ALL && !names.includes(name)) {
            const near = nearest(name, names);
            const expected =
                near.length > 0
                    ? `one like ${near.join(", ")}`
                    : `all or one of ${[...names].sort().join(", ")}`;
            problems.push(
                `configuration of ${name}: found no such policy in ${pack.name}, expected ${expected}`,
            );
            continue;
        }
        const { enforcementLevel, ...properties } = isObject(value)
            ? value
            : { enforcementLevel: value ?? null };
        if (enforcementLevel !== undefined && !LEVELS.includes(enforcementLevel)) {
            problems.push(
                `configuration of ${name}: found ${show(enforcementLevel)}, expected ${LEVELS.join(", ")}`,
            );
            continue;
        }
        const enforcement = enforcementLevel as Enforcement | undefined;
        given.set(name, { properties, ...(enforcement === undefined ? {} : { enforcement }) });
    }
    return given;
}

function defaults(policy: DeclaredPolicy): Props {
    const properties: Props = {};
    for (const [name, schema] of Object.entries(policy.schema)) {
        if (isObject(schema) && "default" in schema) properties[name] = schema["default"];
    }
    return properties;
}

/** Properties under `all` reach no policy, in the engine neither. */
function apply(settings: Map<string, PolicySetting>, given: ReadonlyMap<string, Given>): void {
    const all = given.get(ALL)?.enforcement;
    for (const [name, setting] of settings) {
        const own = given.get(name);
        settings.set(name, {
            enforcement: own?.enforcement ?? all ?? setting.enforcement,
            properties: { ...setting.properties, ...own?.properties },
        });
    }
}

function validate(policy: DeclaredPolicy, properties: Props): string[] {
    const { schema, required } = policy;
    if (Object.keys(schema).length === 0 && required.length === 0) return [];
    const where = `configuration of ${policy.name}`;
    let check;
    try {
        check = validator().compile({ type: "object", properties: schema, required });
    } catch (error) {
        return [
            `${where}: found a schema that is not JSON Schema (${(error as Error).message}), expected one`,
        ];
    }
    return check(properties) ? [] : (check.errors ?? []).map((error) => explain(where, error));
}

let shared: Validator | undefined;

/** Most packs declare no schema, and ajv takes a while to load and to read its own. */
function validator(): Validator {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when a pack declares a schema
    const { Ajv } = require("ajv") as typeof import("ajv");
    return (shared ??= new Ajv({ allErrors: true, strict: false, logger: false, verbose: true }));
}

function explain(where: string, error: ErrorObject): string {
    const path = error.instancePath.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
    const place = `${where}${path === "" ? "" : `: ${path.replace(/^\./, "")}`}`;
    const params = error.params as Readonly<Record<string, unknown>>;
    switch (error.keyword) {
        case "required":
            return `${place}: found no ${String(params["missingProperty"])}, expected it, as it is required`;
        case "type":
            return `${place}: found ${show(error.data)}, expected ${[params["type"]].flat().join(" or ")}`;
        case "enum":
            return `${place}: found ${show(error.data)}, expected one of ${(params["allowedValues"] as unknown[]).map(show).join(", ")}`;
        default:
            return `${place}: found ${show(error.data)}, expected a value that ${error.message ?? "fits the schema"}`;
    }
}

function show(value: unknown): string {
    return JSON.stringify(value);
}
