import { describeFamily, isFrom, isUpTo, type EngineFamily } from "./engine-families";
import { Undecided } from "../undecided";

/** The parameter by which a database engine refuses connections without TLS. */
export interface TlsParameter {
    readonly name: string;
    /** Values, in any case, with which it refuses them; the first is the one to recommend. */
    readonly refusing: readonly [string, ...string[]];
    /** Aurora keeps it in the cluster's parameter group; an instance's group does not have it. */
    readonly ofCluster: boolean;
}

interface Engine {
    /** Name of the engine, or what it begins with when a hyphen is at the end. */
    readonly name: string;
    readonly parameter: TlsParameter;
    /** The default up to a version; absent: it never was so. */
    readonly before?: { readonly last: readonly number[]; readonly value: string };
    /** The default from a version on; absent: it is not so yet. */
    readonly since?: { readonly first: readonly number[]; readonly value: string };
    /** The default of every version. */
    readonly always?: string;
}

const FORCE_SSL = { name: "rds.force_ssl", refusing: ["1"], ofCluster: false } as const;
const SECURE_TRANSPORT = {
    name: "require_secure_transport",
    refusing: ["1", "ON"],
    ofCluster: false,
} as const;

/** Sources below https://docs.aws.amazon.com. */
const ENGINES: readonly Engine[] = [
    {
        // /AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
        name: "postgres",
        parameter: FORCE_SSL,
        before: { last: [14], value: "0" },
        since: { first: [15], value: "1" },
    },
    {
        // /AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
        name: "aurora-postgresql",
        parameter: { ...FORCE_SSL, ofCluster: true },
        before: { last: [16], value: "0" },
        since: { first: [17], value: "1" },
    },
    {
        // /AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
        name: "mysql",
        parameter: SECURE_TRANSPORT,
        before: { last: [8, 4], value: "0" },
        since: { first: [9, 7], value: "1" },
    },
    {
        // /AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
        name: "mariadb",
        parameter: SECURE_TRANSPORT,
        before: { last: [11, 4], value: "0" },
        since: { first: [11, 8], value: "1" },
    },
    {
        // /AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html
        name: "aurora-mysql",
        parameter: { ...SECURE_TRANSPORT, ofCluster: true },
        before: { last: [8, 0], value: "OFF" },
    },
    {
        // Version 1 of Aurora MySQL, which knows no such parameter yet: its group cannot pass.
        name: "aurora",
        parameter: { ...SECURE_TRANSPORT, ofCluster: true },
        always: "OFF",
    },
    {
        // /AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
        name: "sqlserver-",
        parameter: FORCE_SSL,
        always: "0",
    },
    {
        // /AmazonRDS/latest/UserGuide/Db2.Concepts.SSL.html: with TCPIP,SSL the port for plain text stays open.
        name: "db2-",
        parameter: { name: "db2comm", refusing: ["SSL"], ofCluster: false },
        always: "TCPIP",
    },
    {
        // /documentdb/latest/developerguide/API_Parameter.html
        name: "docdb",
        parameter: {
            name: "tls",
            refusing: ["tls1.2+", "tls1.3+", "fips-140-3", "enabled"],
            ofCluster: false,
        },
        always: "enabled",
    },
    {
        // /neptune/latest/userguide/security-ssl.html
        name: "neptune",
        parameter: { name: "neptune_enforce_ssl", refusing: ["1"], ofCluster: false },
        always: "1",
    },
    {
        // /redshift/latest/mgmt/working-with-parameter-groups.html
        name: "redshift",
        parameter: { name: "require_ssl", refusing: ["true"], ofCluster: false },
        before: { last: [1, 0], value: "false" },
        since: { first: [2, 0], value: "true" },
    },
];

/**
 * The parameter that makes an engine refuse connections without TLS.
 * @throws {Undecided} for an engine that is not known here
 */
export function tlsParameterOf(family: EngineFamily): TlsParameter {
    return engineOf(family).parameter;
}

/**
 * The value of that parameter where nobody sets it.
 * @throws {Undecided} for an engine that is not known here, and where the version says too little
 */
export function defaultTlsValue(family: EngineFamily): string {
    const { parameter, before, since, always } = engineOf(family);
    if (always !== undefined) return always;
    if (since !== undefined && isFrom(family.version, since.first) === true) return since.value;
    if (before !== undefined && isUpTo(family.version, before.last) === true) return before.value;
    throw new Undecided(
        family.version.length === 0
            ? `the version of ${family.engine} is not set, and AWS's default of ${parameter.name} depends on it`
            : `AWS's default of ${parameter.name} is not known for ${describeFamily(family)}`,
    );
}

/** Whether an engine with this value refuses connections without TLS. */
export function refusesPlainText({ refusing }: TlsParameter, value: string): boolean {
    return refusing.some((each) => each.toLowerCase() === value.toLowerCase());
}

function engineOf(family: EngineFamily): Engine {
    const known = ENGINES.find(({ name }) =>
        name.endsWith("-") ? family.engine.startsWith(name) : family.engine === name,
    );
    if (known !== undefined) return known;
    throw new Undecided(
        `how ${JSON.stringify(family.engine)} refuses connections without TLS is not known here`,
    );
}
