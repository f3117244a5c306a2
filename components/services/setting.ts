/**
 * One option setting of a Beanstalk environment. `V` is the type of a value that may not be known yet; plain text is
 * what AWS gets.
 */
export interface Setting<V = string> {
    readonly namespace: string;
    readonly name: string;
    readonly value: V;
    /** Empty, not absent: AWS answers with an empty one, and every preview would show the difference. */
    readonly resource: "";
}

/** Settings found by `namespace name`; a value that is no text is not known yet. */
export class SettingsIndex {
    readonly #values: ReadonlyMap<string, unknown>;
    readonly #namespaces: ReadonlySet<string>;

    constructor(settings: readonly Setting<unknown>[]) {
        this.#values = new Map(settings.map((s) => [`${s.namespace} ${s.name}`, s.value]));
        this.#namespaces = new Set(settings.map((s) => s.namespace));
    }

    /** Whether the option is set, to whatever value. */
    has(namespace: string, name: string): boolean {
        return this.#values.has(`${namespace} ${name}`);
    }

    /** The value of an option; undefined where it is not set or not known yet. */
    text(namespace: string, name: string): string | undefined {
        const value = this.#values.get(`${namespace} ${name}`);
        return typeof value === "string" ? value : undefined;
    }

    /** The value of an option as a number; undefined where it is not set, not known yet or no whole number. */
    count(namespace: string, name: string): number | undefined {
        const text = this.text(namespace, name);
        return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
    }

    /** The last parts of the namespaces that begin with the prefix, sorted. */
    namespacesUnder(prefix: string): string[] {
        return [...this.#namespaces]
            .filter((namespace) => namespace.startsWith(prefix))
            .map((namespace) => namespace.slice(prefix.length))
            .sort();
    }
}
