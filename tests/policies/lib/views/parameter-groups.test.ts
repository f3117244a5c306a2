import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { Undecided } from "../../../../policies/lib/undecided";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import {
    engineOf,
    groupsOf,
    namedGroup,
    OPTION_GROUP,
    PARAMETER_GROUPS,
} from "../../../../policies/lib/views/parameter-groups";
import { guarded, UNKNOWN } from "../../support/unknown";

const INSTANCE = "aws:rds/instance:Instance";
const REFERENCE = PARAMETER_GROUPS[INSTANCE];

function resource(type: string, name: string, props: Record<string, unknown>): PolicyResource {
    const urn = `urn:pulumi:test::appsonic::${type}::${name}`;
    const parts = { type, name, urn, props: guarded(props), propertyDependencies: {} };
    return parts as unknown as PolicyResource;
}

describe("namedGroup", () => {
    it("is none where no name is set", () => {
        for (const props of [{}, { parameterGroupName: null }, { parameterGroupName: "" }]) {
            assert.deepEqual(namedGroup(guarded(props), REFERENCE), { kind: "none" });
        }
    });

    it("is one of AWS's own, of which the name tells the family", () => {
        assert.deepEqual(namedGroup({ parameterGroupName: "default.postgres16" }, REFERENCE), {
            kind: "default",
            name: "default.postgres16",
            family: { engine: "postgres", version: [16] },
        });
        assert.deepEqual(namedGroup({ optionGroupName: "default:oracle-ee-19" }, OPTION_GROUP), {
            kind: "default",
            name: "default:oracle-ee-19",
            family: { engine: "oracle-ee", version: [19] },
        });
    });

    it("is one that somebody made", () => {
        for (const name of ["orders", "default", "my-default.postgres16"]) {
            assert.deepEqual(namedGroup({ parameterGroupName: name }, REFERENCE), {
                kind: "own",
                name,
            });
        }
    });

    it("is one that somebody made while its name is not known yet", () => {
        assert.deepEqual(namedGroup(guarded({ parameterGroupName: UNKNOWN }), REFERENCE), {
            kind: "own",
            name: undefined,
        });
    });

    it("is exactly one of the three, whatever the name", () => {
        fc.assert(
            fc.property(fc.string(), (name) => {
                const { kind } = namedGroup({ parameterGroupName: name }, REFERENCE);
                const expected =
                    name === "" ? "none" : name.startsWith("default.") ? "default" : "own";
                assert.equal(kind, expected);
            }),
        );
    });
});

describe("groupsOf", () => {
    it("finds the groups of the stack that a resource names, for every type that has some", () => {
        for (const [type, reference] of Object.entries(PARAMETER_GROUPS)) {
            const [groupType] = reference.groupTypes;
            const group = resource(groupType, "group", { name: "tls" });
            const named = resource(type, "named", { [reference.property]: "tls" });
            const other = resource(type, "other", { [reference.property]: "elsewhere" });
            const stack = new StackIndex([group, named, other]);
            assert.deepEqual(groupsOf(stack, named, reference), [group]);
            assert.deepEqual(groupsOf(stack, other, reference), []);
        }
    });

    it("does not take the group of another service for it", () => {
        const group = resource("aws:redshift/parameterGroup:ParameterGroup", "g", { name: "tls" });
        const named = resource(INSTANCE, "named", { parameterGroupName: "tls" });
        assert.deepEqual(groupsOf(new StackIndex([group, named]), named, REFERENCE), []);
    });
});

describe("engineOf", () => {
    it("is what the database says", () => {
        assert.deepEqual(engineOf(INSTANCE, { engine: "MySQL", engineVersion: "8.0.40" }), {
            engine: "mysql",
            version: [8, 0, 40],
        });
        assert.deepEqual(engineOf("aws:rds/cluster:Cluster", { engine: "aurora-postgresql" }), {
            engine: "aurora-postgresql",
            version: [],
        });
    });

    it("is the service's own where there is only one", () => {
        assert.deepEqual(engineOf("aws:docdb/cluster:Cluster", { engineVersion: "5.0.0" }), {
            engine: "docdb",
            version: [5, 0, 0],
        });
        assert.deepEqual(engineOf("aws:redshift/cluster:Cluster", { clusterVersion: "1.0" }), {
            engine: "redshift",
            version: [2, 0],
        });
    });

    it("is left open where a snapshot or a source decides", () => {
        const expected = new Undecided("engine is not set, and whatever it is decides on TLS");
        for (const props of [{}, { engine: null }, { engine: "" }]) {
            assert.throws(() => engineOf(INSTANCE, props), expected);
        }
    });

    it("cannot be told before engine and version are known", () => {
        for (const props of [
            { engine: UNKNOWN, engineVersion: "17" },
            { engine: "postgres", engineVersion: UNKNOWN },
        ]) {
            assert.throws(() => engineOf(INSTANCE, guarded(props)), isUnknownValue);
        }
    });
});
