import assert from "node:assert/strict";
import { isLeftToAws } from "../../../policies/lib/left-to-aws";
import { resource } from "../support/resources";
import { UNKNOWN } from "../support/unknown";

const THING = "test:index/thing:Thing";

describe("isLeftToAws", () => {
    const other = resource(THING, "other", {});

    it("is so for what is not known yet and made of nothing", () => {
        assert.ok(isLeftToAws(resource(THING, "it", { list: UNKNOWN }), "list"));
        assert.ok(isLeftToAws(resource(THING, "it", { list: UNKNOWN }, { list: [] }), "list"));
    });

    it("is not so for what another resource explains, what is known, and what is absent", () => {
        const waiting = resource(THING, "it", { list: UNKNOWN }, { list: [other] });
        assert.ok(!isLeftToAws(waiting, "list"));
        const elsewhere = resource(THING, "it", { list: UNKNOWN }, { name: [other] });
        assert.ok(isLeftToAws(elsewhere, "list"));
        for (const props of [{ list: [] }, { list: [UNKNOWN] }, { list: null }, {}]) {
            assert.ok(!isLeftToAws(resource(THING, "it", props), "list"));
        }
    });
});
