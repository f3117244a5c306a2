import type { SettingsIndex } from "../setting";

const LAUNCH = "aws:autoscaling:launchconfiguration";
const LOAD_BALANCER = "aws:elbv2:loadbalancer";

/** Beanstalk's own security group admits the world to port 80, so whoever does without needs groups on both sides. */
export function securityGroupProblems(settings: SettingsIndex): string[] {
    if (settings.text(LAUNCH, "DisableDefaultEC2SecurityGroup") !== "true") return [];
    const missing = [LAUNCH, LOAD_BALANCER]
        .filter((namespace) => !settings.has(namespace, "SecurityGroups"))
        .map(
            (namespace) =>
                `${namespace} SecurityGroups: found nothing, expected own groups: DisableDefaultEC2SecurityGroup is true`,
        );
    // It restricts the default group; without that group it says something that is not so.
    const ssh = settings.has(LAUNCH, "SSHSourceRestriction")
        ? [
              `${LAUNCH} SSHSourceRestriction: found a value, expected none: DisableDefaultEC2SecurityGroup is true`,
          ]
        : [];
    return [...missing, ...ssh];
}
