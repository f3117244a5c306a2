import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { exceptions } from "../../../controls/exceptions";
import { exceptionProblems, isDay } from "../../../controls/exception-rules";
import { currentGrants } from "../../../policies/lib/exceptions";

const GOOD = {
    policy: "listener-https",
    stack: "prod",
    urn: "urn:pulumi:prod::appsonic::aws:lb/listener:Listener::legacy",
    reason: "The vendor's device speaks no TLS before it is replaced in May.",
    approver: "Security officer",
    expires: "2026-05-31",
};
const now = () => new Date("2026-03-04T23:59:59Z");

describe("exceptionProblems", () => {
    it("accepts a list of whole exceptions, and an empty one", () => {
        assert.deepEqual(exceptionProblems([GOOD, { ...GOOD, policy: "provider-region" }]), []);
        assert.deepEqual(exceptionProblems([]), []);
    });

    it("reports what is no list", () => {
        assert.deepEqual(exceptionProblems({ exceptions: [] }), [
            `found {"exceptions":[]}, expected a list of exceptions`,
        ]);
        assert.deepEqual(exceptionProblems(undefined), [
            "found nothing, expected a list of exceptions",
        ]);
    });

    it("reports entries that are no exceptions", () => {
        assert.deepEqual(exceptionProblems([null, "all", [GOOD]]), [
            "[0]: found null, expected an exception",
            `[1]: found "all", expected an exception`,
            `[2]: found [${JSON.stringify(GOOD)}], expected an exception`,
        ]);
    });

    it("reports every missing, empty and unknown field at once", () => {
        const { approver, ...rest } = GOOD;
        assert.ok(approver);
        assert.deepEqual(
            exceptionProblems([{ ...rest, policy: " ", reason: 1, expiry: "2026-05-31" }]),
            [
                `[0].policy: found " ", expected a text`,
                "[0].reason: found 1, expected a text",
                "[0].approver: found nothing, expected a text",
                "[0].expiry: found an unknown field, expected policy, stack, urn, reason, approver, expires",
            ],
        );
    });

    it("reports a URN of another stack, a short reason and a day that is none", () => {
        const bad = { ...GOOD, stack: "dev", reason: "we need this, sorry", expires: "2026-02-30" };
        assert.deepEqual(exceptionProblems([GOOD, bad]), [
            `[1].urn: found "${GOOD.urn}", expected a URN of stack dev`,
            `[1].reason: found "we need this, sorry", expected at least 20 characters`,
            `[1].expires: found "2026-02-30", expected a day as YYYY-MM-DD`,
        ]);
    });

    it("reports a policy that is named with its pack", () => {
        assert.deepEqual(exceptionProblems([{ ...GOOD, policy: "https-only/listener-https" }]), [
            `[0].policy: found "https-only/listener-https", expected a name without a pack`,
        ]);
    });

    it("accepts a reason of 20 characters and not one of 19", () => {
        assert.deepEqual(exceptionProblems([{ ...GOOD, reason: "x".repeat(20) }]), []);
        assert.equal(exceptionProblems([{ ...GOOD, reason: `${"x".repeat(19)} ` }]).length, 1);
    });

    it("reports a second exception for the same policy and resource", () => {
        assert.deepEqual(exceptionProblems([GOOD, { ...GOOD, expires: "2027-01-01" }]), [
            `[1]: found a second exception from listener-https for ${GOOD.urn}, expected one`,
        ]);
    });
});

describe("isDay", () => {
    it("accepts days of the calendar only", () => {
        assert.ok(isDay("2024-02-29"));
        for (const text of [
            "2023-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-01-01T00:00:00Z",
            "",
            "tomorrow",
        ]) {
            assert.ok(!isDay(text), text);
        }
    });

    it("accepts what a date prints", () => {
        const date = fc.date({
            min: new Date("1970-01-01"),
            max: new Date("2999-12-31"),
            noInvalidDate: true,
        });
        fc.assert(fc.property(date, (day) => isDay(day.toISOString().slice(0, 10))));
    });
});

describe("currentGrants", () => {
    const folder = mkdtempSync(join(tmpdir(), "exceptions-"));
    const file = join(folder, "exceptions.json");
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("takes this repository's exceptions and the clock's day in UTC", () => {
        assert.deepEqual(currentGrants({}, now), { exceptions, today: "2026-03-04" });
    });

    it("takes the file and the day of the environment", () => {
        writeFileSync(file, JSON.stringify([GOOD]));
        assert.deepEqual(
            currentGrants({ APPSONIC_EXCEPTIONS: file, APPSONIC_TODAY: "2027-01-02" }, now),
            {
                exceptions: [GOOD],
                today: "2027-01-02",
            },
        );
    });

    it("reports every problem of the file and the day at once", () => {
        writeFileSync(file, JSON.stringify([{ ...GOOD, expires: "soon" }, 1]));
        assert.throws(
            () => currentGrants({ APPSONIC_EXCEPTIONS: file, APPSONIC_TODAY: "today" }, now),
            {
                message: [
                    `APPSONIC_TODAY: found "today", expected YYYY-MM-DD`,
                    `${file}: [0].expires: found "soon", expected a day as YYYY-MM-DD`,
                    `${file}: [1]: found 1, expected an exception`,
                ].join("\n"),
            },
        );
    });

    it("reports a file that is not there", () => {
        const missing = join(folder, "missing.json");
        assert.throws(() => currentGrants({ APPSONIC_EXCEPTIONS: missing }, now), {
            message: `APPSONIC_EXCEPTIONS: found "${missing}", expected a readable file`,
        });
    });

    it("reports a file that is not JSON", () => {
        writeFileSync(file, "[");
        assert.throws(() => currentGrants({ APPSONIC_EXCEPTIONS: file }, now), {
            message: `${file}: found text that is not JSON, expected a list of exceptions`,
        });
    });
});
