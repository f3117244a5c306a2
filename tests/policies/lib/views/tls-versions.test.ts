import assert from "node:assert/strict";
import fc from "fast-check";
import { oldTlsOf } from "../../../../policies/lib/views/tls-versions";

function parametersOf(engine: string) {
    return oldTlsOf(engine).map(({ parameter, byDefault }) => [parameter, byDefault]);
}

describe("oldTlsOf", () => {
    it("knows the parameters of each engine, and a default that lets old versions in", () => {
        assert.deepEqual(parametersOf("docdb"), [["tls", "enabled"]]);
        for (const engine of ["postgres", "aurora-postgresql"]) {
            assert.deepEqual(parametersOf(engine), [["ssl_min_protocol_version", undefined]]);
        }
        for (const engine of ["mysql", "mariadb", "aurora-mysql", "aurora"]) {
            assert.deepEqual(parametersOf(engine), [["tls_version", undefined]]);
        }
        assert.deepEqual(parametersOf("sqlserver-web"), [
            ["rds.tls10", undefined],
            ["rds.tls11", undefined],
        ]);
    });

    it("knows none of other engines", () => {
        for (const engine of [
            "",
            "redshift",
            "sqlserver",
            "mysqlx",
            "docdb-elastic",
            "oracle-ee",
        ]) {
            assert.deepEqual(oldTlsOf(engine), []);
        }
    });

    it("finds an old version wherever it stands in MySQL's list", () => {
        const version = fc.constantFrom("TLSv1", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3");
        const [mysql] = oldTlsOf("mysql");
        fc.assert(
            fc.property(fc.array(version), fc.constantFrom(",", ", "), (versions, separator) => {
                assert.equal(
                    mysql?.isOld(versions.join(separator)),
                    versions.some((each) => !["TLSv1.2", "TLSv1.3"].includes(each)),
                );
            }),
        );
    });
});
