import assert from "node:assert/strict";

import * as fc from "fast-check";

import { authorizedKeysFiles } from "../../../components/bastion/authorized-keys";
import { ANNA, BRUNO, ED25519, OTHER_ED25519 } from "./examples";

const SOURCES = ["203.0.113.0/28", "2001:db8:42::/56"];

describe("authorized keys of the bastion", () => {
    it("are one file per engineer, restricted, dated, and tied to the trusted networks", () => {
        assert.deepEqual(authorizedKeysFiles([BRUNO, ANNA], SOURCES), [
            {
                login: "anna",
                expires: "2027-11-22",
                content: `restrict,pty,from="2001:db8:42::/56,203.0.113.0/28",expiry-time="202711220000" ${ED25519} anna\n`,
            },
            {
                login: "bruno",
                expires: "2027-06-30",
                content: `restrict,pty,from="2001:db8:42::/56,203.0.113.0/28",expiry-time="202706300000" ${OTHER_ED25519} bruno\n`,
            },
        ]);
    });

    it("let the keys of one login share a file that lives as long as the last of them", () => {
        const [file, ...others] = authorizedKeysFiles(
            [ANNA, { ...BRUNO, name: "anna" }],
            ["203.0.113.0/28"],
        );
        assert.deepEqual(others, []);
        assert.deepEqual(file, {
            login: "anna",
            expires: "2027-11-22",
            content:
                `restrict,pty,from="203.0.113.0/28",expiry-time="202706300000" ${OTHER_ED25519} anna\n` +
                `restrict,pty,from="203.0.113.0/28",expiry-time="202711220000" ${ED25519} anna\n`,
        });
        assert.deepEqual(
            authorizedKeysFiles([{ ...BRUNO, name: "anna" }, ANNA], ["203.0.113.0/28"]),
            [file],
        );
    });

    it("are none without engineers", () => {
        assert.deepEqual(authorizedKeysFiles([], SOURCES), []);
    });

    const broken = [
        {
            found: { ...ANNA, name: "anna; reboot" },
            message: "engineers[0].name: found a value of 12 characters, expected a login name",
        },
        {
            found: { ...ANNA, name: "" },
            message: "engineers[0].name: found a value of 0 characters, expected a login name",
        },
        {
            found: { ...ANNA, publicKey: `${ED25519}\nssh-ed25519 AAAA` },
            message:
                "engineers[0].publicKey: found a value of 97 characters, expected an algorithm and a base64 blob",
        },
        {
            found: { ...ANNA, expires: "never" },
            message:
                "engineers[0].expires: found a value of 5 characters, expected a day as YYYY-MM-DD",
        },
    ];
    for (const { found, message } of broken) {
        it(`reports ${message}`, () => {
            assert.throws(() => authorizedKeysFiles([found], SOURCES), new Error(message));
        });
    }

    it("reports every problem at once, trusted networks included", () => {
        assert.throws(
            () =>
                authorizedKeysFiles(
                    [ANNA, { ...BRUNO, name: "Bruno", expires: "" }],
                    ['10.0.0.0/8",command="sh'],
                ),
            new Error(
                "engineers[1].name: found a value of 5 characters, expected a login name\n" +
                    "engineers[1].expires: found a value of 0 characters, expected a day as YYYY-MM-DD\n" +
                    "sources[0]: found a value of 23 characters, expected a range of addresses",
            ),
        );
        assert.throws(
            () => authorizedKeysFiles([ANNA], []),
            new Error("sources: found none, expected at least one trusted network"),
        );
    });

    it("never hold anything but one line per key, whatever the values", () => {
        const engineer = fc.record({
            name: fc.string(),
            publicKey: fc.string(),
            expires: fc.string(),
        });
        const nearlyRight = fc.record({
            name: fc.constantFrom("anna", "bruno", "x\ny"),
            publicKey: fc.constantFrom(ED25519, OTHER_ED25519, `${ED25519}\n`),
            expires: fc.constantFrom("2027-01-01", "2027-01-01\n"),
        });
        fc.assert(
            fc.property(
                fc.array(fc.oneof(engineer, nearlyRight), { maxLength: 6 }),
                (engineers) => {
                    let files;
                    try {
                        files = authorizedKeysFiles(engineers, SOURCES);
                    } catch {
                        return;
                    }
                    const lines = files.flatMap((file) => file.content.trimEnd().split("\n"));
                    assert.equal(lines.length, engineers.length);
                    for (const line of lines)
                        assert.match(
                            line,
                            /^restrict,pty,from="[^"]+",expiry-time="\d{12}" \S+ \S+ [a-z]+$/,
                        );
                },
            ),
        );
    });
});
