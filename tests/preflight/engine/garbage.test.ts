import assert from "node:assert/strict";
import { collectGarbage } from "../../../preflight/engine/garbage";

describe("collectGarbage", () => {
    it("leaves a small heap alone", () => {
        assert.equal(collectGarbage(Number.MAX_SAFE_INTEGER), false);
    });

    it("gives back what nobody holds", () => {
        let held: object | undefined = { large: new Array(1000).fill(0) };
        const seen = new WeakRef(held);
        held = undefined;
        return new Promise<void>((resolve) => {
            // A reference read in this turn would keep its target until the turn ends.
            setImmediate(() => {
                assert.equal(collectGarbage(0), true);
                assert.equal(seen.deref(), undefined);
                resolve();
            });
        });
    });
});
