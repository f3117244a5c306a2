import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { flagOf, numberOf } from "../lib/properties";
import { SAGEMAKER_JOB_TYPES, sageMakerJobsOf } from "../lib/views/sagemaker-jobs";

const TRAINING = "aws:sagemaker/trainingJob:TrainingJob";
const KEY = "enableInterContainerTrafficEncryption";

/** Instances that work on the same data exchange it; one alone exchanges nothing (P-09). */
export const trainingTrafficEncryption = definePolicy({
    name: "training-traffic-encryption",
    control: "HTTPS-32",
    title: "SageMaker's jobs encrypt the traffic between their instances.",
    severity: "medium",
    why: "Instances of one job exchange parts of the data that they work on; without this setting it crosses the network in plain text.",
    remediation: `Set ${KEY} of the job, or in its networkConfig, to true, or let it run on one instance.`,
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: SAGEMAKER_JOB_TYPES,
    check(props, report, subject) {
        const jobs = sageMakerJobsOf(subject.type, props);
        if (jobs.length === 0) subject.notApplicable("The resource describes no job itself");
        for (const job of jobs) {
            subject.ifKnown(() => {
                const { path, network } = job;
                if (flagOf(network, KEY) === true) return;
                if (numberOf(job.instances, "instanceCount") === 1) return;
                const encrypted = { accepted: ["true"], byDefault: "false" } as const;
                expectValue(report, network, KEY, { ...encrypted, at: path });
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a job whose instances encrypt",
                resources: [
                    {
                        type: TRAINING,
                        props: { [KEY]: true, resourceConfig: { instanceCount: 4 } },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a job on several instances that leaves it to SageMaker",
                resources: [{ type: TRAINING, props: { resourceConfig: { instanceCount: 2 } } }],
                messages: [`${KEY} is not set, which means false, expected true`],
            },
        ],
    },
});
