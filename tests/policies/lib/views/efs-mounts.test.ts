import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { Undecided } from "../../../../policies/lib/undecided";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { efsMountsOf } from "../../../../policies/lib/views/efs-mounts";
import { guarded, UNKNOWN } from "../../support/unknown";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const LOCATION = "aws:datasync/efsLocation:EfsLocation";

const efs = { name: "files", efsVolumeConfiguration: { fileSystemId: "fs-1" } };

function view(type: string, props: Inputs) {
    return efsMountsOf(type, guarded(props));
}

function paths(type: string, props: Inputs) {
    return view(type, props).map(({ path, value }) => [path, value["fileSystemId"]]);
}

describe("efsMountsOf", () => {
    it("finds the file system of a location", () => {
        const mounts = view(LOCATION, { inTransitEncryption: "TLS1_2" });
        assert.deepEqual(
            mounts.map(({ path, value }) => [path, value["inTransitEncryption"]]),
            [["", "TLS1_2"]],
        );
    });

    it("finds the volumes of a task", () => {
        const volumes = [{ name: "host", hostPath: "/" }, efs, { efsVolumeConfiguration: {} }];
        assert.deepEqual(paths(TASK, { volumes }), [
            ["volumes[1].efsVolumeConfiguration", "fs-1"],
            ["volumes[2].efsVolumeConfiguration", undefined],
        ]);
        for (const props of [{}, { volumes: null }, { volumes: [] }]) {
            assert.deepEqual(view(TASK, props), []);
        }
    });

    it("finds the volumes of every kind of job", () => {
        const volumes = [{ host: {} }, efs];
        const cases: readonly (readonly [string, unknown, string])[] = [
            ["containerProperties", { volumes }, "containerProperties.volumes[1]"],
            [
                "ecsProperties",
                { taskProperties: [{ volumes: [] }, { volumes }] },
                "ecsProperties.taskProperties[1].volumes[1]",
            ],
            [
                "nodeProperties",
                { nodeRangeProperties: [{ container: { volumes } }] },
                "nodeProperties.nodeRangeProperties[0].container.volumes[1]",
            ],
            [
                "nodeProperties",
                {
                    nodeRangeProperties: [{}, { ecsProperties: { taskProperties: [{ volumes }] } }],
                },
                "nodeProperties.nodeRangeProperties[1].ecsProperties.taskProperties[0].volumes[1]",
            ],
        ];
        for (const [property, document, path] of cases) {
            assert.deepEqual(paths(JOB, { [property]: JSON.stringify(document) }), [
                [`${path}.efsVolumeConfiguration`, "fs-1"],
            ]);
        }
    });

    it("takes keys with a capital initial in documents", () => {
        const document = { Volumes: [{ EfsVolumeConfiguration: { FileSystemId: "fs-1" } }] };
        assert.deepEqual(paths(JOB, { containerProperties: JSON.stringify(document) }), [
            ["containerProperties.volumes[0].efsVolumeConfiguration", "fs-1"],
        ]);
    });

    it("finds none in jobs and documents without volumes", () => {
        for (const text of [undefined, null, "", "{}", "null", "[]", "7", `{"volumes":null}`]) {
            assert.deepEqual(view(JOB, { containerProperties: text }), []);
        }
    });

    it("keeps what cannot be read as what may be a mount, and reads the others", () => {
        const [first, second, third] = view(TASK, {
            volumes: [UNKNOWN, { efsVolumeConfiguration: UNKNOWN }, efs],
        });
        assert.throws(() => first!.value, isUnknownValue);
        assert.throws(() => second!.value, isUnknownValue);
        assert.equal(third!.value["fileSystemId"], "fs-1");
        for (const [type, property] of [
            [TASK, "volumes"],
            [JOB, "containerProperties"],
            [JOB, "ecsProperties"],
            [JOB, "nodeProperties"],
        ] as const) {
            const mounts = view(type, { [property]: UNKNOWN });
            assert.equal(mounts[0]!.path, property);
            for (const mount of mounts) assert.throws(() => mount.value, isUnknownValue);
        }
    });

    it("cannot tell what is in a document that is not JSON", () => {
        const [mount] = view(JOB, { containerProperties: "volumes:" });
        assert.throws(() => mount!.value, new Undecided("containerProperties is not JSON"));
        assert.throws(
            () => mount!.value,
            (error) => error instanceof Undecided,
        );
    });

    it("finds as many mounts as there are volumes of EFS, in a task and in a document", () => {
        fc.assert(
            fc.property(fc.array(fc.boolean()), (kinds) => {
                const volumes = kinds.map((isEfs) => (isEfs ? efs : { name: "host" }));
                const count = kinds.filter((isEfs) => isEfs).length;
                const containerProperties = JSON.stringify({ volumes });
                assert.equal(efsMountsOf(TASK, { volumes }).length, count);
                assert.equal(efsMountsOf(JOB, { containerProperties }).length, count);
            }),
        );
    });
});
