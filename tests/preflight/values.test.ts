import assert from "node:assert/strict";
import { lowerProps, SIGNATURE } from "../../preflight/values";

const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

describe("assets", () => {
    it("lose the SDK's own marks, which the engine does not keep, wherever they are", () => {
        const asset = { [SIGNATURE]: ASSET, __pulumiAsset: true, path: "./a.txt" };
        const archive = { [SIGNATURE]: ARCHIVE, __pulumiArchive: true, assets: { a: asset } };
        const kept = { [SIGNATURE]: ASSET, path: "./a.txt" };
        assert.deepEqual(lowerProps({ list: [asset], archive, __pulumiAsset: "not one" }), {
            list: [kept],
            archive: { [SIGNATURE]: ARCHIVE, assets: { a: kept } },
            __pulumiAsset: "not one",
        });
    });
});
