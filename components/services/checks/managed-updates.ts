import type { SettingsIndex } from "../setting";

const ACTIONS = "aws:elasticbeanstalk:managedactions";
const UPDATE = `${ACTIONS}:platformupdate`;
const HEALTH = "aws:elasticbeanstalk:healthreporting:system";

/** Managed platform updates need to know when, how far, as whom, and that health is measured. */
export function managedUpdateProblems(settings: SettingsIndex): string[] {
    const enabled = settings.text(ACTIONS, "ManagedActionsEnabled") === "true";
    return enabled
        ? [...missingParts(settings), ...roleProblems(settings)]
        : refreshProblems(settings);
}

function missingParts(settings: SettingsIndex): string[] {
    const problems = [
        [ACTIONS, "PreferredStartTime"] as const,
        [UPDATE, "UpdateLevel"] as const,
    ].flatMap(([namespace, name]) =>
        settings.has(namespace, name)
            ? []
            : [`${namespace} ${name}: found nothing, expected a value: managed updates need it`],
    );
    const health = settings.text(HEALTH, "SystemType") ?? "basic";
    if (health !== "enhanced") {
        problems.push(
            `${HEALTH} SystemType: found ${health}, expected enhanced: managed updates need it`,
        );
    }
    return problems;
}

function roleProblems(settings: SettingsIndex): string[] {
    const own = settings.text(ACTIONS, "ServiceRoleForManagedUpdates");
    const role = settings.text("aws:elasticbeanstalk:environment", "ServiceRole");
    const accepted = [role, "AWSServiceRoleForElasticBeanstalkManagedUpdates"];
    if (own === undefined || role === undefined || accepted.includes(own)) return [];
    return [
        `${ACTIONS} ServiceRoleForManagedUpdates: found ${own}, expected the environment's ServiceRole, ${role}, ` +
            `or AWSServiceRoleForElasticBeanstalkManagedUpdates`,
    ];
}

function refreshProblems(settings: SettingsIndex): string[] {
    if (settings.text(UPDATE, "InstanceRefreshEnabled") !== "true") return [];
    return [
        `${UPDATE} InstanceRefreshEnabled: found true, expected false while ManagedActionsEnabled is not true`,
    ];
}
