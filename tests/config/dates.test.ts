import assert from "node:assert/strict";

import fc from "fast-check";

import { addDays } from "../../config/dates";

describe("days", () => {
    it("are counted over months, years and leap days", () => {
        assert.equal(addDays("2026-11-23", 0), "2026-11-23");
        assert.equal(addDays("2026-12-31", 1), "2027-01-01");
        assert.equal(addDays("2028-02-28", 1), "2028-02-29");
        assert.equal(addDays("2026-11-23", 731), "2028-11-23");
    });

    it("go back as they came", () => {
        fc.assert(
            fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
                assert.equal(addDays(addDays("2026-11-23", days), -days), "2026-11-23");
            }),
        );
    });
});
