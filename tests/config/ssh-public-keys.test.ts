import assert from "node:assert/strict";

import fc from "fast-check";

import { Problems } from "../../config/problems";
import { sshPublicKey } from "../../config/ssh-public-keys";
import { KEYS } from "./sound-stack";

const EXPECTED =
    "the one line of an OpenSSH public key: ssh-ed25519, a security key (sk-…) or ssh-rsa of at least 3072 bits";
const PRIVATE =
    "a public key (the .pub file); the private one is no longer secret once pasted: make a new pair";

function read(value: unknown): { readonly key: string | undefined; readonly problems: string[] } {
    const problems = new Problems();
    const key = sshPublicKey({ path: "key", value, problems });
    return {
        key,
        problems: problems.sorted().map((p) => `found ${p.found}, expected ${p.expected}`),
    };
}

function accepts(line: string, key = line) {
    assert.deepEqual(read(line), { key, problems: [] });
}

function reports(value: unknown, found: string, expected = EXPECTED) {
    assert.deepEqual(read(value), {
        key: undefined,
        problems: [`found ${found}, expected ${expected}`],
    });
}

/** A key of this type and these parts, as ssh-keygen would write it. */
function key(type: string, ...parts: readonly (Buffer | string)[]): string {
    const strings = [type, ...parts].map((part) => Buffer.from(part as string, "latin1"));
    const blob = strings.flatMap((bytes) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(bytes.length);
        return [length, bytes];
    });
    return `${type} ${Buffer.concat(blob).toString("base64")}`;
}

const EXPONENT = Buffer.from([1, 0, 1]);
/** An odd number of this many bits, as an mpint. */
function modulus(bits: number): Buffer {
    const hex = ((1n << BigInt(bits - 1)) + 1n).toString(16);
    const even = hex.length % 2 === 0 ? hex : `0${hex}`;
    const bytes = Buffer.from(even, "hex");
    return bytes[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}
const POINT = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]);
const SK_ED25519 = "sk-ssh-ed25519@openssh.com";
const SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";

describe("SSH public keys", () => {
    it("accepts ed25519", () => {
        accepts(KEYS.ed25519);
    });
    it("accepts RSA of 3072 and of 4096 bits", () => {
        accepts(KEYS.rsa3072);
        accepts(KEYS.rsa4096);
    });
    it("accepts RSA of exactly 3072 and 16384 bits", () => {
        accepts(key("ssh-rsa", EXPONENT, modulus(3072)));
        accepts(key("ssh-rsa", EXPONENT, modulus(16384)));
        accepts(key("ssh-rsa", Buffer.from([3]), modulus(3072)));
    });
    it("accepts security keys", () => {
        accepts(key(SK_ED25519, Buffer.alloc(32, 1), "ssh:"));
        accepts(key(SK_ECDSA, "nistp256", POINT, "ssh:work"));
    });
    it("leaves comment and white space out", () => {
        accepts(`  ${KEYS.ed25519}  anna@laptop of hers \n`, KEYS.ed25519);
    });

    it("reports what is no text", () => {
        reports(undefined, "nothing");
        reports(12, "12");
    });
    it("reports an empty text", () => {
        reports("", "something else");
    });
    for (const [what, text] of [
        ["an OpenSSH file", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END"],
        ["an RSA file", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END"],
        ["a file in one line", "-----BEGIN ENCRYPTED PRIVATE KEY----- MIIE"],
        ["the body of an OpenSSH file", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU"],
        ["a body behind a public type", "ssh-ed25519 b3BlbnNzaC1rZXktdjEAAAAABG5vbmU"],
        ["a PuTTY file", "PuTTY-User-Key-File-3: ssh-ed25519"],
    ] as const) {
        it(`reports ${what} as private key`, () => {
            reports(text, "a private key", PRIVATE);
        });
    }
    it("reports several lines", () => {
        reports(`${KEYS.ed25519}\n${KEYS.rsa3072}`, "several lines");
    });
    it("reports DSA, ECDSA and signature algorithms by name", () => {
        reports(KEYS.dss, "a key of type ssh-dss");
        reports(KEYS.ecdsa, "a key of type ecdsa-sha2-nistp256");
        reports("rsa-sha2-512 AAAA", "a key of type rsa-sha2-512");
    });
    it("reports certificates", () => {
        reports("ssh-ed25519-cert-v01@openssh.com AAAA", "a certificate");
    });
    it("reports options before the key, a bare blob and other text", () => {
        reports(`no-pty ${KEYS.ed25519}`, "something else");
        reports(KEYS.ed25519.split(" ")[1], "something else");
        reports("hello", "something else");
    });
    it("reports RSA that is too short or too long for sshd", () => {
        reports(KEYS.rsa2048, "a 2048-bit ssh-rsa key");
        reports(key("ssh-rsa", EXPONENT, modulus(3071)), "a 3071-bit ssh-rsa key");
        reports(key("ssh-rsa", EXPONENT, modulus(16385)), "a 16385-bit ssh-rsa key");
    });
    it("reports RSA numbers that cannot be", () => {
        const damaged = "a damaged ssh-rsa key";
        reports(key("ssh-rsa", EXPONENT), damaged);
        reports(key("ssh-rsa", EXPONENT, modulus(3072), "more"), damaged);
        reports(key("ssh-rsa", Buffer.alloc(0), modulus(3072)), damaged);
        reports(key("ssh-rsa", EXPONENT, Buffer.alloc(0)), damaged);
        reports(key("ssh-rsa", EXPONENT, modulus(3072).subarray(1)), damaged); // negative
        reports(key("ssh-rsa", Buffer.from([1]), modulus(3072)), damaged);
        reports(key("ssh-rsa", Buffer.from([4]), modulus(3072)), damaged);
    });
    it("reports a type that is not the blob's", () => {
        const blob = KEYS.rsa3072.split(" ")[1]!;
        reports(`ssh-ed25519 ${blob}`, "a key that says ssh-ed25519 but is of another type");
    });
    it("reports damaged ed25519 keys", () => {
        reports(key("ssh-ed25519", Buffer.alloc(31)), "a damaged ssh-ed25519 key");
        reports(key("ssh-ed25519", Buffer.alloc(32), "more"), "a damaged ssh-ed25519 key");
        reports(key("ssh-ed25519"), "a damaged ssh-ed25519 key");
    });
    it("reports damaged blobs", () => {
        for (const blob of ["", "AAAA", "AAAAC3Nz", "AAAAC3NzaC1lZDI1NTE5AAAA", "%%%%", "AAAAA"]) {
            reports(`ssh-ed25519 ${blob}`, "a damaged ssh-ed25519 key");
        }
    });
    it("reports damaged security keys", () => {
        const ed = `a damaged ${SK_ED25519} key`;
        reports(key(SK_ED25519, Buffer.alloc(31), "ssh:"), ed);
        reports(key(SK_ED25519, Buffer.alloc(32)), ed);
        reports(key(SK_ED25519, Buffer.alloc(32), "web:"), ed);
        reports(key(SK_ED25519, Buffer.alloc(32), "ssh:", "more"), ed);
        const ec = `a damaged ${SK_ECDSA} key`;
        reports(key(SK_ECDSA, "nistp384", POINT, "ssh:"), ec);
        reports(key(SK_ECDSA, "nistp256", POINT.subarray(1), "ssh:"), ec);
        reports(key(SK_ECDSA, "nistp256", Buffer.alloc(65, 3), "ssh:"), ec);
        reports(key(SK_ECDSA, "nistp256", POINT), ec);
        reports(key(SK_ECDSA, "nistp256", POINT, "ssh:", "more"), ec);
        reports(key(SK_ECDSA), ec);
        reports(key(SK_ECDSA, "nistp256"), ec);
    });

    it("never repeats what was pasted", () => {
        fc.assert(
            fc.property(fc.string({ minLength: 12 }), fc.boolean(), (secret, private_) => {
                fc.pre(!EXPECTED.includes(secret) && !PRIVATE.includes(secret));
                const { key, problems } = read(private_ ? `PRIVATE KEY ${secret}` : `x${secret}`);
                assert.equal(key, undefined);
                assert.ok(problems.every((problem) => !problem.includes(secret)));
            }),
        );
    });
    it("gives a key that reads the same again", () => {
        fc.assert(
            fc.property(
                fc.uint8Array({ minLength: 32, maxLength: 32 }),
                fc.string(),
                (bytes, comment) => {
                    fc.pre(!/[\r\n]|PRIVATE KEY|b3BlbnNzaC1rZXktdjE/.test(comment));
                    const line = key("ssh-ed25519", Buffer.from(bytes));
                    accepts(`${line} ${comment}`, line);
                },
            ),
        );
    });
});
