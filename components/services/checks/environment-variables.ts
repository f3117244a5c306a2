import type { Setting } from "../setting";

const PLAIN = "aws:elasticbeanstalk:application:environment";
const SECRET = `${PLAIN}secrets`;
const MAX_NAME = 128;
const MAX_VALUE = 256;
const MAX_TOTAL_BYTES = 4096;

/** Names, values and total size of environment variables ("Environment properties", Elastic Beanstalk guide). */
export function environmentVariableProblems(settings: readonly Setting<unknown>[]): string[] {
    const variables = settings.filter(
        ({ namespace }) => namespace === PLAIN || namespace === SECRET,
    );
    return [
        ...variables.flatMap(variableProblems),
        ...setTwice(variables),
        ...totalProblems(variables.filter(({ namespace }) => namespace === PLAIN)),
    ];
}

function variableProblems({ namespace, name, value }: Setting<unknown>): string[] {
    const path = `${namespace} ${name}`;
    const problems: string[] = [];
    if (!/^[A-Z_][A-Z0-9_]*$/.test(name) || name.length > MAX_NAME) {
        problems.push(
            `${path}: found this name, expected capital letters, digits and _, at most ${MAX_NAME} characters`,
        );
    }
    if (namespace === PLAIN && typeof value === "string" && value.length > MAX_VALUE) {
        problems.push(`${path}: found ${value.length} characters, expected at most ${MAX_VALUE}`);
    }
    return problems;
}

function setTwice(variables: readonly Setting<unknown>[]): string[] {
    const plain = new Set(variables.filter((v) => v.namespace === PLAIN).map((v) => v.name));
    return variables
        .filter(({ namespace, name }) => namespace === SECRET && plain.has(name))
        .map(({ name }) => `${SECRET} ${name}: found it in ${PLAIN}, too, expected it once`);
}

function totalProblems(variables: readonly Setting<unknown>[]): string[] {
    const bytes = variables
        .map(({ name, value }) =>
            Buffer.byteLength(`${name}=${typeof value === "string" ? value : ""}`),
        )
        .reduce((sum, size) => sum + size, 0);
    if (bytes <= MAX_TOTAL_BYTES) return [];
    return [`${PLAIN}: found ${bytes} bytes of variables, expected at most ${MAX_TOTAL_BYTES}`];
}
