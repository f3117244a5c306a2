import assert from "node:assert/strict";
import fc from "fast-check";
import {
    describeFamily,
    isFrom,
    isUpTo,
    parseFamily,
    parseVersion,
} from "../../../../policies/lib/views/engine-families";

const numbers = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });

describe("parseFamily", () => {
    const FAMILIES: readonly (readonly [string, string, readonly number[]])[] = [
        ["postgres15", "postgres", [15]],
        ["aurora-postgresql17", "aurora-postgresql", [17]],
        ["Aurora-MySQL8.0", "aurora-mysql", [8, 0]],
        ["aurora5.6", "aurora", [5, 6]],
        ["mariadb10.11", "mariadb", [10, 11]],
        ["sqlserver-ee-15.0", "sqlserver-ee", [15, 0]],
        ["oracle-se2-cdb-19", "oracle-se2-cdb", [19]],
        ["db2-ae-11.5", "db2-ae", [11, 5]],
        ["redshift-2.0", "redshift", [2, 0]],
        ["neptune1", "neptune", [1]],
        ["docdb", "docdb", []],
        ["two\nlines-15", "two\nlines", [15]],
        ["", "", []],
    ];
    for (const [name, engine, version] of FAMILIES) {
        it(`tells engine and version of ${JSON.stringify(name)}`, () => {
            assert.deepEqual(parseFamily(name), { engine, version });
        });
    }

    it("finds what names are made of, with or without a hyphen between", () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z]{1,8}$/), numbers, fc.boolean(), (...family) => {
                const [engine, version, isApart] = family;
                const name = `${engine}${isApart ? "-" : ""}${version.join(".")}`;
                assert.deepEqual(parseFamily(name), { engine, version });
            }),
        );
    });
});

describe("parseVersion", () => {
    it("takes the numbers in front", () => {
        assert.deepEqual(parseVersion("17"), [17]);
        assert.deepEqual(parseVersion("8.0.mysql_aurora.3.04.0"), [8, 0]);
        assert.deepEqual(parseVersion("19.0.0.0.ru-2024-01.rur-1"), [19, 0, 0, 0]);
    });

    it("is empty where there are none", () => {
        assert.deepEqual(parseVersion(""), []);
        assert.deepEqual(parseVersion("v17"), []);
    });
});

describe("describeFamily", () => {
    it("names engine and version", () => {
        assert.equal(describeFamily({ engine: "mysql", version: [8, 0, 40] }), "mysql 8.0.40");
        assert.equal(describeFamily({ engine: "mysql", version: [] }), "mysql");
    });
});

describe("isFrom and isUpTo", () => {
    const CASES: readonly (readonly [
        readonly number[],
        readonly number[],
        boolean | undefined,
        boolean | undefined,
    ])[] = [
        [[15], [15], true, true],
        [[15, 4], [15], true, true],
        [[14, 9], [15], false, true],
        [[16], [15], true, false],
        [[11, 8], [11, 8], true, true],
        [[11, 7, 9], [11, 8], false, true],
        [[11], [11, 8], undefined, undefined],
        [[10], [11, 8], false, true],
        [[12], [11, 8], true, false],
        [[], [11, 8], undefined, undefined],
    ];
    for (const [version, other, from, upTo] of CASES) {
        it(`compare ${version.join(".")} with ${other.join(".")}`, () => {
            assert.deepEqual([isFrom(version, other), isUpTo(version, other)], [from, upTo]);
        });
    }

    it("both hold for a version and its patches, and one of them for every other", () => {
        fc.assert(
            fc.property(numbers, fc.array(fc.nat(30), { maxLength: 2 }), (version, patch) => {
                assert.equal(isFrom([...version, ...patch], version), true);
                assert.equal(isUpTo([...version, ...patch], version), true);
            }),
        );
        fc.assert(
            fc.property(
                fc.tuple(fc.nat(30), fc.nat(30)),
                fc.tuple(fc.nat(30), fc.nat(30)),
                (a, b) => {
                    fc.pre(a.join() !== b.join());
                    assert.notEqual(isFrom(a, b), isUpTo(a, b));
                    assert.equal(isFrom(a, b), isUpTo(b, a));
                },
            ),
        );
    });
});
