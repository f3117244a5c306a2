import assert from "node:assert/strict";
import fc from "fast-check";
import { lifecycleRules } from "../../../components/storage/lifecycle";

const abort = {
    id: "abort-incomplete-uploads",
    status: "Enabled",
    filter: {},
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

describe("lifecycleRules", () => {
    it("expires objects, their old versions and forgotten uploads", () => {
        assert.deepEqual(lifecycleRules({ expireAfterDays: 365, keepNoncurrentDays: 30 }), [
            {
                id: "expire",
                status: "Enabled",
                filter: {},
                expiration: { days: 365 },
                noncurrentVersionExpiration: { noncurrentDays: 30 },
            },
            abort,
        ]);
    });

    it("removes orphaned delete markers where objects do not expire", () => {
        assert.deepEqual(lifecycleRules({ keepNoncurrentDays: 1 }), [
            {
                id: "expire",
                status: "Enabled",
                filter: {},
                expiration: { expiredObjectDeleteMarker: true },
                noncurrentVersionExpiration: { noncurrentDays: 1 },
            },
            abort,
        ]);
    });

    it("reports every number of days that S3 refuses", () => {
        assert.throws(() => lifecycleRules({ expireAfterDays: 0, keepNoncurrentDays: 1.5 }), {
            message:
                "expireAfterDays: found 0, expected a whole number of days, 1 or more\n" +
                "keepNoncurrentDays: found 1.5, expected a whole number of days, 1 or more",
        });
    });

    it("never mixes days and delete markers in one rule", () => {
        fc.assert(
            fc.property(
                fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
                (days) => {
                    for (const { expiration } of lifecycleRules({
                        expireAfterDays: days,
                        keepNoncurrentDays: 30,
                    })) {
                        assert.equal(Object.keys(expiration ?? { days }).length, 1);
                    }
                },
            ),
        );
    });
});
