import type { Inputs } from "../policy";
import { isSet, itemsOf, objectOf } from "../properties";
import { jsonObjectAt } from "./json-object";

/** Types that mount EFS file systems and say whether over TLS. */
export const EFS_MOUNT_TYPES = [
    "aws:ecs/taskDefinition:TaskDefinition",
    "aws:batch/jobDefinition:JobDefinition",
    "aws:datasync/efsLocation:EfsLocation",
] as const;

/** One mount of an EFS file system, or a part of a resource that may hold some. */
export interface EfsMount {
    /** Path of the object that has the setting, empty for the resource itself. */
    readonly path: string;
    /**
     * The object that has the setting. Throws while it, or whether there is a mount at all, is not known yet, and `Undecided`
     * where a document cannot be read.
     */
    readonly value: Inputs;
}

/** Where a property holds, as JSON, what has volumes. */
interface Document {
    readonly property: string;
    /** Lists and objects on the way to it. */
    readonly way: readonly string[];
}

/** https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html */
const DOCUMENTS: readonly Document[] = [
    { property: "containerProperties", way: [] },
    { property: "ecsProperties", way: ["taskProperties"] },
    { property: "nodeProperties", way: ["nodeRangeProperties", "container"] },
    {
        property: "nodeProperties",
        way: ["nodeRangeProperties", "ecsProperties", "taskProperties"],
    },
];

/** The mounts of a resource of one of `EFS_MOUNT_TYPES`: those of a task or a job, or the only one of a location. */
export function efsMountsOf(type: string, props: Inputs): readonly EfsMount[] {
    if (type.startsWith("aws:datasync/")) return [{ path: "", value: props }];
    if (type.startsWith("aws:ecs/")) return partOf("volumes", () => mountsOf("", props));
    return DOCUMENTS.flatMap(({ property, way }) =>
        partOf(property, () =>
            follow(jsonObjectAt(props, property, withSmallInitials), property, way).flatMap(
                ({ path, value }) => mountsOf(`${path}.`, value),
            ),
        ),
    );
}

function mountsOf(prefix: string, holder: Inputs): readonly EfsMount[] {
    return itemsOf(holder, "volumes").flatMap((volume) => {
        const path = `${prefix}${volume.path}.efsVolumeConfiguration`;
        return partOf(path, () =>
            isSet(volume.value, "efsVolumeConfiguration")
                ? [{ path, value: objectOf(volume.value, "efsVolumeConfiguration") }]
                : [],
        );
    });
}

/** The mounts in a part; a part that cannot be read may hold some: it hides none of the others, and says so when it is read. */
function partOf(path: string, read: () => readonly EfsMount[]): readonly EfsMount[] {
    try {
        return read();
    } catch (error) {
        return [
            {
                path,
                get value(): Inputs {
                    throw error;
                },
            },
        ];
    }
}

/** All objects at the end of a way through lists and objects. */
function follow(
    from: Inputs,
    path: string,
    way: readonly string[],
): readonly { readonly path: string; readonly value: Inputs }[] {
    const [step, ...rest] = way;
    if (step === undefined) return [{ path, value: from }];
    return itemsOf(from, step).flatMap((item) => follow(item.value, `${path}.${item.path}`, rest));
}

/** The provider takes keys with a capital initial as well. */
function withSmallInitials(_key: string, value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
        Object.entries(value).map(([key, each]: [string, unknown]) => [
            `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`,
            each,
        ]),
    );
}
