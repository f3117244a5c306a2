import type { Inputs } from "../policy";
import { isSet, itemsOf, objectOf } from "../properties";

const TRAINING = "aws:sagemaker/trainingJob:TrainingJob";
const TUNING = "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob";
const QUALITY = "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition";
const SCHEDULE = "aws:sagemaker/monitoringSchedule:MonitoringSchedule";

/** Types that describe jobs of SageMaker with a network and instances of their own. */
export const SAGEMAKER_JOB_TYPES = [TRAINING, TUNING, QUALITY, SCHEDULE] as const;

/** One job. Reading it throws while it is not known yet. */
export interface SageMakerJob {
    /** Path of the network's settings, empty for the resource itself. */
    readonly path: string;
    /** The object that has the settings of the network. */
    readonly network: Inputs;
    /** The object that has the number of instances. */
    readonly instances: Inputs;
}

/** The jobs that a resource of one of `SAGEMAKER_JOB_TYPES` describes; none for a schedule that names a definition. */
export function sageMakerJobsOf(type: string, props: Inputs): readonly SageMakerJob[] {
    if (type === TRAINING) return [training("", () => props)];
    if (type === TUNING) {
        return ["trainingJobDefinition", "trainingJobDefinitions"]
            .flatMap((key) => itemsOf(props, key))
            .map((item) => training(item.path, () => item.value));
    }
    if (type === QUALITY) return [monitoring("", () => props, "jobResources")];
    const config = objectOf(props, "monitoringScheduleConfig");
    const key = "monitoringJobDefinition";
    return isSet(config, key)
        ? [
              monitoring(
                  `monitoringScheduleConfig.${key}.`,
                  () => objectOf(config, key),
                  "monitoringResources",
              ),
          ]
        : [];
}

function training(path: string, read: () => Inputs): SageMakerJob {
    return {
        path,
        get network() {
            return read();
        },
        get instances() {
            return objectOf(read(), "resourceConfig");
        },
    };
}

function monitoring(prefix: string, read: () => Inputs, resources: string): SageMakerJob {
    return {
        path: `${prefix}networkConfig`,
        get network() {
            return objectOf(read(), "networkConfig");
        },
        get instances() {
            return objectOf(objectOf(read(), resources), "clusterConfig");
        },
    };
}
