import assert from "node:assert/strict";
import { controls } from "../../controls/controls";
import { exceptions } from "../../controls/exceptions";
import { promises } from "../../controls/promises";
import { exceptionProblems } from "../../controls/exception-rules";

const AREAS = "REGION HTTPS SSH ACCESS DATA SERVICE BACKUP LOG ALARM BASE".split(" ");

function duplicates(ids: readonly string[]): readonly string[] {
    return ids.filter((id, index) => ids.indexOf(id) !== index);
}

describe("promises", () => {
    it("are P-01 to P-15", () => {
        const expected = Array.from(
            { length: 15 },
            (_, i) => `P-${String(i + 1).padStart(2, "0")}`,
        );
        assert.deepEqual(
            promises.map(({ id }) => id),
            expected,
        );
    });

    it("say what is left to people exactly where code does not prove everything", () => {
        for (const { id, proof, left } of promises) {
            assert.equal(
                left !== undefined,
                proof !== "code",
                `${id}: proof is ${proof}, left is ${String(left)}`,
            );
        }
    });

    for (const { id } of promises) {
        it(`have controls: ${id}`, () => {
            assert.ok(controls.some((control) => control.promises.includes(id)));
        });
    }
});

describe("controls", () => {
    it("have ids of their own", () => {
        assert.deepEqual(duplicates(controls.map(({ id }) => id)), []);
    });

    it("have titles of their own", () => {
        assert.deepEqual(duplicates(controls.map(({ title }) => title)), []);
    });

    it("are numbered in their area, in ascending order", () => {
        for (const area of AREAS) {
            const ids = controls.map(({ id }) => id).filter((id) => id.startsWith(`${area}-`));
            assert.ok(ids.length > 0, area);
            for (const id of ids) assert.match(id, /^[A-Z]+-\d{2}$/);
            assert.deepEqual(ids, [...ids].sort());
        }
        assert.deepEqual(
            controls.map(({ id }) => id.split("-")[0]!).filter((area) => !AREAS.includes(area)),
            [],
        );
    });

    it("name promises that exist, each once", () => {
        const known = promises.map(({ id }) => id);
        for (const control of controls) {
            assert.deepEqual(
                control.promises.filter((id) => !known.includes(id)),
                [],
                control.id,
            );
            assert.deepEqual(duplicates(control.promises), [], control.id);
        }
    });

    it("state what is so in one sentence", () => {
        for (const { id, title } of controls) {
            assert.match(title, /^[A-Z](?:[^.!?]|\.(?=\d))*\.$/, id);
            assert.doesNotMatch(title, /^(Ensure|Check|Make sure|Verify)\b/, id);
        }
    });

    it("say why wherever a machine does not check all of it", () => {
        for (const control of controls) {
            if (control.status === "manual" || control.status === "partial") {
                assert.match(control.why, /^[A-Z].{30,}\.$/, control.id);
            } else assert.ok(!("why" in control), control.id);
        }
    });
});

describe("exceptions", () => {
    it("are valid", () => {
        assert.deepEqual(exceptionProblems(exceptions), []);
    });
});
