import assert from "node:assert/strict";
import fc from "fast-check";
import {
    DATABASE_PARAMETERS,
    databaseName,
    parameterFamily,
} from "../../../components/data-stores/database-parameters";

describe("database parameters", () => {
    it("refuse plain text and log connections and changes, but no values", () => {
        assert.deepEqual(Object.fromEntries(DATABASE_PARAMETERS.map((p) => [p.name, p.value])), {
            log_connections: "1",
            log_disconnections: "1",
            log_min_duration_statement: "1000",
            log_parameter_max_length: "0",
            log_parameter_max_length_on_error: "0",
            log_statement: "ddl",
            "rds.force_ssl": "1",
        });
    });

    it("accepts versions from 15 on, with or without a minor one", () => {
        assert.equal(parameterFamily("15"), "postgres15");
        assert.equal(parameterFamily("17.5"), "postgres17");
    });

    it("reports other versions", () => {
        for (const version of ["14", "14.9", "", "17.", "17.5.1", "seventeen"]) {
            assert.throws(() => parameterFamily(version), {
                message: `engineVersion: found "${version}", expected PostgreSQL 15 or later, such as 17 or 17.5`,
            });
        }
    });

    it("names databases so that nobody has to quote them", () => {
        assert.equal(databaseName("api-keys"), "api_keys");
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), (name) => {
                assert.match(databaseName(name), /^[a-z][a-z0-9_]*$/);
            }),
        );
    });
});
