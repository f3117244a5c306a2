import { createHash } from "node:crypto";

/**
 * Hexadecimal digits that stand for something the cloud would have chosen at random. They are derived, never counted or
 * drawn, so that two runs of one program give the same document.
 * @param seed what the digits are about, usually a URN and a property
 * @param length at most 64
 */
export function hex(seed: string, length: number): string {
    return createHash("sha256").update(seed).digest("hex").slice(0, length);
}

/** As `hex`, in digits and capital letters as AWS writes the ids of users, certificates and zones. At most 32. */
export function capitals(seed: string, length: number): string {
    const bytes = createHash("sha256").update(seed).digest().subarray(0, length);
    return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A version 4 UUID in form, derived from the seed. */
export function uuid(seed: string): string {
    const digits = hex(seed, 32);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `8${digits.slice(17, 20)}`,
        digits.slice(20, 32),
    ].join("-");
}

/** A number below `limit`, derived from the seed. */
export function number(seed: string, limit: number): number {
    return Number.parseInt(hex(seed, 8), 16) % limit;
}
