import { definePolicy } from "../lib/define-policy";
import { isSet, textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { Undecided } from "../lib/undecided";
import { describeFamily } from "../lib/views/engine-families";
import {
    engineOf,
    namedGroup,
    OPTION_GROUP,
    PARAMETER_GROUPS,
} from "../lib/views/parameter-groups";
import { defaultTlsValue, refusesPlainText, tlsParameterOf } from "../lib/views/tls-parameters";

/** AWS's own groups cannot be changed, so a database without one of its own does as the engine does by default (P-09). */
export const databaseTls = definePolicy({
    name: "database-tls",
    control: "HTTPS-11",
    title: "Databases accept TLS connections only, by a group of their own or by their engine's default.",
    severity: "high",
    why: "A database without a parameter group of its own runs with AWS's defaults, and those of many engines and versions take passwords and rows in plain text.",
    remediation:
        "Make a parameter group that requires TLS (for Oracle an option group with NATIVE_NETWORK_ENCRYPTION) and name it in parameterGroupName, dbClusterParameterGroupName, clusterParameterGroupName or optionGroupName.",
    frameworks: [
        "fsbp:RDS.38",
        "fsbp:RDS.39",
        "fsbp:RDS.41",
        "fsbp:RDS.44",
        "fsbp:Redshift.2",
        "config:RDS_POSTGRES_INSTANCE_ENCRYPTED_IN_TRANSIT",
        "config:REDSHIFT_REQUIRE_TLS_SSL",
        "cdk-nag:AwsSolutions-RS1",
        "prowler:rds_instance_transport_encrypted",
        "prowler:redshift_cluster_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
        "aws:docdb/cluster:Cluster",
        "aws:redshift/cluster:Cluster",
    ],
    check(props, report, subject) {
        const isInstance = subject.type === "aws:rds/instance:Instance";
        const engine = isInstance ? (textOf(props, "engine")?.toLowerCase() ?? "") : "";
        if (isInstance && engine.startsWith("aurora")) {
            subject.notApplicable("An instance of Aurora does as its cluster does");
        }
        if (engine.startsWith("custom-")) {
            throw new Undecided(
                `engine is ${quote(engine)}, which is set up on its host, outside of Pulumi`,
            );
        }
        const isOracle = engine.startsWith("oracle-");
        const reference = isOracle
            ? OPTION_GROUP
            : PARAMETER_GROUPS[subject.type as keyof typeof PARAMETER_GROUPS];
        const group = namedGroup(props, reference);
        if (group.kind === "own") {
            subject.notApplicable("The database names a group of its own, which is judged itself");
        }
        // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
        if (group.kind === "none" && isInstance && isSet(props, "replicateSourceDb")) {
            subject.notApplicable("A replica does as its source does");
        }
        const found =
            group.kind === "default"
                ? `${reference.property} is ${quote(group.name)}`
                : `${reference.property} is not set`;
        if (isOracle) {
            report(
                `${found}, which means an option group of AWS that encrypts nothing, expected one with NATIVE_NETWORK_ENCRYPTION`,
            );
            return;
        }
        const family = group.kind === "default" ? group.family : engineOf(subject.type, props);
        const parameter = tlsParameterOf(family);
        const value = defaultTlsValue(family);
        if (!refusesPlainText(parameter, value)) {
            const meaning = `${parameter.name} ${quote(value)} for ${describeFamily(family)}`;
            report(
                `${found}, which means ${meaning}, expected a group with ${quote(parameter.refusing[0])}`,
            );
        }
    },
    examples: {
        accepted: [
            {
                title: "PostgreSQL 17, which requires TLS by default",
                resources: [
                    {
                        type: "aws:rds/instance:Instance",
                        props: { engine: "postgres", engineVersion: "17.5" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "MySQL without a parameter group of its own",
                resources: [
                    {
                        type: "aws:rds/instance:Instance",
                        props: { engine: "mysql", engineVersion: "8.0.40" },
                    },
                ],
                messages: [
                    `parameterGroupName is not set, which means require_secure_transport "0" for mysql 8.0.40, expected a group with "1"`,
                ],
            },
            {
                title: "Oracle without an option group of its own",
                resources: [
                    {
                        type: "aws:rds/instance:Instance",
                        props: { engine: "oracle-se2", engineVersion: "19" },
                    },
                ],
                messages: [
                    "optionGroupName is not set, which means an option group of AWS that encrypts nothing, expected one with NATIVE_NETWORK_ENCRYPTION",
                ],
            },
        ],
    },
});
