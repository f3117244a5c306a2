/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Message, Sdk } from "./sdk";

const METHODS = ["require", "requireBoolean", "requireNumber", "requireObject"] as const;

/**
 * Collects the configuration keys that a program requires and nobody set. The program goes on with a placeholder,
 * so that one run names them all; it fails at the end in any case.
 */
export class MissingKeys {
    private readonly found = new Map<string, boolean>();

    constructor(sdk: Sdk) {
        const { Config } = sdk.load("config") as { Config: { prototype: Message } };
        for (const method of METHODS) {
            const secretMethod = method.replace("require", "requireSecret");
            this.wrap(Config.prototype, method, () => placeholder(method));
            const { secret } = sdk.load("output") as { secret: (value: unknown) => unknown };
            this.wrap(Config.prototype, secretMethod, () => secret(placeholder(method)));
        }
    }

    /** Keys in the order of their names, and whether the program wants them secret. */
    public get keys(): readonly { readonly key: string; readonly secret: boolean }[] {
        return [...this.found]
            .map(([key, secret]) => ({ key, secret }))
            .sort((a, b) => (a.key < b.key ? -1 : 1));
    }

    /** One line a key, with the flag that sets it; undefined when nothing is missing. */
    public get message(): string | undefined {
        if (this.found.size === 0) return undefined;
        const lines = this.keys.map(
            ({ key, secret }) =>
                `${key}: found nothing, expected a ${secret ? "secret " : ""}value: --config ${key}=VALUE`,
        );
        return lines.join("\n");
    }

    private wrap(prototype: Message, method: string, substitute: () => unknown): void {
        const original = prototype[method] as ((...args: unknown[]) => unknown) | undefined;
        if (original === undefined) return;
        const { found } = this;
        prototype[method] = function (this: unknown, ...args: unknown[]): unknown {
            try {
                return original.apply(this, args);
            } catch (error) {
                const key = missingKey(error);
                if (key === undefined) throw error;
                found.set(key, method.startsWith("requireSecret"));
                return substitute();
            }
        };
    }
}

function missingKey(error: unknown): string | undefined {
    const message = error instanceof Error ? error.message : "";
    return /^Missing required configuration variable '([^']+)'/.exec(message)?.[1];
}

function placeholder(method: (typeof METHODS)[number]): unknown {
    switch (method) {
        case "require":
            return "";
        case "requireBoolean":
            return false;
        case "requireNumber":
            return 0;
        case "requireObject":
            return anything();
    }
}

/** A value that survives most of what a program does with a structured setting: every property is one, and it is an empty list. */
function anything(): unknown {
    return new Proxy([] as unknown[], {
        get(list, property) {
            if (property in list || typeof property === "symbol")
                return Reflect.get(list, property) as unknown;
            return property === "then" || property === "toJSON" ? undefined : anything();
        },
    });
}
