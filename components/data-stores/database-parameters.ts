/** One parameter of a PostgreSQL parameter group. */
export interface DatabaseParameter {
    readonly name: string;
    readonly value: string;
}

/**
 * TLS for everybody, and a log that tells who came and what changed without telling what the data is: bound values
 * can be personal data, so they stay out of statements that are logged.
 */
export const DATABASE_PARAMETERS: readonly DatabaseParameter[] = [
    { name: "log_connections", value: "1" },
    { name: "log_disconnections", value: "1" },
    { name: "log_min_duration_statement", value: "1000" },
    { name: "log_parameter_max_length", value: "0" },
    { name: "log_parameter_max_length_on_error", value: "0" },
    { name: "log_statement", value: "ddl" },
    { name: "rds.force_ssl", value: "1" },
];

/**
 * Parameter group family of an engine version: `17.5` → `postgres17`.
 * @throws {Error} when it is no version of PostgreSQL 15 or later
 */
export function parameterFamily(engineVersion: string): string {
    const major = /^(\d+)(\.\d+)?$/.exec(engineVersion)?.[1];
    // Before 15 plain text is the engine's default, and log_parameter_… does not exist before 13.
    if (major === undefined || Number(major) < 15) {
        throw new Error(
            `engineVersion: found "${engineVersion}", expected PostgreSQL 15 or later, such as 17 or 17.5`,
        );
    }
    return `postgres${major}`;
}

/** `api-keys` → `api_keys`: the name of the database, which PostgreSQL wants without quotes. */
export function databaseName(storeName: string): string {
    return storeName.replaceAll("-", "_");
}
