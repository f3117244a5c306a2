import assert from "node:assert/strict";
import fc from "fast-check";
import { checkSettings } from "../../../components/services/check-settings";
import { environmentSettings } from "../../../components/services/environment-settings";
import type { Setting } from "../../../components/services/setting";
import { spec } from "./licensing-spec";

type Changes = Readonly<Record<string, unknown>>;

const ASG = "aws:autoscaling:asg";
const LAUNCH = "aws:autoscaling:launchconfiguration";
const TRIGGER = "aws:autoscaling:trigger";
const INSTANCES = "aws:ec2:instances";
const ENVIRONMENT = "aws:elasticbeanstalk:environment";
const PROCESS = `${ENVIRONMENT}:process:default`;
const VARIABLES = "aws:elasticbeanstalk:application:environment";
const SECRETS = `${VARIABLES}secrets`;
const ACTIONS = "aws:elasticbeanstalk:managedactions";
const UPDATE = `${ACTIONS}:platformupdate`;
const HEALTH = "aws:elasticbeanstalk:healthreporting:system";
const RULE = "aws:elbv2:listenerrule:licensing";
const LOAD_BALANCER = "aws:elbv2:loadbalancer";

function setting(key: string, value: unknown): Setting<unknown> {
    const space = key.indexOf(" ");
    return { namespace: key.slice(0, space), name: key.slice(space + 1), value, resource: "" };
}

/** The right settings with some changed; undefined takes one out. */
function settings(changes: Changes): Setting<unknown>[] {
    const rest = environmentSettings(spec).filter(
        ({ namespace, name }) => !Object.hasOwn(changes, `${namespace} ${name}`),
    );
    const changed = Object.entries(changes)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => setting(key, value));
    return [...rest, ...changed];
}

const reports = (changes: Changes, ...problems: string[]): void => {
    assert.throws(
        () => {
            checkSettings(settings(changes));
        },
        { message: problems.join("\n") },
    );
};
const accepts = (changes: Changes): void => {
    checkSettings(settings(changes));
};

/** What turns the shared load balancer into one of the environment's own. */
const DEDICATED: Changes = {
    [`${ENVIRONMENT} LoadBalancerIsShared`]: "false",
    [`${LOAD_BALANCER} SharedLoadBalancer`]: undefined,
    "aws:elbv2:listener:443 Protocol": "HTTPS",
    "aws:elbv2:listener:443 SSLCertificateArns": "arn:aws:acm:eu-west-1:123456789012:certificate/1",
    "aws:elbv2:listener:default ListenerEnabled": "false",
};

describe("checkSettings", () => {
    it("accepts what the builder makes", () => {
        accepts({});
    });

    describe("options and values", () => {
        it("reports a namespace that Beanstalk does not know", () => {
            const expected = "expected one that Beanstalk knows";
            reports(
                { "aws:autoscaling:asgs MinSize": "1" },
                `aws:autoscaling:asgs MinSize: found namespace aws:autoscaling:asgs, ${expected}`,
            );
            reports(
                { "constructor name": "1" },
                `constructor name: found namespace constructor, ${expected}`,
            );
            reports(
                { "aws:elbv2:listener:<port> Rules": "licensing" },
                `aws:elbv2:listener:<port> Rules: found namespace aws:elbv2:listener:<port>, ${expected}`,
            );
        });

        it("reports an option that its namespace does not have, with those it has", () => {
            reports(
                { "aws:elasticbeanstalk:hostmanager LogPublication": "true" },
                "aws:elasticbeanstalk:hostmanager LogPublication: found option LogPublication, " +
                    "expected one of LogPublicationControl",
            );
            reports(
                { "aws:elasticbeanstalk:xray toString": "true" },
                "aws:elasticbeanstalk:xray toString: found option toString, expected one of XRayEnabled",
            );
        });

        it("reports values outside what AWS's page lists", () => {
            reports(
                { "aws:elasticbeanstalk:xray XRayEnabled": "True" },
                'aws:elasticbeanstalk:xray XRayEnabled: found "True", expected one of true, false',
            );
            reports(
                { [`${LAUNCH} MonitoringInterval`]: "1 minutes" },
                `${LAUNCH} MonitoringInterval: found "1 minutes", expected one of 1 minute, 5 minute`,
            );
            reports(
                { [`${PROCESS} StickinessType`]: "app_cookie" },
                `${PROCESS} StickinessType: found "app_cookie", expected lb_cookie`,
            );
            reports(
                { [`${ACTIONS} PreferredStartTime`]: "Sunday:3:00" },
                `${ACTIONS} PreferredStartTime: found "Sunday:3:00", expected day:hour:minute, such as Sun:03:00`,
            );
            reports(
                { [`${PROCESS} HealthCheckPath`]: "" },
                `${PROCESS} HealthCheckPath: found an empty value, expected a value or no setting`,
            );
        });

        it("accepts both ends of a range and reports what lies beyond", () => {
            const path = `${RULE} Priority`;
            accepts({ [path]: "1" });
            accepts({ [path]: "1000" });
            for (const value of ["0", "1001", "1.5", "-1", "1e2"]) {
                reports(
                    { [path]: value },
                    `${path}: found "${value}", expected a whole number from 1 to 1000`,
                );
            }
        });

        it("reports retentions that CloudWatch does not know", () => {
            const path = "aws:elasticbeanstalk:cloudwatch:logs RetentionInDays";
            reports(
                { [path]: "366" },
                `${path}: found "366", expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, ` +
                    "731, 1827, 3653",
            );
        });

        it("never shows what stands where the ARN of a secret belongs", () => {
            reports(
                { [`${SECRETS} API_TOKEN`]: "hunter2" },
                `${SECRETS} API_TOKEN: found another value (not shown), ` +
                    "expected the ARN of a Secrets Manager secret or of an SSM parameter",
            );
        });

        it("accepts values that are not known yet", () => {
            accepts({
                [`${LAUNCH} SecurityGroups`]: { later: true },
                [`${ENVIRONMENT} ServiceRole`]: 1,
            });
        });

        it("reports lists that the provider would read back in another order", () => {
            reports(
                { "aws:ec2:vpc Subnets": "subnet-2,subnet-1" },
                'aws:ec2:vpc Subnets: found "subnet-2,subnet-1", expected it sorted, "subnet-1,subnet-2"',
            );
            reports(
                { [`${LOAD_BALANCER} SecurityGroups`]: "sg-1, sg-2,sg-1" },
                `${LOAD_BALANCER} SecurityGroups: found "sg-1, sg-2,sg-1", expected it sorted, "sg-1,sg-2"`,
            );
        });

        it("reports an option that is set twice", () => {
            assert.throws(
                () => {
                    checkSettings([...settings({}), setting(`${ASG} MinSize`, "2")]);
                },
                { message: `${ASG} MinSize: found 2 values, expected one` },
            );
        });

        it("reports all problems at once, sorted", () => {
            reports(
                {
                    [`${RULE} Priority`]: "0",
                    [`${ASG} MaxSize`]: "many",
                    [`${ACTIONS} Start`]: "now",
                },
                `${ASG} MaxSize: found "many", expected a whole number from 1 to 10000`,
                `${ACTIONS} Start: found option Start, expected one of ManagedActionsEnabled, PreferredStartTime, ` +
                    "ServiceRoleForManagedUpdates",
                `${RULE} Priority: found "0", expected a whole number from 1 to 1000`,
            );
        });

        it("says the same whatever the order of the settings", () => {
            const wrong = settings({ [`${RULE} Priority`]: "0", [`${ASG} MinSize`]: "9" });
            const message = (given: readonly Setting<unknown>[]): string => {
                try {
                    checkSettings(given);
                    return "";
                } catch (error) {
                    return String(error);
                }
            };
            fc.assert(
                fc.property(fc.shuffledSubarray(wrong, { minLength: wrong.length }), (shuffled) => {
                    assert.equal(message(shuffled), message(wrong));
                }),
            );
        });
    });

    describe("capacity", () => {
        it("reports more instances at least than at most", () => {
            accepts({ [`${ASG} MinSize`]: "6" });
            reports(
                { [`${ASG} MinSize`]: "7" },
                `${ASG} MinSize: found 7, expected at most MaxSize, 6`,
            );
        });

        it("reports more than 40 instance types, doubles and what is none", () => {
            const path = `${INSTANCES} InstanceTypes`;
            const types = Array.from({ length: 41 }, (_, n) => `m${n}g.large`);
            accepts({ [path]: types.slice(1).join(",") });
            reports(
                { [path]: types.join(",") },
                `${path}: found 41 instance types, expected at most 40`,
            );
            reports(
                { [path]: "m7g.large,m7g.large" },
                `${path}: found a type twice, expected each once`,
            );
            reports(
                { [path]: "m7g.large, large" },
                `${path}: found " large", expected instance types, comma-separated, without spaces`,
            );
        });

        it("reports metrics that a shared load balancer does not give", () => {
            const path = `${TRIGGER} MeasureName`;
            reports(
                { [path]: "TargetResponseTime" },
                `${path}: found TargetResponseTime, expected a metric of the instances: the load balancer is shared`,
            );
            accepts({ ...DEDICATED, [path]: "TargetResponseTime" });
            accepts({ [path]: undefined });
        });

        it("reports thresholds that cross and a duration that is not period by period", () => {
            reports(
                { [`${TRIGGER} LowerThreshold`]: "70" },
                `${TRIGGER} LowerThreshold: found 70, expected less than UpperThreshold, 70`,
            );
            reports(
                { [`${TRIGGER} EvaluationPeriods`]: "2" },
                `${TRIGGER} BreachDuration: found 5, expected Period × EvaluationPeriods, 2`,
            );
            accepts({
                [`${TRIGGER} BreachDuration`]: undefined,
                [`${TRIGGER} LowerThreshold`]: undefined,
            });
        });

        it("leaves sizes and types alone that are not set", () => {
            accepts({ [`${ASG} MinSize`]: undefined, [`${INSTANCES} InstanceTypes`]: undefined });
        });
    });

    describe("volumes", () => {
        const [type, size, iops, throughput] = ["Type", "Size", "IOPS", "Throughput"].map(
            (part) => `${LAUNCH} RootVolume${part}`,
        ) as [string, string, string, string];

        it("reports what the type of volume does not allow", () => {
            reports(
                { [iops]: "2999" },
                `${iops}: found 2999, expected 3000 to 16000 for a gp3 volume`,
            );
            accepts({ [iops]: "8000" });
            accepts({ [throughput]: "1000" });
            reports(
                { [throughput]: "1001" },
                `${throughput}: found 1001, expected 125 to 1000 for a gp3 volume`,
            );
            reports({ [size]: "16 GB" }, `${size}: found "16 GB", expected a whole number`);
            reports(
                { [type]: "gp2" },
                `${iops}: found 3000, expected none: a gp2 volume has no such setting`,
                `${throughput}: found 125, expected none: a gp2 volume has no such setting`,
            );
            reports({ [size]: "9" }, `${size}: found 9, expected 10 to 16384 for a gp3 volume`);
        });

        it("reports more than 500 IOPS for each GiB", () => {
            accepts({ [size]: "10", [iops]: "5000" });
            reports(
                { [size]: "10", [iops]: "5001" },
                `${iops}: found 5001 for 10 GiB, expected at most 5000`,
            );
        });

        it("leaves volumes alone whose type is not set or not known", () => {
            accepts({ [type]: undefined, [size]: undefined });
            reports(
                { [type]: "sc1" },
                `${type}: found "sc1", expected one of standard, gp2, gp3, io1`,
            );
        });
    });

    describe("security groups", () => {
        it("reports missing own groups where the default one is off", () => {
            reports(
                {
                    [`${LAUNCH} SecurityGroups`]: undefined,
                    [`${LOAD_BALANCER} SecurityGroups`]: undefined,
                },
                `${LAUNCH} SecurityGroups: found nothing, expected own groups: DisableDefaultEC2SecurityGroup is true`,
                `${LOAD_BALANCER} SecurityGroups: found nothing, expected own groups: DisableDefaultEC2SecurityGroup is true`,
            );
            accepts({
                [`${LAUNCH} DisableDefaultEC2SecurityGroup`]: "false",
                [`${LAUNCH} SecurityGroups`]: undefined,
            });
        });

        it("reports a restriction of SSH that restricts nothing, or has spaces", () => {
            const path = `${LAUNCH} SSHSourceRestriction`;
            reports(
                { [path]: "tcp,22,22,sg-bastion" },
                `${path}: found a value, expected none: DisableDefaultEC2SecurityGroup is true`,
            );
            const off = { [`${LAUNCH} DisableDefaultEC2SecurityGroup`]: "false" };
            accepts({ ...off, [path]: "tcp,22,22,sg-bastion" });
            reports(
                { ...off, [path]: "tcp, 22, 22, sg-bastion" },
                `${path}: found "tcp, 22, 22, sg-bastion", expected protocol,from,to,source without spaces`,
            );
        });
    });

    describe("managed updates", () => {
        it("reports updates that know neither when nor how far, and health that is basic", () => {
            reports(
                {
                    [`${ACTIONS} PreferredStartTime`]: undefined,
                    [`${UPDATE} UpdateLevel`]: undefined,
                    [`${HEALTH} SystemType`]: undefined,
                },
                `${HEALTH} SystemType: found basic, expected enhanced: managed updates need it`,
                `${ACTIONS} PreferredStartTime: found nothing, expected a value: managed updates need it`,
                `${UPDATE} UpdateLevel: found nothing, expected a value: managed updates need it`,
            );
        });

        it("reports another role than the environment's or the service-linked one", () => {
            const path = `${ACTIONS} ServiceRoleForManagedUpdates`;
            accepts({ [path]: "AWSServiceRoleForElasticBeanstalkManagedUpdates" });
            accepts({ [path]: undefined });
            accepts({ [`${ENVIRONMENT} ServiceRole`]: undefined });
            reports(
                { [path]: "other" },
                `${path}: found other, expected the environment's ServiceRole, beanstalk-service, ` +
                    "or AWSServiceRoleForElasticBeanstalkManagedUpdates",
            );
        });

        it("reports a refresh of instances without managed updates", () => {
            const off = { [`${ACTIONS} ManagedActionsEnabled`]: "false" };
            reports(
                off,
                `${UPDATE} InstanceRefreshEnabled: found true, expected false while ManagedActionsEnabled is not true`,
            );
            accepts({ ...off, [`${UPDATE} InstanceRefreshEnabled`]: "false" });
        });
    });

    describe("listeners", () => {
        const rules = "aws:elbv2:listener:443 Rules";

        it("reports options that a shared load balancer does not take from an environment", () => {
            reports(
                {
                    "aws:elbv2:listener:443 SSLPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
                    "aws:elbv2:listener:default ListenerEnabled": "false",
                    "aws:elbv2:listener:default Rules": "default",
                    [`${LOAD_BALANCER} IdleTimeout`]: "60",
                },
                "aws:elbv2:listener:443 SSLPolicy: found this option, expected only Rules: the load balancer is shared",
                "aws:elbv2:listener:default ListenerEnabled: found this option, expected none: the load balancer is shared",
                "aws:elbv2:listener:default Rules: found this option, expected none: the load balancer is shared",
                `${LOAD_BALANCER} IdleTimeout: found this option, ` +
                    "expected only SecurityGroups and SharedLoadBalancer: the load balancer is shared",
            );
        });

        it("reports a shared load balancer that is not named, not an application's, or without rules", () => {
            reports(
                { [`${LOAD_BALANCER} SharedLoadBalancer`]: undefined },
                `${LOAD_BALANCER} SharedLoadBalancer: found nothing, expected the ARN of the shared load balancer`,
            );
            reports(
                { [`${ENVIRONMENT} LoadBalancerType`]: undefined },
                `${ENVIRONMENT} LoadBalancerType: found classic, expected application: only that can be shared`,
            );
            reports(
                { [rules]: undefined },
                "aws:elbv2:listener:443 Rules: found nothing, " +
                    "expected the environment's rules: otherwise Beanstalk takes port 80",
                `${RULE}: found a rule of no listener, expected it in Rules of one`,
            );
        });

        it("reports a load balancer of its own that is given as shared, or HTTPS without certificate", () => {
            accepts(DEDICATED);
            reports(
                {
                    ...DEDICATED,
                    [`${LOAD_BALANCER} SharedLoadBalancer`]: spec.loadBalancerArn,
                    "aws:elbv2:listener:443 SSLCertificateArns": undefined,
                },
                "aws:elbv2:listener:443 SSLCertificateArns: found nothing, expected a certificate: Protocol is HTTPS",
                `${LOAD_BALANCER} SharedLoadBalancer: found a value, expected none: LoadBalancerIsShared is not true`,
            );
        });

        it("reports rules and processes that nobody defines", () => {
            accepts({ [rules]: "default,licensing" });
            accepts({ [`${RULE} Process`]: undefined });
            reports(
                { [rules]: "licensing,console" },
                "aws:elbv2:listener:443 Rules: found console, expected a rule that aws:elbv2:listenerrule:<rule> defines",
            );
            reports(
                { [`${RULE} Process`]: "https" },
                `${RULE} Process: found process https, expected one of default`,
            );
            accepts({ [`${RULE} Process`]: "https", [`${ENVIRONMENT}:process:https Port`]: "443" });
            reports(
                { ...DEDICATED, "aws:elbv2:listener:443 DefaultProcess": "admin" },
                "aws:elbv2:listener:443 DefaultProcess: found process admin, expected one of default",
            );
        });

        it("reports host names and paths beyond what a rule holds", () => {
            const path = `${RULE} PathPatterns`;
            const long = `/${"x".repeat(127)}`;
            const expected = "expected 1 to 128 characters without spaces, at most 3 wildcards";
            accepts({ [path]: `${long},/a*,/b?,/c***`, [`${RULE} HostHeaders`]: "a.example" });
            reports({ [path]: `${long}x` }, `${path}: found "${long}x", ${expected}`);
            reports({ [path]: "/a, /b" }, `${path}: found " /b", ${expected}`);
            reports({ [path]: "/*a*b?c*" }, `${path}: found "/*a*b?c*", ${expected}`);
            reports(
                { [path]: "/a,/b,/c,/d,/e" },
                `${RULE}: found 6 host names and paths, expected at most 5`,
            );
        });

        it("reports a health check that times out after the next has begun", () => {
            const path = `${PROCESS} HealthCheckTimeout`;
            accepts({ [path]: "14" });
            reports(
                { [path]: "15" },
                `${path}: found 15, expected less than HealthCheckInterval, 15`,
            );
            accepts({ [path]: undefined, [`${PROCESS} HealthCheckInterval`]: undefined });
        });
    });

    describe("environment variables", () => {
        it("reports names that shells do not know, and values that are too long", () => {
            const expected = "expected capital letters, digits and _, at most 128 characters";
            reports(
                { [`${VARIABLES} cache-minutes`]: "15" },
                `${VARIABLES} cache-minutes: found this name, ${expected}`,
            );
            const long = "A".repeat(129);
            reports(
                { [`${VARIABLES} ${long}`]: "15" },
                `${VARIABLES} ${long}: found this name, ${expected}`,
            );
            accepts({ [`${VARIABLES} LIMIT`]: "x".repeat(256) });
            reports(
                { [`${VARIABLES} LIMIT`]: "x".repeat(257) },
                `${VARIABLES} LIMIT: found 257 characters, expected at most 256`,
            );
        });

        it("reports a variable that is a secret, too", () => {
            reports(
                { [`${VARIABLES} API_TOKEN`]: "15" },
                `${SECRETS} API_TOKEN: found it in ${VARIABLES}, too, expected it once`,
            );
        });

        it("reports more than 4096 bytes of variables, as far as they are known", () => {
            const many = Object.fromEntries(
                Array.from({ length: 16 }, (_, n) => [
                    `${VARIABLES} LONG_${n + 10}`,
                    "x".repeat(250),
                ]),
            );
            reports(many, `${VARIABLES}: found 4144 bytes of variables, expected at most 4096`);
            accepts({ ...many, [`${VARIABLES} LONG_10`]: { later: true } });
        });
    });
});
