import * as assert from "node:assert/strict";
import type { Pack } from "../../../preflight/packs/pack";
import { narrow, nearest, SelectionError } from "../../../preflight/packs/selection";
import { rejection } from "./support";

/** A pack that remembers what was switched off. */
function pack(name: string, ...policies: string[]): Pack & { readonly off: string[] } {
    const off: string[] = [];
    return {
        off,
        info: { name, version: "1.0.0", policies: policies.map((policy) => ({ name: policy })) },
        disable: (names: ReadonlySet<string>) => {
            off.push(...names);
            return Promise.resolve();
        },
    } as unknown as Pack & { readonly off: string[] };
}

async function off(selection: Parameters<typeof narrow>[1]): Promise<string[][]> {
    const packs = [
        pack("storage", "bucket-encrypted", "bucket-named"),
        pack("region", "region", "bucket-named"),
    ];
    await narrow(packs, selection);
    return packs.map((one) => one.off);
}

describe("preflight/packs/selection", () => {
    it("switches nothing off without a selection", async () => {
        assert.deepEqual(await off({}), [[], []]);
        assert.deepEqual(await off({ only: [], skip: [] }), [[], []]);
    });

    it("keeps only what is named, in every pack that has it", async () => {
        assert.deepEqual(await off({ only: ["bucket-named"] }), [["bucket-encrypted"], ["region"]]);
    });

    it("skips what is named", async () => {
        assert.deepEqual(await off({ skip: ["bucket-named", "region"] }), [
            ["bucket-named"],
            ["region", "bucket-named"],
        ]);
    });

    it("accepts a pack's name before the policy's", async () => {
        assert.deepEqual(await off({ only: ["region/bucket-named"] }), [
            ["bucket-encrypted", "bucket-named"],
            ["region"],
        ]);
        assert.deepEqual(await off({ only: ["bucket-named"], skip: ["storage/bucket-named"] }), [
            ["bucket-encrypted", "bucket-named"],
            ["region"],
        ]);
    });

    it("reports every name that no pack has, with near ones", async () => {
        const error = await rejection(
            off({ only: ["bucket-name", "storage/regoin"], skip: ["nothing-like-it"] }),
        );
        assert.ok(error instanceof SelectionError);
        assert.equal(
            error.message,
            [
                'policy "bucket-name": found in no pack, expected one like bucket-named',
                'policy "storage/regoin": found in no pack, expected one like region',
                'policy "nothing-like-it": found in no pack, expected one of bucket-encrypted, bucket-named, region',
            ].join("\n"),
        );
    });

    it("reports a selection that leaves nothing", async () => {
        const error = await rejection(off({ only: ["region"], skip: ["region"] }));
        assert.equal(
            error.message,
            "policies: found none left, expected at least one that is not skipped",
        );
    });

    it("orders near names by distance, then by name, three at most", () => {
        assert.deepEqual(nearest("abcd", ["abcz", "abca", "abcd-", "abcc", "xyz", "abcd"]), [
            "abcd",
            "abca",
            "abcc",
        ]);
    });
});
