import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { goScalars } from "../../../preflight/project/go-scalars";

/** What the real CLI made of each (tests/engine/configuration.test.ts holds both against each other). */
const SCALARS: readonly (readonly [string, unknown])[] = [
    ["2027-05-31", "2027-05-31 00:00:00 +0000 UTC"],
    ["2027-5-1", "2027-05-01 00:00:00 +0000 UTC"],
    ["2027-05-31T01:02:03Z", "2027-05-31 01:02:03 +0000 UTC"],
    ["2027-05-31T01:02:03+00:00", "2027-05-31 01:02:03 +0000 UTC"],
    ["2027-05-31 1:2:3.120", "2027-05-31 01:02:03.12 +0000 UTC"],
    ["2027-05-31 1:2:3.000", "2027-05-31 01:02:03 +0000 UTC"],
    ["2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1 -0500 -0500"],
    ["2027-13-01", "2027-13-01"],
    ["2027-02-30", "2027-02-30"],
    ["2027-05-31 24:00:00", "2027-05-31 24:00:00"],
    ["2027-05-31 23:60:00", "2027-05-31 23:60:00"],
    ["2027-05-31 23:59:60", "2027-05-31 23:59:60"],
    ["2027-05", "2027-05"],
    ['"2027-05-31"', "2027-05-31"],
    ["014", 12],
    ["+012", 10],
    ["089", 89],
    ["00", 0],
    ["0", 0],
    ["-5", -5],
    ["0o14", 12],
    ["0b101", 5],
    ["0x1F", 31],
    ["1_000", 1000],
    ["1_0.5", 10.5],
    [".1_2", 0.12],
    ["1e3", 1000],
    ["12:30:45", "12:30:45"],
    ["10.20.0.0/16", "10.20.0.0/16"],
    ["yes", "yes"],
    ["True", true],
];

describe("plain scalars", () => {
    for (const [text, expected] of SCALARS) {
        it(`are what the CLI takes them for: ${text}`, () => {
            const document = parseDocument(`- ${text}`, {
                customTags: (tags) => [...goScalars, ...tags],
            });
            assert.deepEqual(document.toJS(), [expected]);
        });
    }
});
