import { parameterGroupTls } from "../../../policies/https-only/parameter-group-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const INSTANCE_GROUP = "aws:rds/parameterGroup:ParameterGroup";
const CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    parameterGroupTls,
    INSTANCE_GROUP,
);

function group(family: string, ...settings: readonly (readonly [string, unknown])[]) {
    return { family, parameters: settings.map(([name, value]) => ({ name, value })) };
}

/** Type, family, parameter, what requires TLS, what does not, the default: absent where it requires TLS. */
const GROUPS: readonly (readonly [
    string,
    string,
    string,
    readonly string[],
    readonly string[],
    string?,
])[] = [
    [INSTANCE_GROUP, "postgres14", "rds.force_ssl", ["1"], ["0", "on", ""], "0"],
    [INSTANCE_GROUP, "postgres15", "rds.force_ssl", ["1"], ["0"]],
    [CLUSTER_GROUP, "postgres16", "rds.force_ssl", ["1"], ["0"]],
    [CLUSTER_GROUP, "aurora-postgresql16", "rds.force_ssl", ["1"], ["0"], "0"],
    [CLUSTER_GROUP, "aurora-postgresql17", "rds.force_ssl", ["1"], ["0"]],
    [INSTANCE_GROUP, "sqlserver-se-15.0", "rds.force_ssl", ["1"], ["0"], "0"],
    [INSTANCE_GROUP, "mysql8.4", "require_secure_transport", ["1", "ON", "on"], ["0", "OFF"], "0"],
    [CLUSTER_GROUP, "aurora-mysql8.0", "require_secure_transport", ["ON", "1"], ["OFF"], "OFF"],
    [INSTANCE_GROUP, "mariadb11.4", "require_secure_transport", ["1"], ["0"], "0"],
    [INSTANCE_GROUP, "mariadb11.8", "require_secure_transport", ["1"], ["0"]],
    [INSTANCE_GROUP, "db2-se-11.5", "db2comm", ["SSL", "ssl"], ["TCPIP,SSL", "TCPIP"], "TCPIP"],
    [
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        "docdb5.0",
        "tls",
        ["tls1.2+", "tls1.3+", "fips-140-3", "enabled"],
        ["disabled"],
    ],
    [
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        "neptune1",
        "neptune_enforce_ssl",
        ["1"],
        ["0"],
    ],
    [
        "aws:redshift/parameterGroup:ParameterGroup",
        "redshift-1.0",
        "require_ssl",
        ["true"],
        ["false"],
        "false",
    ],
    [
        "aws:redshift/parameterGroup:ParameterGroup",
        "redshift-2.0",
        "require_ssl",
        ["true"],
        ["false"],
    ],
];

describe("parameter-group-tls", () => {
    for (const [type, family, name, good, bad, byDefault] of GROUPS) {
        const expected = `expected "${good[0]!}"`;
        // The first value that is recommended: 1 where ON does as well.
        const recommended = name === "require_secure_transport" ? `expected "1"` : expected;

        it(`accepts what requires TLS in ${family}`, async () => {
            for (const value of good) await accepts(group(family, [name, value]), type);
            await accepts(group(family, [name.toUpperCase(), good[0]]), type);
        });

        it(`reports what does not require TLS in ${family}`, async () => {
            for (const value of bad) {
                const message = `parameters[0].value of ${name} is "${value}", ${recommended}`;
                await reports(group(family, [name, value]), [message], type);
            }
        });

        it(`knows what it means when nothing is set in ${family}`, async () => {
            const message = `parameters does not set ${name}, which means "${byDefault ?? ""}" in "${family}", ${recommended}`;
            const others = group(family, ["log_statement", "ddl"]);
            for (const props of [
                { family },
                { family, parameters: null },
                { family, parameters: [] },
                others,
            ]) {
                if (byDefault === undefined) await accepts(props, type);
                else await reports(props, [message], type);
            }
        });
    }

    it("reports each setting of a parameter that is set several times", async () => {
        await reports(group("postgres17", ["rds.force_ssl", "1"], ["rds.force_ssl", "0"]), [
            `parameters[1].value of rds.force_ssl is "0", expected "1"`,
        ]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ family: UNKNOWN }, ["family is not known yet"]);
        await cannotEvaluate({ family: "postgres14", parameters: UNKNOWN }, [
            "parameters is not known yet",
        ]);
        await cannotEvaluate(group("postgres14", ["rds.force_ssl", UNKNOWN]), [
            "parameters[0].value is not known yet",
        ]);
        await cannotEvaluate(group("postgres14", [UNKNOWN, "0"]), [
            "parameters[0].name is not known yet",
        ]);
        await cannotEvaluate(
            { family: "postgres14", parameters: [UNKNOWN, { name: "rds.force_ssl", value: "0" }] },
            ["parameters[0] is not known yet"],
            [`parameters[1].value of rds.force_ssl is "0", expected "1"`],
        );
    });

    it("does not evaluate a family that is not known here", async () => {
        await cannotEvaluate({ family: "informix-14" }, [
            `how "informix" refuses connections without TLS is not known here`,
        ]);
        await cannotEvaluate({ family: "my-oracle-19" }, [
            `how "my-oracle" refuses connections without TLS is not known here`,
        ]);
        await cannotEvaluate({}, [`how "" refuses connections without TLS is not known here`]);
        await cannotEvaluate({ family: "mysql9.0" }, [
            "AWS's default of require_secure_transport is not known for mysql 9.0",
        ]);
    });

    it("does not apply to instances of Aurora, whose cluster decides", async () => {
        const reason = "Aurora keeps this parameter in the group of the cluster";
        await excludes(group("aurora-postgresql16", ["rds.force_ssl", "0"]), reason);
        await excludes({ family: "aurora-mysql8.0" }, reason);
    });

    it("does not apply to Oracle, which has an option for it", async () => {
        const reason = "Oracle encrypts by an option, not by a parameter";
        await excludes({ family: "oracle-ee-19" }, reason);
        await excludes({ family: "custom-oracle-ee-19" }, reason);
    });

    it("does not apply to versions of Neptune that take HTTPS only", async () => {
        const reason = "Neptune speaks HTTPS only, whatever its parameters say";
        const type = "aws:neptune/clusterParameterGroup:ClusterParameterGroup";
        await excludes(group("neptune1.2", ["neptune_enforce_ssl", "0"]), reason, type);
        await excludes({ family: "neptune1.4" }, reason, type);
    });
});
