import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import {
    SAGEMAKER_JOB_TYPES,
    sageMakerJobsOf,
} from "../../../../policies/lib/views/sagemaker-jobs";
import { guarded, UNKNOWN } from "../../support/unknown";

const [TRAINING, TUNING, QUALITY, SCHEDULE] = SAGEMAKER_JOB_TYPES;

function jobs(type: string, props: Inputs) {
    return sageMakerJobsOf(type, guarded(props)).map(({ path, network, instances }) => [
        path,
        network["id"],
        instances["instanceCount"],
    ]);
}

const training = { id: "a", resourceConfig: { instanceCount: 2 } };
const monitoring = {
    networkConfig: { id: "b" },
    jobResources: { clusterConfig: { instanceCount: 3 } },
    monitoringResources: { clusterConfig: { instanceCount: 4 } },
};

describe("sageMakerJobsOf", () => {
    it("finds the job that a resource is", () => {
        assert.deepEqual(jobs(TRAINING, training), [["", "a", 2]]);
        assert.deepEqual(jobs(QUALITY, monitoring), [["networkConfig", "b", 3]]);
        assert.deepEqual(jobs(TRAINING, {}), [["", undefined, undefined]]);
    });

    it("finds the jobs of a tuning", () => {
        const props = { trainingJobDefinition: training, trainingJobDefinitions: [training, {}] };
        assert.deepEqual(jobs(TUNING, props), [
            ["trainingJobDefinition", "a", 2],
            ["trainingJobDefinitions[0]", "a", 2],
            ["trainingJobDefinitions[1]", undefined, undefined],
        ]);
        assert.deepEqual(jobs(TUNING, {}), []);
    });

    it("finds the job of a schedule, unless it names one", () => {
        const config = { monitoringJobDefinition: monitoring };
        assert.deepEqual(jobs(SCHEDULE, { monitoringScheduleConfig: config }), [
            ["monitoringScheduleConfig.monitoringJobDefinition.networkConfig", "b", 4],
        ]);
        assert.deepEqual(jobs(SCHEDULE, { monitoringScheduleConfig: {} }), []);
        assert.deepEqual(jobs(SCHEDULE, {}), []);
    });

    it("does not let jobs be read that are not known yet, and reads the others", () => {
        const [first, second] = sageMakerJobsOf(
            TUNING,
            guarded({ trainingJobDefinitions: [UNKNOWN, training] }),
        );
        assert.throws(() => first!.network, isUnknownValue);
        assert.throws(() => first!.instances, isUnknownValue);
        assert.equal(second!.network["id"], "a");
    });

    it("finds as many jobs as a tuning has, in their order", () => {
        fc.assert(
            fc.property(fc.array(fc.nat()), (ids) => {
                const trainingJobDefinitions = ids.map((id) => ({ id }));
                assert.deepEqual(
                    sageMakerJobsOf(TUNING, { trainingJobDefinitions }).map(
                        ({ network }) => network["id"],
                    ),
                    ids,
                );
            }),
        );
    });
});
