import { existsSync } from "node:fs";
import { join } from "node:path";

type Properties = Record<PropertyKey, unknown>;
/** The SDK's reader of a resource's properties (sdk/nodejs/policy/deserialize.ts). */
type Read = (struct: unknown, proxySecrets: boolean) => Properties;

/**
 * Lets the SDK read a resource's properties when a policy first looks at them. It makes a copy for every policy and every
 * resource, and most policies are about other types: with 10,000 resources the copies are most of a judgement's time.
 * @param sdk folder of the pack's @pulumi/policy
 * @param load loads a file of the pack's own instance of it
 */
export function readLate(sdk: string, load: (file: string) => unknown): void {
    const file = join(sdk, "deserialize.js");
    if (!existsSync(file)) return;
    const reader = load(file) as { deserializeProperties?: Read };
    const read = reader.deserializeProperties;
    if (typeof read !== "function") return;
    // Remediations keep secrets in a form of their own, and are few.
    reader.deserializeProperties = (struct, proxySecrets) =>
        proxySecrets ? read(struct, proxySecrets) : late(() => read(struct, proxySecrets));
}

/** An object that is filled when it is first touched, and afterwards is like any other. */
export function late(read: () => Properties): Properties {
    let isFilled = false;
    const filled = (target: Properties): Properties => {
        if (!isFilled) {
            Object.assign(target, read());
            isFilled = true;
        }
        return target;
    };
    return new Proxy<Properties>(
        {},
        {
            get: (target, key) => filled(target)[key],
            has: (target, key) => key in filled(target),
            ownKeys: (target) => Reflect.ownKeys(filled(target)),
            getOwnPropertyDescriptor: (target, key) =>
                Reflect.getOwnPropertyDescriptor(filled(target), key),
            set: (target, key, value) => Reflect.set(filled(target), key, value),
            defineProperty: (target, key, descriptor) =>
                Reflect.defineProperty(filled(target), key, descriptor),
            deleteProperty: (target, key) => Reflect.deleteProperty(filled(target), key),
        },
    );
}
