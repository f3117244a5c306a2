import assert from "node:assert/strict";
import { join } from "node:path";
import { late, readLate } from "../../../preflight/packs/late-properties";

const SDK = join(__dirname, "../../../node_modules/@pulumi/policy");

describe("properties that are read late", () => {
    it("are read once, at the first touch, whatever it is", () => {
        const touches: ((object: Record<PropertyKey, unknown>) => unknown)[] = [
            (object) => object["a"],
            (object) => "a" in object,
            (object) => Object.keys(object),
            (object) => Object.getOwnPropertyDescriptor(object, "a"),
            (object) => JSON.stringify(object),
            (object) => (object["b"] = 1),
            (object) => Object.defineProperty(object, "b", { value: 1, configurable: true }),
            (object) => Reflect.deleteProperty(object, "a"),
        ];
        for (const touch of touches) {
            let reads = 0;
            const object = late(() => {
                reads += 1;
                return { a: 1 };
            });
            assert.equal(reads, 0);
            touch(object);
            touch(object);
            assert.equal(reads, 1, String(touch));
        }
    });

    it("are like any other object afterwards", () => {
        const object = late(() => ({ a: 1, list: [{ b: 2 }] }));
        assert.ok(object instanceof Object);
        assert.deepEqual({ ...object }, { a: 1, list: [{ b: 2 }] });
        object["c"] = 3;
        delete object["a"];
        assert.deepEqual(Object.entries(object), [
            ["list", [{ b: 2 }]],
            ["c", 3],
        ]);
    });

    it("fail at the first touch, and at every other, when they cannot be read", () => {
        const object = late(() => {
            throw new Error("invalid asset");
        });
        assert.throws(() => object["a"], /invalid asset/);
        assert.throws(() => object["a"], /invalid asset/);
    });

    it("stand in for the SDK's own but for remediations", () => {
        const reads: boolean[] = [];
        const reader = {
            deserializeProperties: (_: unknown, proxySecrets: boolean) => {
                reads.push(proxySecrets);
                return { a: 1 };
            },
        };
        readLate(SDK, () => reader);
        assert.deepEqual(reader.deserializeProperties({}, true), { a: 1 });
        const object = reader.deserializeProperties({}, false);
        assert.deepEqual(reads, [true]);
        assert.equal(object.a, 1);
        assert.deepEqual(reads, [true, false]);
    });

    it("leave an SDK alone that is made differently", () => {
        const other = { deserialize: 1 };
        readLate(SDK, () => other);
        assert.deepEqual(other, { deserialize: 1 });
        readLate("/nowhere", () => assert.fail("loaded"));
    });
});
