import type { SettingsIndex } from "../setting";

const ASG = "aws:autoscaling:asg";
const TRIGGER = "aws:autoscaling:trigger";
const INSTANCES = "aws:ec2:instances";
const MAX_INSTANCE_TYPES = 40;

/** Metrics of a load balancer's target groups, which Beanstalk does not own when the load balancer is shared. */
const NOT_WITH_SHARED = ["HealthyHostCount", "UnhealthyHostCount", "TargetResponseTime"];

/** How many instances of which types run, and what makes their number change. */
export function capacityProblems(settings: SettingsIndex): string[] {
    return [...sizeProblems(settings), ...typeProblems(settings), ...triggerProblems(settings)];
}

function sizeProblems(settings: SettingsIndex): string[] {
    const min = settings.count(ASG, "MinSize");
    const max = settings.count(ASG, "MaxSize");
    if (min === undefined || max === undefined || min <= max) return [];
    return [`${ASG} MinSize: found ${min}, expected at most MaxSize, ${max}`];
}

function typeProblems(settings: SettingsIndex): string[] {
    const path = `${INSTANCES} InstanceTypes`;
    const types = settings.text(INSTANCES, "InstanceTypes")?.split(",");
    if (!types) return [];
    const problems: string[] = [];
    if (types.length > MAX_INSTANCE_TYPES) {
        problems.push(
            `${path}: found ${types.length} instance types, expected at most ${MAX_INSTANCE_TYPES}`,
        );
    }
    const malformed = types.filter((type) => !/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(type));
    if (malformed.length > 0) {
        problems.push(
            `${path}: found "${malformed.join('", "')}", expected instance types, comma-separated, without spaces`,
        );
    }
    if (new Set(types).size < types.length) {
        problems.push(`${path}: found a type twice, expected each once`);
    }
    return problems;
}

function triggerProblems(settings: SettingsIndex): string[] {
    const problems: string[] = [];
    const metric = settings.text(TRIGGER, "MeasureName");
    const shared =
        settings.text("aws:elasticbeanstalk:environment", "LoadBalancerIsShared") === "true";
    if (shared && metric !== undefined && NOT_WITH_SHARED.includes(metric)) {
        problems.push(
            `${TRIGGER} MeasureName: found ${metric}, expected a metric of the instances: the load balancer is shared`,
        );
    }
    const lower = settings.count(TRIGGER, "LowerThreshold");
    const upper = settings.count(TRIGGER, "UpperThreshold");
    if (lower !== undefined && upper !== undefined && lower >= upper) {
        problems.push(
            `${TRIGGER} LowerThreshold: found ${lower}, expected less than UpperThreshold, ${upper}`,
        );
    }
    const period = settings.count(TRIGGER, "Period");
    const periods = settings.count(TRIGGER, "EvaluationPeriods");
    const duration = settings.count(TRIGGER, "BreachDuration");
    if (period !== undefined && periods !== undefined && duration !== undefined) {
        if (duration !== period * periods) {
            problems.push(
                `${TRIGGER} BreachDuration: found ${duration}, expected Period × EvaluationPeriods, ${period * periods}`,
            );
        }
    }
    return problems;
}
