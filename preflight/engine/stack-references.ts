/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import type { Engine } from "./engine";
import type { Message, Sdk } from "./sdk";

/**
 * Gives stack references an answer for every output that a program asks for: another stack's state is not
 * there offline, and `requireOutput` must not fail for that.
 */
export function fillStackReferences(sdk: Sdk, engine: Engine): void {
    const { StackReference } = sdk.load("stackReference") as {
        StackReference: { prototype: Message };
    };
    const { all, output } = sdk.load("output");
    const { prototype } = StackReference;
    const invent = (stack: string, key: string): unknown => {
        engine.note({
            kind: "stack-reference",
            message: `output ${key} of stack ${stack} is not known offline: a stand-in is used`,
        });
        return standIn(key);
    };
    for (const method of ["getOutput", "requireOutput"]) {
        prototype[method] = function (this: Message, name: unknown): unknown {
            return all([output(this.name), output(name), this.outputs]).apply(
                ([stack, key, outputs]: [string, string, Record<string, unknown>]) =>
                    outputs[key] ?? invent(stack, key),
            );
        };
    }
    // A program may take `outputs` itself apart; the SDK assigns it, so it comes by here.
    const known = new WeakMap<object>();
    Object.defineProperty(prototype, "outputs", {
        configurable: true,
        get(this: object): Message {
            return known.get(this);
        },
        set(this: Message, value: Message) {
            const filled = value.apply((outputs: object) =>
                this.name.apply((stack: string) => inventing(outputs, (key) => invent(stack, key))),
            );
            known.set(this as object, filled);
        },
    });
}

/** An object that has every property it is asked for, but those by which promises and outputs are told. */
function inventing(outputs: object, invent: (key: string) => unknown): object {
    return new Proxy(outputs, {
        get: (target, key, receiver): unknown =>
            typeof key === "symbol" || key in target || /^then$|^toJSON$|^__pulumi/.test(key)
                ? Reflect.get(target, key, receiver)
                : invent(key),
    });
}

const ID_PREFIXES: Readonly<Record<string, string>> = {
    vpc: "vpc",
    subnet: "subnet",
    securitygroup: "sg",
    sg: "sg",
    routetable: "rtb",
    internetgateway: "igw",
    natgateway: "nat",
    zone: "Z",
};

/** A value in the shape that an output's name promises: a list for a plural, an id, an ARN, a name. */
export function standIn(name: string): unknown {
    const plural = /^(.*(?:id|arn|name|subnet|group|zone|cidr|address)e?)s$/i.exec(name);
    if (plural?.[1] !== undefined) {
        const one = plural[1].replace(/(address)e$/i, "$1");
        return [1, 2, 3].map((number) => scalar(one, number));
    }
    return scalar(name, 1);
}

function scalar(name: string, number: number): string {
    const lower = name.toLowerCase().replace(/[^a-z]/g, "");
    const suffix = String(number).padStart(17, "0");
    if (lower.endsWith("arn")) return `arn:aws:service:eu-west-1:123456789012:${name}-${number}`;
    const kind = Object.keys(ID_PREFIXES).find((key) => lower.replace(/ids?$/, "").endsWith(key));
    if (kind !== undefined && /id$/.test(lower)) {
        const prefix = ID_PREFIXES[kind] ?? kind;
        return prefix === "Z" ? `Z${suffix}` : `${prefix}-${suffix}`;
    }
    if (lower.includes("cidr")) return `10.0.${number}.0/24`;
    if (lower.endsWith("kubeconfig")) return "{}";
    return `${name}-${number}`;
}
