import { type Reader, refuse } from "./readers";

const EXPECTED =
    "the one line of an OpenSSH public key: ssh-ed25519, a security key (sk-…) or ssh-rsa of at least 3072 bits";
const PRIVATE =
    "a public key (the .pub file); the private one is no longer secret once pasted: make a new pair";
const MIN_RSA_BITS = 3072;
// sshd refuses more (SSHBUF_MAX_BIGNUM, 16384 bits).
const MAX_RSA_BITS = 16384;

/** Names of key types that OpenSSH knows and this platform refuses: they may be repeated in a message. */
const REFUSED_TYPES = [
    "ssh-dss",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "rsa-sha2-256",
    "rsa-sha2-512",
];

/** What is wrong with a key of this type, from its blob; `undefined` when it is sound. */
type Check = (parts: readonly Buffer[]) => string | undefined;

const TYPES: ReadonlyMap<string, Check> = new Map<string, Check>([
    ["ssh-ed25519", ([key, ...rest]) => sound(key?.length === 32 && rest.length === 0)],
    ["ssh-rsa", rsaProblem],
    [
        "sk-ssh-ed25519@openssh.com",
        ([key, application, ...rest]) =>
            sound(key?.length === 32 && isApplication(application) && rest.length === 0),
    ],
    [
        "sk-ecdsa-sha2-nistp256@openssh.com",
        ([curve, point, application, ...rest]) =>
            sound(
                curve?.toString("latin1") === "nistp256" &&
                    point?.length === 65 &&
                    point[0] === 4 && // an uncompressed point
                    isApplication(application) &&
                    rest.length === 0,
            ),
    ],
]);

/**
 * Reads a public key as `ssh-keygen` writes it (RFC 4253 §6.6, RFC 8709, OpenSSH's PROTOCOL.u2f) and gives type and
 * blob without the comment. Nothing of what was pasted enters a message: it may be a private key.
 */
export const sshPublicKey: Reader<string> = (field) => {
    if (typeof field.value !== "string") return refuse(field, EXPECTED);
    const line = field.value.trim();
    if (isPrivate(line)) return refuse(field, PRIVATE, "a private key");
    if (/[\r\n]/.test(line)) return refuse(field, EXPECTED, "several lines");
    const [type = "", blob = ""] = line.split(/\s+/);
    if (REFUSED_TYPES.includes(type)) return refuse(field, EXPECTED, `a key of type ${type}`);
    if (type.includes("-cert-v01@")) return refuse(field, EXPECTED, "a certificate");
    const check = TYPES.get(type);
    if (check === undefined) return refuse(field, EXPECTED, "something else");
    const [algorithm, ...parts] = split(blob) ?? [];
    if (algorithm === undefined) return refuse(field, EXPECTED, `a damaged ${type} key`);
    if (algorithm.toString("latin1") !== type) {
        return refuse(field, EXPECTED, `a key that says ${type} but is of another type`);
    }
    const problem = check(parts);
    return problem === undefined
        ? `${type} ${blob}`
        : refuse(field, EXPECTED, `${problem} ${type} key`);
};

function isPrivate(line: string): boolean {
    // PEM and OpenSSH files, PuTTY's format, and the bare base64 body of an OpenSSH private key ("openssh-key-v1").
    return /PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXktdjE/.test(line);
}

/** The strings that an SSH blob is made of, each with its length before it; `undefined` when it is no such blob. */
function split(base64: string): readonly Buffer[] | undefined {
    const bytes = Buffer.from(base64, "base64");
    // Node ignores what is not base64; sshd does not.
    if (bytes.length === 0 || bytes.toString("base64") !== base64) return undefined;
    const parts: Buffer[] = [];
    let offset = 0;
    while (offset < bytes.length) {
        if (offset + 4 > bytes.length) return undefined;
        const end = offset + 4 + bytes.readUInt32BE(offset);
        if (end > bytes.length) return undefined;
        parts.push(bytes.subarray(offset + 4, end));
        offset = end;
    }
    return parts;
}

function rsaProblem(parts: readonly Buffer[]): string | undefined {
    const [exponent, modulus] = parts.map(positive);
    if (parts.length !== 2 || exponent === undefined || modulus === undefined) return "a damaged";
    const bits = modulus.toString(2).length;
    if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) return `a ${bits}-bit`;
    return exponent > 2n && exponent % 2n === 1n ? undefined : "a damaged";
}

/** An mpint of RFC 4251 as a number; `undefined` for zero and below. */
function positive(bytes: Buffer): bigint | undefined {
    const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
    const value = BigInt(`0x0${bytes.toString("hex")}`);
    return negative || value === 0n ? undefined : value;
}

function isApplication(bytes: Buffer | undefined): boolean {
    return bytes?.toString("latin1").startsWith("ssh:") === true;
}

function sound(isSound: boolean): string | undefined {
    return isSound ? undefined : "a damaged";
}
