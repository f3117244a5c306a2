/** A parameter that lets an engine negotiate versions of TLS before 1.2. */
export interface OldTls {
    readonly parameter: string;
    /** Whether a value lets it. */
    readonly isOld: (value: string) => boolean;
    /** The default, where it lets it; absent: it does not, or that depends on the version. */
    readonly byDefault?: string;
    /** What is expected, for messages. */
    readonly expected: string;
}

const ENGINES: readonly { readonly engine: RegExp; readonly parameters: readonly OldTls[] }[] = [
    {
        // https://docs.aws.amazon.com/documentdb/latest/developerguide/API_Parameter.html
        engine: /^docdb$/,
        parameters: [
            {
                parameter: "tls",
                isOld: (value) => value.toLowerCase() === "enabled",
                byDefault: "enabled",
                expected: '"tls1.2+"',
            },
        ],
    },
    {
        // https://www.postgresql.org/docs/current/runtime-config-connection.html: empty means any version.
        engine: /^(?:aurora-postgresql|postgres)$/,
        parameters: [
            {
                parameter: "ssl_min_protocol_version",
                isOld: (value) => /^(?:TLSv1(?:\.[01])?)?$/i.test(value),
                expected: '"TLSv1.2"',
            },
        ],
    },
    {
        // https://dev.mysql.com/doc/refman/8.4/en/encrypted-connection-protocols-ciphers.html
        engine: /^(?:aurora|aurora-mysql|mysql|mariadb)$/,
        parameters: [
            {
                parameter: "tls_version",
                isOld: (value) => /\bTLSv1(?:\.[01])?(?![.\d])/i.test(value),
                expected: "TLSv1.2 or TLSv1.3 only",
            },
        ],
    },
    {
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Ciphers.html
        engine: /^sqlserver-/,
        parameters: ["rds.tls10", "rds.tls11"].map((parameter) => ({
            parameter,
            isOld: (value) => value.toLowerCase() === "enabled",
            expected: '"disabled"',
        })),
    },
];

/** The parameters of an engine that let it negotiate versions of TLS before 1.2; none for engines without one. */
export function oldTlsOf(engine: string): readonly OldTls[] {
    return ENGINES.find((each) => each.engine.test(engine))?.parameters ?? [];
}
