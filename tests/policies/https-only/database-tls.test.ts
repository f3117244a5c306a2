import { databaseTls } from "../../../policies/https-only/database-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const DOCDB = "aws:docdb/cluster:Cluster";
const REDSHIFT = "aws:redshift/cluster:Cluster";
const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(databaseTls, INSTANCE);

const OWN = "The database names a group of its own, which is judged itself";

function unset(meaning: string, expected: string, property = "parameterGroupName") {
    return [`${property} is not set, which means ${meaning}, expected a group with "${expected}"`];
}

describe("database-tls", () => {
    it("accepts engines that require TLS by default", async () => {
        await accepts({ engine: "postgres", engineVersion: "15" });
        await accepts({ engine: "Postgres", engineVersion: "17.5" });
        await accepts({ engine: "mariadb", engineVersion: "11.8.3" });
        await accepts({ engine: "aurora-postgresql", engineVersion: "17.4" }, CLUSTER);
        await accepts({}, DOCDB);
        await accepts({ engineVersion: "3.6.0" }, DOCDB);
        await accepts({}, REDSHIFT);
        await accepts({ clusterVersion: "1.0" }, REDSHIFT);
    });

    it("accepts AWS's own groups of engines that require TLS by default", async () => {
        await accepts({ engine: "postgres", parameterGroupName: "default.postgres15" });
        await accepts({ clusterParameterGroupName: "default.redshift-2.0" }, REDSHIFT);
        await accepts({ dbClusterParameterGroupName: "default.docdb5.0" }, DOCDB);
        await accepts(
            {
                engine: "aurora-postgresql",
                dbClusterParameterGroupName: "default.aurora-postgresql17",
            },
            CLUSTER,
        );
    });

    it("reports engines that take plain text by default", async () => {
        const cases: readonly (readonly [string, string, string, string, string])[] = [
            ["postgres", "14.17", `rds.force_ssl "0"`, "postgres 14.17", "1"],
            ["mysql", "8.4", `require_secure_transport "0"`, "mysql 8.4", "1"],
            ["mariadb", "10.11.6", `require_secure_transport "0"`, "mariadb 10.11.6", "1"],
            ["sqlserver-ex", "15.00.4", `rds.force_ssl "0"`, "sqlserver-ex 15.0.4", "1"],
            ["db2-ae", "11.5", `db2comm "TCPIP"`, "db2-ae 11.5", "SSL"],
        ];
        for (const [engine, engineVersion, value, family, expected] of cases) {
            const messages = unset(`${value} for ${family}`, expected);
            for (const none of [{}, { parameterGroupName: null }, { parameterGroupName: "" }]) {
                await reports({ engine, engineVersion, ...none }, messages);
            }
        }
        await reports(
            { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" },
            unset(
                `require_secure_transport "OFF" for aurora-mysql 8.0`,
                "1",
                "dbClusterParameterGroupName",
            ),
            CLUSTER,
        );
        await reports(
            { engine: "aurora-postgresql", engineVersion: "16.4" },
            unset(
                `rds.force_ssl "0" for aurora-postgresql 16.4`,
                "1",
                "dbClusterParameterGroupName",
            ),
            CLUSTER,
        );
    });

    it("reports AWS's own groups of engines that take plain text by default", async () => {
        await reports({ engine: "postgres", parameterGroupName: "default.postgres14" }, [
            `parameterGroupName is "default.postgres14", which means rds.force_ssl "0" for postgres 14, expected a group with "1"`,
        ]);
        await reports(
            { clusterParameterGroupName: "default.redshift-1.0" },
            [
                `clusterParameterGroupName is "default.redshift-1.0", which means require_ssl "false" for redshift 1.0, expected a group with "true"`,
            ],
            REDSHIFT,
        );
    });

    it("reports Oracle without an option group of its own", async () => {
        const ending =
            "which means an option group of AWS that encrypts nothing, expected one with NATIVE_NETWORK_ENCRYPTION";
        for (const engine of ["oracle-ee", "oracle-se2-cdb"]) {
            await reports({ engine, parameterGroupName: "orders" }, [
                `optionGroupName is not set, ${ending}`,
            ]);
            await reports({ engine, optionGroupName: "default:oracle-ee-19" }, [
                `optionGroupName is "default:oracle-ee-19", ${ending}`,
            ]);
        }
        await excludes({ engine: "oracle-ee", optionGroupName: "encrypted" }, OWN);
    });

    it("does not apply to databases with a group of their own, known or not yet", async () => {
        for (const name of ["orders", UNKNOWN]) {
            await excludes({ engine: "mysql", parameterGroupName: name }, OWN);
            await excludes({ engine: "mysql", dbClusterParameterGroupName: name }, OWN, CLUSTER);
            await excludes({ dbClusterParameterGroupName: name }, OWN, DOCDB);
            await excludes({ clusterParameterGroupName: name }, OWN, REDSHIFT);
        }
        await excludes({ parameterGroupName: "orders" }, OWN);
    });

    it("does not apply to instances of Aurora, whose cluster decides", async () => {
        const reason = "An instance of Aurora does as its cluster does";
        await excludes({ engine: "aurora-mysql", engineVersion: "8.0" }, reason);
        await excludes({ engine: "aurora", parameterGroupName: "default.aurora5.6" }, reason);
    });

    it("does not apply to replicas without a group of their own", async () => {
        const reason = "A replica does as its source does";
        await excludes({ replicateSourceDb: "orders" }, reason);
        await excludes({ replicateSourceDb: UNKNOWN, engine: "oracle-ee" }, reason);
        await reports({ replicateSourceDb: "orders", parameterGroupName: "default.mysql8.0" }, [
            `parameterGroupName is "default.mysql8.0", which means require_secure_transport "0" for mysql 8.0, expected a group with "1"`,
        ]);
        // Only instances have this property.
        await cannotEvaluate(
            { replicateSourceDb: "orders" },
            ["engine is not set, and whatever it is decides on TLS"],
            [],
            CLUSTER,
        );
    });

    it("does not evaluate what AWS or a snapshot decides", async () => {
        await cannotEvaluate({ engine: "postgres" }, [
            "the version of postgres is not set, and AWS's default of rds.force_ssl depends on it",
        ]);
        await cannotEvaluate({ engine: "mariadb", engineVersion: "11" }, [
            "AWS's default of require_secure_transport is not known for mariadb 11",
        ]);
        await cannotEvaluate({ snapshotIdentifier: "orders-1" }, [
            "engine is not set, and whatever it is decides on TLS",
        ]);
    });

    it("does not evaluate RDS Custom", async () => {
        await cannotEvaluate({ engine: "custom-oracle-ee", parameterGroupName: "orders" }, [
            `engine is "custom-oracle-ee", which is set up on its host, outside of Pulumi`,
        ]);
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ engine: UNKNOWN }, ["engine is not known yet"]);
        await cannotEvaluate({ engine: "postgres", engineVersion: UNKNOWN }, [
            "engineVersion is not known yet",
        ]);
        await cannotEvaluate({ engine: UNKNOWN }, ["engine is not known yet"], [], CLUSTER);
    });
});
