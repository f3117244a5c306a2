import { trainingTrafficEncryption } from "../../../policies/https-only/training-traffic-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    trainingTrafficEncryption,
    "aws:sagemaker/trainingJob:TrainingJob",
);

const TUNING = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob";
const QUALITY = "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition";
const SCHEDULE = "aws:sagemaker/monitoringSchedule:MonitoringSchedule";
const KEY = "enableInterContainerTrafficEncryption";

function training(instanceCount: unknown, encrypted: unknown = null) {
    return { [KEY]: encrypted, resourceConfig: { instanceCount } };
}

function monitoring(instanceCount: unknown, encrypted: unknown = null) {
    return {
        networkConfig: { [KEY]: encrypted },
        jobResources: { clusterConfig: { instanceCount } },
        monitoringResources: { clusterConfig: { instanceCount } },
    };
}

function schedule(job: unknown) {
    return { monitoringScheduleConfig: { monitoringJobDefinition: job } };
}

describe("training-traffic-encryption", () => {
    it("accepts jobs whose instances encrypt", async () => {
        await accepts(training(4, true));
        await accepts(training(UNKNOWN, true));
        await accepts({ trainingJobDefinition: training(4, true) }, TUNING);
        await accepts(monitoring(2, true), QUALITY);
        await accepts(schedule(monitoring(2, true)), SCHEDULE);
    });

    it("accepts jobs on one instance, which exchanges nothing", async () => {
        for (const encrypted of [false, null]) {
            await accepts(training(1, encrypted));
            await accepts({ trainingJobDefinition: training(1, encrypted) }, TUNING);
            await accepts(monitoring(1, encrypted), QUALITY);
            await accepts(schedule(monitoring(1, encrypted)), SCHEDULE);
        }
    });

    it("reports jobs on several instances that do not encrypt", async () => {
        const unset = (path: string) => `${path} is not set, which means false, expected true`;
        await reports(training(2), [unset(KEY)]);
        await reports(training(2, false), [`${KEY} is false, expected true`]);
        const groups = { resourceConfig: { instanceGroups: [{ instanceCount: 1 }] } };
        await reports(groups, [unset(KEY)]);
        await reports({}, [unset(KEY)]);
        await reports(monitoring(2), [unset(`networkConfig.${KEY}`)], QUALITY);
        await reports(
            schedule(monitoring(2)),
            [unset(`monitoringScheduleConfig.monitoringJobDefinition.networkConfig.${KEY}`)],
            SCHEDULE,
        );
    });

    it("reports each of the jobs of a tuning", async () => {
        await reports(
            {
                trainingJobDefinition: training(2),
                trainingJobDefinitions: [training(1), training(3)],
            },
            [
                `trainingJobDefinition.${KEY} is not set, which means false, expected true`,
                `trainingJobDefinitions[1].${KEY} is not set, which means false, expected true`,
            ],
            TUNING,
        );
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate(training(2, UNKNOWN), [`${KEY} is not known yet`]);
        await cannotEvaluate(training(UNKNOWN), ["resourceConfig.instanceCount is not known yet"]);
        await cannotEvaluate(
            { trainingJobDefinitions: [UNKNOWN, training(2)] },
            ["trainingJobDefinitions[0] is not known yet"],
            [`trainingJobDefinitions[1].${KEY} is not set, which means false, expected true`],
            TUNING,
        );
        await cannotEvaluate(
            { networkConfig: UNKNOWN },
            ["networkConfig is not known yet"],
            [],
            QUALITY,
        );
        const path = "monitoringScheduleConfig.monitoringJobDefinition";
        await cannotEvaluate(schedule(UNKNOWN), [`${path} is not known yet`], [], SCHEDULE);
    });

    it("does not apply to resources that describe no job", async () => {
        const reason = "The resource describes no job itself";
        await excludes(
            { monitoringScheduleConfig: { monitoringJobDefinitionName: "daily" } },
            reason,
            SCHEDULE,
        );
        await excludes({}, reason, TUNING);
    });
});
