import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { isFrom, parseFamily } from "../lib/views/engine-families";
import { settingsNamed } from "../lib/views/settings";
import { defaultTlsValue, refusesPlainText, tlsParameterOf } from "../lib/views/tls-parameters";

const INSTANCE_GROUP = "aws:rds/parameterGroup:ParameterGroup";

/** Whatever a client offers, the engine decides: without this parameter it takes plain text as well (P-09). */
export const parameterGroupTls = definePolicy({
    name: "parameter-group-tls",
    control: "HTTPS-11",
    title: "Parameter groups let their engine accept TLS connections only.",
    severity: "high",
    why: "A client that does not insist on TLS falls back to plain text without a word, and passwords and rows can be read on the way; only the server can rule that out.",
    remediation:
        "Set in the group's parameters: rds.force_ssl to 1 for PostgreSQL and SQL Server, require_secure_transport to 1 for MySQL and MariaDB (ON for Aurora), db2comm to SSL for Db2, require_ssl to true for Redshift, tls to tls1.2+ for DocumentDB.",
    frameworks: [
        "fsbp:RDS.38",
        "fsbp:RDS.39",
        "fsbp:RDS.41",
        "fsbp:RDS.44",
        "fsbp:Redshift.2",
        "config:RDS_POSTGRES_INSTANCE_ENCRYPTED_IN_TRANSIT",
        "config:REDSHIFT_REQUIRE_TLS_SSL",
        "checkov:CKV2_AWS_69",
        "checkov:CKV_AWS_90",
        "checkov:CKV_AWS_105",
        "cdk-nag:AwsSolutions-RS1",
        "prowler:rds_instance_transport_encrypted",
        "prowler:redshift_cluster_in_transit_encryption_enabled",
        "gdpr:32(1)(a)",
    ],
    resourceTypes: [
        INSTANCE_GROUP,
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        "aws:redshift/parameterGroup:ParameterGroup",
    ],
    check(props, report, subject) {
        const name = textOf(props, "family") ?? "";
        const family = parseFamily(name);
        if (/^(custom-)?oracle-/.test(family.engine)) {
            subject.notApplicable("Oracle encrypts by an option, not by a parameter");
        }
        if (family.engine === "neptune" && isFrom(family.version, [1, 2]) === true) {
            subject.notApplicable("Neptune speaks HTTPS only, whatever its parameters say");
        }
        const parameter = tlsParameterOf(family);
        if (parameter.ofCluster && subject.type === INSTANCE_GROUP) {
            subject.notApplicable("Aurora keeps this parameter in the group of the cluster");
        }
        const expected = `expected ${quote(parameter.refusing[0])}`;
        const settings = settingsNamed(props, "parameters", parameter.name);
        for (const setting of settings) {
            subject.ifKnown(() => {
                const { path, value } = setting;
                if (!refusesPlainText(parameter, value)) {
                    report(`${path} of ${parameter.name} is ${quote(value)}, ${expected}`);
                }
            });
        }
        if (settings.length > 0) return;
        const value = defaultTlsValue(family);
        if (!refusesPlainText(parameter, value)) {
            report(
                `parameters does not set ${parameter.name}, which means ${quote(value)} in ${quote(name)}, ${expected}`,
            );
        }
    },
    examples: {
        accepted: [
            {
                title: "a group that forces TLS on PostgreSQL",
                resources: [
                    {
                        type: INSTANCE_GROUP,
                        props: {
                            family: "postgres17",
                            parameters: [{ name: "rds.force_ssl", value: "1" }],
                        },
                    },
                ],
            },
            {
                title: "a group of MariaDB 11.8, where TLS is required by default",
                resources: [{ type: INSTANCE_GROUP, props: { family: "mariadb11.8" } }],
            },
        ],
        rejected: [
            {
                title: "a group that lets MySQL take plain text",
                resources: [{ type: INSTANCE_GROUP, props: { family: "mysql8.0" } }],
                messages: [
                    `parameters does not set require_secure_transport, which means "0" in "mysql8.0", expected "1"`,
                ],
            },
            {
                title: "a group of an Aurora cluster that turns it off",
                resources: [
                    {
                        type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
                        props: {
                            family: "aurora-postgresql17",
                            parameters: [{ name: "rds.force_ssl", value: "0" }],
                        },
                    },
                ],
                messages: [`parameters[0].value of rds.force_ssl is "0", expected "1"`],
            },
        ],
    },
});
