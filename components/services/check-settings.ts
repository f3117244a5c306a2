import { capacityProblems } from "./checks/capacity";
import { environmentVariableProblems } from "./checks/environment-variables";
import { listenerProblems } from "./checks/listeners";
import { managedUpdateProblems } from "./checks/managed-updates";
import { securityGroupProblems } from "./checks/security-groups";
import { volumeProblems } from "./checks/volumes";
import { expectedInstead, findOption } from "./option-catalogue";
import { SettingsIndex } from "./setting";
import type { Setting } from "./setting";

const CROSS_CHECKS: readonly ((settings: SettingsIndex) => readonly string[])[] = [
    capacityProblems,
    listenerProblems,
    managedUpdateProblems,
    securityGroupProblems,
    volumeProblems,
];

/** Options whose value is a comma list that the AWS provider reads back sorted and without spaces. */
const SORTED_LISTS = [
    "aws:autoscaling:launchconfiguration SecurityGroups",
    "aws:ec2:vpc DBSubnets",
    "aws:ec2:vpc ELBSubnets",
    "aws:ec2:vpc Subnets",
    "aws:elbv2:loadbalancer SecurityGroups",
];

/**
 * Refuses what Beanstalk would refuse (minutes into a deployment) or read back differently (a difference in every
 * preview). A value that is not known yet is only asked to be there.
 * @throws {Error} one line for each problem, `namespace name: found …, expected …`
 */
export function checkSettings(settings: readonly Setting<unknown>[]): void {
    const index = new SettingsIndex(settings);
    const problems = [
        ...duplicates(settings),
        ...settings.flatMap(optionProblems),
        ...environmentVariableProblems(settings),
        ...CROSS_CHECKS.flatMap((check) => check(index)),
    ];
    if (problems.length > 0) throw new Error([...problems].sort().join("\n"));
}

function duplicates(settings: readonly Setting<unknown>[]): string[] {
    const keys = settings.map(({ namespace, name }) => `${namespace} ${name}`);
    const repeated = new Set(keys.filter((key, position) => keys.indexOf(key) !== position));
    return [...repeated].map((key) => {
        const times = keys.filter((other) => other === key).length;
        return `${key}: found ${times} values, expected one`;
    });
}

function optionProblems({ namespace, name, value }: Setting<unknown>): string[] {
    const path = `${namespace} ${name}`;
    const lookup = findOption(namespace, name);
    if (lookup.found === "nothing") {
        return [`${path}: found namespace ${namespace}, expected one that Beanstalk knows`];
    }
    if (lookup.found === "namespace") {
        return [`${path}: found option ${name}, expected one of ${lookup.options.join(", ")}`];
    }
    if (typeof value !== "string") return [];
    if (value === "") return [`${path}: found an empty value, expected a value or no setting`];
    const expected = expectedInstead(lookup.rule, value);
    if (expected !== undefined)
        return [`${path}: found ${quoted(path, value)}, expected ${expected}`];
    if (SORTED_LISTS.includes(path)) {
        const sorted = [...new Set(value.split(",").map((item) => item.trim()))].sort().join(",");
        if (value !== sorted) return [`${path}: found "${value}", expected it sorted, "${sorted}"`];
    }
    return [];
}

/** What somebody took for the name of a secret may be the secret itself. */
function quoted(path: string, value: string): string {
    return path.startsWith("aws:elasticbeanstalk:application:environmentsecrets ")
        ? "another value (not shown)"
        : `"${value}"`;
}
