import assert from "node:assert/strict";
import fc from "fast-check";
import { Undecided } from "../../../../policies/lib/undecided";
import { parseFamily } from "../../../../policies/lib/views/engine-families";
import {
    defaultTlsValue,
    refusesPlainText,
    tlsParameterOf,
} from "../../../../policies/lib/views/tls-parameters";

/** Family, parameter, default of the parameter, whether plain text is refused with it. */
const FAMILIES: readonly (readonly [string, string, string, boolean])[] = [
    ["postgres9.6", "rds.force_ssl", "0", false],
    ["postgres14", "rds.force_ssl", "0", false],
    ["postgres15", "rds.force_ssl", "1", true],
    ["postgres18", "rds.force_ssl", "1", true],
    ["aurora-postgresql16", "rds.force_ssl", "0", false],
    ["aurora-postgresql17", "rds.force_ssl", "1", true],
    ["mysql5.7", "require_secure_transport", "0", false],
    ["mysql8.0", "require_secure_transport", "0", false],
    ["mysql8.4", "require_secure_transport", "0", false],
    ["mysql9.7", "require_secure_transport", "1", true],
    ["mariadb10.11", "require_secure_transport", "0", false],
    ["mariadb11.4", "require_secure_transport", "0", false],
    ["mariadb11.8", "require_secure_transport", "1", true],
    ["mariadb12.0", "require_secure_transport", "1", true],
    ["aurora5.6", "require_secure_transport", "OFF", false],
    ["aurora-mysql5.7", "require_secure_transport", "OFF", false],
    ["aurora-mysql8.0", "require_secure_transport", "OFF", false],
    ["sqlserver-ee-15.0", "rds.force_ssl", "0", false],
    ["sqlserver-web-16.0", "rds.force_ssl", "0", false],
    ["db2-ae-11.5", "db2comm", "TCPIP", false],
    ["docdb5.0", "tls", "enabled", true],
    ["neptune1", "neptune_enforce_ssl", "1", true],
    ["redshift-1.0", "require_ssl", "false", false],
    ["redshift-2.0", "require_ssl", "true", true],
];

describe("parameters that make engines refuse plain text", () => {
    for (const [name, parameter, value, refuses] of FAMILIES) {
        it(`are known for ${name}`, () => {
            const family = parseFamily(name);
            const found = tlsParameterOf(family);
            assert.equal(found.name, parameter);
            assert.equal(defaultTlsValue(family), value);
            assert.equal(refusesPlainText(found, value), refuses);
        });
    }

    it("are kept in the group of the cluster for Aurora only", () => {
        for (const [name] of FAMILIES) {
            const { ofCluster } = tlsParameterOf(parseFamily(name));
            assert.equal(ofCluster, name.startsWith("aurora"), name);
        }
    });

    it("take values in any case", () => {
        const accepted: readonly (readonly [string, readonly string[], readonly string[]])[] = [
            ["postgres15", ["1"], ["0", "", "on", "true"]],
            ["mysql8.4", ["1", "ON", "on"], ["0", "OFF", ""]],
            ["db2-se-11.5", ["SSL", "ssl"], ["TCPIP", "TCPIP,SSL", ""]],
            [
                "docdb5.0",
                ["enabled", "ENABLED", "fips-140-3", "tls1.2+", "tls1.3+"],
                ["disabled", ""],
            ],
            ["redshift-1.0", ["true", "TRUE"], ["false", "1", ""]],
            ["neptune1", ["1"], ["0", ""]],
        ];
        for (const [name, good, bad] of accepted) {
            const parameter = tlsParameterOf(parseFamily(name));
            for (const value of good) assert.equal(refusesPlainText(parameter, value), true, value);
            for (const value of bad) assert.equal(refusesPlainText(parameter, value), false, value);
        }
    });

    it("recommend a value that refuses", () => {
        for (const [name] of FAMILIES) {
            const parameter = tlsParameterOf(parseFamily(name));
            assert.equal(refusesPlainText(parameter, parameter.refusing[0]), true);
        }
    });

    it("have no default where the version says too little, or lies between those that are known", () => {
        const missing = (engine: string, parameter: string) =>
            `the version of ${engine} is not set, and AWS's default of ${parameter} depends on it`;
        const cases: readonly (readonly [string, string])[] = [
            ["postgres", missing("postgres", "rds.force_ssl")],
            ["aurora-mysql", missing("aurora-mysql", "require_secure_transport")],
            ["redshift", missing("redshift", "require_ssl")],
            ["mariadb11", "AWS's default of require_secure_transport is not known for mariadb 11"],
            ["mysql9.0", "AWS's default of require_secure_transport is not known for mysql 9.0"],
            [
                "aurora-mysql8.4",
                "AWS's default of require_secure_transport is not known for aurora-mysql 8.4",
            ],
        ];
        for (const [name, message] of cases) {
            assert.throws(() => defaultTlsValue(parseFamily(name)), new Undecided(message));
        }
    });

    it("are not known for other engines", () => {
        for (const name of ["postgresql15", "sqlserver15", "db211", ""]) {
            const family = parseFamily(name);
            const message = `how ${JSON.stringify(family.engine)} refuses connections without TLS is not known here`;
            assert.throws(() => tlsParameterOf(family), new Undecided(message));
            assert.throws(() => defaultTlsValue(family), new Undecided(message));
        }
    });

    it("decide or say that they cannot, whatever the family", () => {
        fc.assert(
            fc.property(
                fc.constantFrom(...FAMILIES.map(([name]) => parseFamily(name).engine)),
                fc.array(fc.nat(20), { maxLength: 3 }),
                (engine, version) => {
                    try {
                        assert.equal(typeof defaultTlsValue({ engine, version }), "string");
                    } catch (error) {
                        assert.ok(error instanceof Undecided);
                    }
                },
            ),
        );
    });
});
