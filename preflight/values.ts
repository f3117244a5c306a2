/**
 * Property values as they travel between Pulumi's SDK, its engine and its plugins: plain JSON in which
 * unknown, secret, output, asset and resource values are marked by signature objects. The marks are
 * constants of Pulumi's protocol (sdk/nodejs/runtime/rpc.ts), stated here so that nothing depends on
 * which copy of the SDK a program brings.
 */

/** A bag of property values in wire form. */
export type Props = Record<string, unknown>;

/** The string that stands for a value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key that marks a signature object. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
/** Signature of a secret. */
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
/** Signature of an output value: a value with its secrecy and dependencies, or unknown. */
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
/** Signature of a reference to a resource. */
export const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** Signature of an asset. */
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
/** Signature of an archive. */
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** A signature object. */
export interface Marked {
    readonly [SIGNATURE]: string;
    readonly value?: unknown;
    readonly secret?: boolean;
    readonly dependencies?: readonly string[];
    readonly urn?: string;
    readonly id?: string;
}

/** Whether a value is an object with properties (not null, not a list). */
export function isObject(value: unknown): value is Props {
    return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Whether a value is a signature object of the given kind. */
export function isMarked(value: unknown, signature: string): value is Marked & Props {
    return isObject(value) && value[SIGNATURE] === signature;
}

/** Wraps a value as a secret; a secret stays what it is. */
export function secret(value: unknown): unknown {
    return isMarked(value, SECRET) ? value : { [SIGNATURE]: SECRET, value };
}

/** The value without a secret's or an output value's wrapping, at the top level only; unknown outputs become UNKNOWN. */
export function unwrap(value: unknown): unknown {
    if (isMarked(value, SECRET)) return unwrap(value.value);
    if (isMarked(value, OUTPUT)) return "value" in value ? unwrap(value.value) : UNKNOWN;
    return value;
}

/** Whether a value is or contains one that is not known yet. */
export function containsUnknown(value: unknown): boolean {
    if (value === UNKNOWN) return true;
    if (Array.isArray(value)) return value.some(containsUnknown);
    if (!isObject(value)) return false;
    if (isMarked(value, OUTPUT) && !("value" in value)) return true;
    return Object.values(value).some(containsUnknown);
}

/** Whether a value is or contains a secret. */
export function containsSecret(value: unknown): boolean {
    if (Array.isArray(value)) return value.some(containsSecret);
    if (!isObject(value)) return false;
    if (isMarked(value, SECRET)) return true;
    if (isMarked(value, OUTPUT) && value.secret === true) return true;
    return Object.values(value).some(containsSecret);
}

/**
 * What the engine makes of properties before a plugin that takes neither output values nor resource
 * references sees them: an output value becomes its value, unknown or secret; a reference becomes the
 * resource's id, or its URN for a component.
 */
export function lowerProps(props: Props): Props {
    return loweredProps(props, referenceToId);
}

/** Makes output values plain, as `lowerProps` does, and keeps references to resources: what a program gets back. */
export function keepReferences(props: Props): Props {
    return loweredProps(props, (reference) => reference);
}

function referenceToId(reference: Props): unknown {
    if (!("id" in reference)) return reference.urn;
    return reference.id === "" ? UNKNOWN : reference.id;
}

function lowered(value: unknown, reference: (value: Props) => unknown): unknown {
    if (Array.isArray(value)) return value.map((element) => lowered(element, reference));
    if (!isObject(value)) return value;
    switch (value[SIGNATURE]) {
        case OUTPUT: {
            const inner = "value" in value ? lowered(value.value, reference) : UNKNOWN;
            return value.secret === true ? secret(inner) : inner;
        }
        case RESOURCE:
            return reference(value);
        case SECRET:
            return secret(lowered(value.value, reference));
        case ASSET:
        case ARCHIVE:
            return loweredProps(withoutSdkMarks(value), reference);
        default:
            return loweredProps(value, reference);
    }
}

/** An asset without what only the SDK knows of it, and the engine does not keep. */
function withoutSdkMarks(asset: Props): Props {
    return Object.fromEntries(Object.entries(asset).filter(([key]) => !/^__pulumi/.test(key)));
}

function loweredProps(props: Props, reference: (value: Props) => unknown): Props {
    const result: Props = {};
    for (const key of Object.keys(props)) result[key] = lowered(props[key], reference);
    return result;
}
