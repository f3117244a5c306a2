import { efsMountTls } from "../../../policies/https-only/efs-mount-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const LOCATION = "aws:datasync/efsLocation:EfsLocation";
const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(efsMountTls, TASK);

function volumes(...values: readonly unknown[]) {
    return {
        volumes: values.map((transitEncryption) => ({
            efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryption },
        })),
    };
}

function job(...values: readonly unknown[]) {
    return { containerProperties: JSON.stringify(volumes(...values)) };
}

describe("efs-mount-tls", () => {
    it("accepts mounts over TLS", async () => {
        await accepts(volumes("ENABLED"));
        await accepts(job("ENABLED", "ENABLED"), JOB);
        await accepts({ inTransitEncryption: "TLS1_2" }, LOCATION);
    });

    it("reports every mount of a task that is not", async () => {
        await reports(volumes("DISABLED", "ENABLED", "", null), [
            `volumes[0].efsVolumeConfiguration.transitEncryption is "DISABLED", expected "ENABLED"`,
            `volumes[2].efsVolumeConfiguration.transitEncryption is "", expected "ENABLED"`,
            `volumes[3].efsVolumeConfiguration.transitEncryption is not set, which means "DISABLED", expected "ENABLED"`,
        ]);
    });

    it("reports a mount of a task that leaves encryption to ECS", async () => {
        for (const efsVolumeConfiguration of [{}, { fileSystemId: "fs-1" }]) {
            await reports({ volumes: [{ efsVolumeConfiguration }] }, [
                `volumes[0].efsVolumeConfiguration.transitEncryption is not set, which means "DISABLED", expected "ENABLED"`,
            ]);
        }
    });

    it("reports every mount of a job that is not", async () => {
        await reports(
            job("ENABLED", "DISABLED"),
            [
                `containerProperties.volumes[1].efsVolumeConfiguration.transitEncryption is "DISABLED", expected "ENABLED"`,
            ],
            JOB,
        );
    });

    it("reports a location that is not", async () => {
        await reports(
            { inTransitEncryption: "NONE" },
            [`inTransitEncryption is "NONE", expected "TLS1_2"`],
            LOCATION,
        );
        for (const props of [{}, { inTransitEncryption: null }]) {
            await reports(
                props,
                [`inTransitEncryption is not set, which means "NONE", expected "TLS1_2"`],
                LOCATION,
            );
        }
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ volumes: UNKNOWN }, ["volumes is not known yet"]);
        await cannotEvaluate(
            volumes(UNKNOWN, "DISABLED"),
            ["volumes[0].efsVolumeConfiguration.transitEncryption is not known yet"],
            [
                `volumes[1].efsVolumeConfiguration.transitEncryption is "DISABLED", expected "ENABLED"`,
            ],
        );
        const inTransitEncryption = UNKNOWN;
        await cannotEvaluate(
            { inTransitEncryption },
            ["inTransitEncryption is not known yet"],
            [],
            LOCATION,
        );
        const unknown = ["nodeProperties is not known yet"];
        await cannotEvaluate({ nodeProperties: UNKNOWN }, unknown, [], JOB);
    });

    it("does not evaluate a document that is not JSON", async () => {
        const broken = ["containerProperties is not JSON"];
        await cannotEvaluate({ containerProperties: "{" }, broken, [], JOB);
    });

    it("does not apply to tasks and jobs that mount no EFS file system", async () => {
        const reason = "Nothing mounts an EFS file system";
        for (const type of [TASK, JOB]) await excludes({}, reason, type);
        await excludes({ volumes: [{ name: "scratch" }] }, reason);
    });
});
