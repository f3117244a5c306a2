import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TranslationCache } from "../../../preflight/engine/translation-cache";
import { folder } from "../support/folders";

const OPTIONS = { target: 9 };

/** A program's folder and a cache of it that counts what is translated anew. */
function opened(dir: string, identity: readonly string[] = ["5.9.3", "{}"]) {
    const translated: string[] = [];
    const cache = TranslationCache.open(dir, identity, () => OPTIONS);
    const get = (text: string): string =>
        cache.get([text], () => {
            translated.push(text);
            return { code: `js of ${text}`, map: "{}" };
        }).code;
    return { cache, get, translated };
}

const program = (): string => folder({ "node_modules/x/package.json": "{}" });
const kept = (dir: string): string => {
    const at = join(dir, "node_modules/.cache/preflight");
    const [file, ...others] = readdirSync(at);
    assert.deepEqual(others, []);
    return join(at, file!);
};

describe("TranslationCache", () => {
    it("answers the next run with what this one translated, and with its options", () => {
        const dir = program();
        const first = opened(dir);
        assert.equal(first.get("a"), "js of a");
        assert.equal(first.get("a"), "js of a");
        assert.deepEqual(first.translated, ["a"]);
        first.cache.save();
        const second = TranslationCache.open(dir, ["5.9.3", "{}"], () =>
            assert.fail("options are known"),
        );
        assert.deepEqual(second.options, OPTIONS);
        assert.equal(second.get(["a"], () => assert.fail("a is known")).code, "js of a");
    });

    it("translates a changed text, and everything for another compiler or configuration", () => {
        const dir = program();
        const first = opened(dir);
        first.get("a");
        first.cache.save();
        const changed = opened(dir);
        changed.get("b");
        assert.deepEqual(changed.translated, ["b"]);
        const other = opened(dir, ["5.9.4", "{}"]);
        other.get("a");
        assert.deepEqual(other.translated, ["a"]);
    });

    it("drops what a run did not use", () => {
        const dir = program();
        const first = opened(dir);
        first.get("a");
        first.cache.save();
        const second = opened(dir);
        second.get("b");
        second.cache.save();
        assert.equal(readFileSync(kept(dir), "utf8").includes("js of a"), false);
    });

    it("writes nothing when nothing is new", () => {
        const dir = program();
        const first = opened(dir);
        first.get("a");
        first.cache.save();
        writeFileSync(kept(dir), readFileSync(kept(dir), "utf8").replace("js of a", "JS OF A"));
        const second = opened(dir);
        assert.equal(second.get("a"), "JS OF A");
        second.cache.save();
        assert.ok(readFileSync(kept(dir), "utf8").includes("JS OF A"));
    });

    it("starts anew where the file is not whole", () => {
        const dir = program();
        const first = opened(dir);
        first.get("a");
        first.cache.save();
        writeFileSync(kept(dir), '{"identity": "');
        const second = opened(dir);
        second.get("a");
        assert.deepEqual(second.translated, ["a"]);
    });

    it("keeps nothing where there is no node_modules or it cannot be written", () => {
        const homeless = opened(folder({}));
        homeless.get("a");
        homeless.cache.save();
        const blocked = folder({ "node_modules/.cache": "a file where a folder is expected" });
        const cache = opened(blocked);
        assert.equal(cache.get("a"), "js of a");
        cache.cache.save();
        assert.deepEqual(readdirSync(join(blocked, "node_modules")), [".cache"]);
    });
});
