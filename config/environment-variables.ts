import { SECRET_ARN, secretArn } from "./arns";
import { dictionary, type Draft, type Field, type Reader, refuse } from "./readers";
import type { Problems } from "./problems";
import type { ServiceSettings } from "./services";

/** All properties of an environment together, written as `key=value`. */
const MAX_BYTES = 4096;

// Names that the platform, the JVM's launcher or the AWS SDK give a meaning of their own.
const RESERVED = new Set([
    "GRADLE_HOME",
    "HOME",
    "JAVA_HOME",
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "M2",
    "M2_HOME",
    "PATH",
    "PORT",
    "SHELL",
    "USER",
]);
const RESERVED_START = /^(AWS|EB|RDS)_/;

const SECRET_NAME =
    /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)(_|$)/;

/** What a value gives away about itself; the value never enters a message. */
const SECRET_VALUES: readonly (readonly [what: string, test: RegExp])[] = [
    ["an AWS access key id", /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
    [
        "what looks like an AWS secret access key",
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9/+]{40}$/,
    ],
    ["a private key", /PRIVATE KEY/],
    ["a signed token (JWT)", /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\./],
    ["an address with a password", /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i],
];

const NAMES = {
    expected:
        "capital letters, digits and _ (at most 128), no name that Beanstalk, Java or the AWS SDK use themselves",
    test: (name: string): boolean =>
        /^[A-Z_][A-Z0-9_]{0,127}$/.test(name) && !RESERVED.has(name) && !RESERVED_START.test(name),
};

/** Environment variables in plain text: everybody who may describe the environment reads them. */
export const environment: Reader<Readonly<Record<string, string>>> = (field) => {
    const draft = dictionary("environment variables", NAMES, plainValue)(field);
    for (const name of Object.keys(draft ?? {})) {
        if (SECRET_NAME.test(name)) {
            refuse(
                { ...field, path: `${field.path}.${name}` },
                "a secret by ARN, under `secrets`",
                "a name that says secret",
            );
        }
    }
    return draft;
};

/** Environment variables that Beanstalk fills from Secrets Manager or Parameter Store. */
export const secrets: Reader<Readonly<Record<string, string>>> = dictionary(
    "secrets",
    NAMES,
    arnOnly,
);

/** Reports names that are given twice and environments that are too large. */
export function checkEnvironment(
    service: Draft<ServiceSettings>,
    path: string,
    problems: Problems,
): void {
    const entries = Object.entries({ ...service.environment, ...service.secrets });
    const bytes = entries.reduce(
        (sum, [name, value]) => sum + Buffer.byteLength(`${name}=${value ?? ""}`),
        0,
    );
    if (bytes > MAX_BYTES) {
        problems.add(
            `${path}.environment`,
            `${bytes} bytes with the secrets' ARNs`,
            `at most ${MAX_BYTES} bytes`,
        );
    }
    for (const name of Object.keys(service.secrets ?? {})) {
        if (Object.hasOwn(service.environment ?? {}, name)) {
            problems.add(
                `${path}.secrets.${name}`,
                "a name that `environment` has, too",
                "each name once",
            );
        }
    }
}

function plainValue(field: Field): string | undefined {
    const { value } = field;
    if (typeof value !== "string") return refuse(field, "text in quotes");
    const secret = SECRET_VALUES.find(([, test]) => test.test(value));
    if (secret !== undefined) return refuse(field, "a secret by ARN, under `secrets`", secret[0]);
    // Beanstalk reads an empty value as "remove this variable".
    return /^[ -~]+$/.test(value) ? value : refuse(field, "one line of ASCII characters");
}

function arnOnly(field: Field): string | undefined {
    const isArn = typeof field.value === "string" && field.value.startsWith("arn:");
    // Whoever pastes the secret itself must not find it in a log.
    return isArn ? secretArn(field) : refuse(field, SECRET_ARN, "a value that is no ARN");
}
