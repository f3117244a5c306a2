import { databaseTlsVersion } from "../../../policies/https-only/database-tls-version";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    databaseTlsVersion,
    "aws:rds/parameterGroup:ParameterGroup",
);

const GROUP = "aws:rds/parameterGroup:ParameterGroup";
const CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const DOCDB_GROUP = "aws:docdb/clusterParameterGroup:ClusterParameterGroup";
const DOCDB = "aws:docdb/cluster:Cluster";

function group(family: string, name: unknown, value: unknown) {
    return { family, parameters: [{ name, value }] };
}

/** Type, family, parameter, values that are new enough, old ones, what is expected. */
const GROUPS: readonly (readonly [
    string,
    string,
    string,
    readonly string[],
    readonly string[],
    string,
])[] = [
    [
        DOCDB_GROUP,
        "docdb5.0",
        "tls",
        ["tls1.2+", "tls1.3+", "fips-140-3", "disabled"],
        ["enabled", "ENABLED"],
        `"tls1.2+"`,
    ],
    [
        GROUP,
        "postgres17",
        "ssl_min_protocol_version",
        ["TLSv1.2", "TLSv1.3"],
        ["TLSv1", "TLSv1.0", "TLSv1.1", "tlsv1", ""],
        `"TLSv1.2"`,
    ],
    [
        CLUSTER_GROUP,
        "aurora-postgresql16",
        "ssl_min_protocol_version",
        ["TLSv1.2"],
        ["TLSv1.1"],
        `"TLSv1.2"`,
    ],
    [
        GROUP,
        "mysql8.0",
        "tls_version",
        ["TLSv1.2", "TLSv1.2,TLSv1.3"],
        ["TLSv1", "TLSv1,TLSv1.2", "TLSv1.1,TLSv1.2", "TLSv1.2,TLSv1.1", "TLSv1.0"],
        "TLSv1.2 or TLSv1.3 only",
    ],
    [GROUP, "mariadb10.11", "tls_version", ["TLSv1.2"], ["TLSv1.1"], "TLSv1.2 or TLSv1.3 only"],
    [
        CLUSTER_GROUP,
        "aurora-mysql8.0",
        "tls_version",
        ["TLSv1.3"],
        ["TLSv1.1"],
        "TLSv1.2 or TLSv1.3 only",
    ],
    [CLUSTER_GROUP, "aurora5.6", "tls_version", ["TLSv1.2"], ["TLSv1"], "TLSv1.2 or TLSv1.3 only"],
    [GROUP, "sqlserver-se-15.0", "rds.tls10", ["disabled", "default"], ["enabled"], `"disabled"`],
    [GROUP, "sqlserver-ex-16.0", "rds.tls11", ["disabled"], ["enabled", "Enabled"], `"disabled"`],
];

describe("database-tls-version", () => {
    for (const [type, family, name, good, bad, expected] of GROUPS) {
        it(`accepts versions that are new enough in ${name} of ${family}`, async () => {
            for (const value of good) await accepts(group(family, name, value), type);
        });

        it(`reports old versions in ${name} of ${family}`, async () => {
            for (const value of bad) {
                const message = `parameters[0].value of ${name} is "${value}", expected ${expected}`;
                await reports(group(family, name, value), [message], type);
            }
        });
    }

    it("leaves defaults to the engine", async () => {
        for (const [type, family] of GROUPS) {
            if (type !== DOCDB_GROUP) await accepts({ family }, type);
        }
    });

    it("knows that DocumentDB negotiates TLS 1.0 by default", async () => {
        const message = `parameters does not set tls, which means "enabled", expected "tls1.2+"`;
        for (const props of [{ family: "docdb4.0" }, group("docdb5.0", "audit_logs", "enabled")]) {
            await reports(props, [message], DOCDB_GROUP);
        }
        const ending = `which means TLS 1.0 and newer, expected a group with tls "tls1.2+"`;
        await reports({}, [`dbClusterParameterGroupName is not set, ${ending}`], DOCDB);
        await reports(
            { dbClusterParameterGroupName: "default.docdb5.0" },
            [`dbClusterParameterGroupName is "default.docdb5.0", ${ending}`],
            DOCDB,
        );
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ family: UNKNOWN }, ["family is not known yet"]);
        await cannotEvaluate({ family: "mysql8.0", parameters: UNKNOWN }, [
            "parameters is not known yet",
        ]);
        await cannotEvaluate(group("mysql8.0", UNKNOWN, "TLSv1"), [
            "parameters[0].name is not known yet",
        ]);
        await cannotEvaluate(group("mysql8.0", "tls_version", UNKNOWN), [
            "parameters[0].value is not known yet",
        ]);
    });

    it("does not apply to clusters with a group of their own, known or not yet", async () => {
        for (const dbClusterParameterGroupName of ["orders", UNKNOWN]) {
            await excludes(
                { dbClusterParameterGroupName },
                "The cluster names a group of its own, which is judged itself",
                DOCDB,
            );
        }
    });

    it("does not apply to engines without such a parameter", async () => {
        for (const family of ["oracle-ee-19", "db2-ae-11.5", "", "xpostgres15", "mysqlx8"]) {
            await excludes({ family }, "No parameter of the engine decides on versions of TLS");
        }
        await excludes({}, "No parameter of the engine decides on versions of TLS");
    });
});
