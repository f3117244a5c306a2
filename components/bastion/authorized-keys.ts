/** A support engineer who may open sessions on the bastion. */
export interface SupportEngineer {
    /** Login name. */
    readonly name: string;
    /** Algorithm and base64 blob, without options and comment. */
    readonly publicKey: string;
    /** First day (UTC) on which the key no longer opens the bastion, `YYYY-MM-DD`. */
    readonly expires: string;
}

/** The keys file of one login, as sshd reads it. */
export interface AuthorizedKeysFile {
    readonly login: string;
    /** Day on which the last key of the login expires, `YYYY-MM-DD`. */
    readonly expires: string;
    /** Lines with a final newline, sorted. */
    readonly content: string;
}

const LOGIN = /^[a-z_][a-z0-9_-]{0,31}$/;
const PUBLIC_KEY = /^[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CIDR = /^[0-9a-f.:]+\/\d{1,3}$/;

/**
 * The `authorized_keys` files of all engineers, sorted by login; several keys of one login share its file.
 *
 * `restrict` switches off everything a key could allow, later additions of OpenSSH included; only a terminal comes back.
 * `from` repeats the trusted networks, so that a security group that was opened by hand opens nothing.
 * @throws {Error} naming every value that could break out of its place in the file
 */
export function authorizedKeysFiles(
    engineers: readonly SupportEngineer[],
    sources: readonly string[],
): AuthorizedKeysFile[] {
    refuseUnsafeValues(engineers, sources);
    const logins = [...new Set(engineers.map((engineer) => engineer.name))].sort();
    return logins.map((login) => {
        const keys = engineers.filter((engineer) => engineer.name === login);
        return {
            login,
            expires: keys
                .map((key) => key.expires)
                .reduce((last, day) => (day > last ? day : last)),
            content: keys
                .map((key) => `${keyLine(key, sources)}\n`)
                .sort()
                .join(""),
        };
    });
}

function keyLine(key: SupportEngineer, sources: readonly string[]): string {
    const options = [
        "restrict",
        "pty",
        `from="${[...sources].sort().join(",")}"`,
        `expiry-time="${expiryTime(key.expires)}"`,
    ];
    return `${options.join(",")} ${key.publicKey} ${key.name}`;
}

// No `Z` behind it: OpenSSH knows that suffix since 9.1, and Amazon Linux 2023 has 8.7, which refuses a key whose
// options it cannot read. The instance's own time zone is set to UTC instead (user-data.ts).
function expiryTime(day: string): string {
    return `${day.replaceAll("-", "")}0000`;
}

function refuseUnsafeValues(
    engineers: readonly SupportEngineer[],
    sources: readonly string[],
): void {
    const problems = engineers.flatMap((engineer, index) => {
        const at = `engineers[${index}]`;
        return [
            ...mismatch(`${at}.name`, engineer.name, LOGIN, "a login name"),
            ...mismatch(
                `${at}.publicKey`,
                engineer.publicKey,
                PUBLIC_KEY,
                "an algorithm and a base64 blob",
            ),
            ...mismatch(`${at}.expires`, engineer.expires, DAY, "a day as YYYY-MM-DD"),
        ];
    });
    problems.push(
        ...sources.flatMap((source, index) =>
            mismatch(`sources[${index}]`, source, CIDR, "a range of addresses"),
        ),
    );
    if (sources.length === 0)
        problems.push("sources: found none, expected at least one trusted network");
    if (problems.length > 0) throw new Error(problems.join("\n"));
}

// The value stays out of the message: a private key pasted for a public one must not be printed.
function mismatch(path: string, value: string, pattern: RegExp, expected: string): string[] {
    return pattern.test(value)
        ? []
        : [`${path}: found a value of ${value.length} characters, expected ${expected}`];
}
