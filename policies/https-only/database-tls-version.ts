import { definePolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { parseFamily } from "../lib/views/engine-families";
import { namedGroup, PARAMETER_GROUPS } from "../lib/views/parameter-groups";
import { settingsNamed } from "../lib/views/settings";
import { oldTlsOf } from "../lib/views/tls-versions";

const GROUP = "aws:rds/parameterGroup:ParameterGroup";
const DOCDB_GROUP = "aws:docdb/clusterParameterGroup:ClusterParameterGroup";
const DOCDB = "aws:docdb/cluster:Cluster";

/** DocumentDB is the only engine whose current versions negotiate TLS 1.0 by default (P-09). */
export const databaseTlsVersion = definePolicy({
    name: "database-tls-version",
    control: "HTTPS-30",
    title: "Databases negotiate TLS 1.2 or newer.",
    severity: "medium",
    why: "TLS 1.0 and 1.1 are broken; a server that negotiates them lets anyone on the way talk both sides into using them.",
    remediation:
        'Set tls of DocumentDB to "tls1.2+" or newer; remove TLS 1.0 and 1.1 from ssl_min_protocol_version, tls_version, rds.tls10 and rds.tls11 of the other engines.',
    frameworks: ["fsbp:DocumentDB.6", "gdpr:32(1)(a)"],
    resourceTypes: [
        GROUP,
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        DOCDB_GROUP,
        DOCDB,
    ],
    check(props, report, subject) {
        if (subject.type === DOCDB) {
            const reference = PARAMETER_GROUPS[DOCDB];
            const group = namedGroup(props, reference);
            if (group.kind === "own") {
                subject.notApplicable(
                    "The cluster names a group of its own, which is judged itself",
                );
            }
            const found = group.kind === "default" ? `is ${quote(group.name)}` : "is not set";
            report(
                `${reference.property} ${found}, which means TLS 1.0 and newer, expected a group with tls "tls1.2+"`,
            );
            return;
        }
        const { engine } = parseFamily(textOf(props, "family") ?? "");
        const parameters = oldTlsOf(engine);
        if (parameters.length === 0) {
            subject.notApplicable("No parameter of the engine decides on versions of TLS");
        }
        for (const { parameter, isOld, byDefault, expected } of parameters) {
            subject.ifKnown(() => {
                const settings = settingsNamed(props, "parameters", parameter);
                for (const setting of settings) {
                    subject.ifKnown(() => {
                        const { path, value } = setting;
                        if (!isOld(value)) return;
                        report(`${path} of ${parameter} is ${quote(value)}, expected ${expected}`);
                    });
                }
                if (settings.length > 0 || byDefault === undefined) return;
                report(
                    `parameters does not set ${parameter}, which means ${quote(byDefault)}, expected ${expected}`,
                );
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a group of DocumentDB that leaves out old versions",
                resources: [
                    {
                        type: DOCDB_GROUP,
                        props: {
                            family: "docdb5.0",
                            parameters: [{ name: "tls", value: "tls1.2+" }],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a group of DocumentDB that only turns TLS on",
                resources: [
                    {
                        type: DOCDB_GROUP,
                        props: {
                            family: "docdb5.0",
                            parameters: [{ name: "tls", value: "enabled" }],
                        },
                    },
                ],
                messages: [`parameters[0].value of tls is "enabled", expected "tls1.2+"`],
            },
            {
                title: "a group of MySQL that lets TLS 1.1 in again",
                resources: [
                    {
                        type: GROUP,
                        props: {
                            family: "mysql8.0",
                            parameters: [{ name: "tls_version", value: "TLSv1.1,TLSv1.2" }],
                        },
                    },
                ],
                messages: [
                    `parameters[0].value of tls_version is "TLSv1.1,TLSv1.2", expected TLSv1.2 or TLSv1.3 only`,
                ],
            },
        ],
    },
});
