import assert from "node:assert/strict";
import { tlsSettingsInStack } from "../../../policies/https-only/tls-settings-in-stack";
import { judge, UNKNOWN, urnOf, type Fixture } from "../support/judge";

const INSTANCE = "aws:rds/instance:Instance";
const GROUP = "aws:rds/parameterGroup:ParameterGroup";

/** Type, property, type of the group. */
const REFERENCES: readonly (readonly [string, string, string])[] = [
    [INSTANCE, "parameterGroupName", GROUP],
    [
        "aws:rds/cluster:Cluster",
        "dbClusterParameterGroupName",
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    ],
    [
        "aws:docdb/cluster:Cluster",
        "dbClusterParameterGroupName",
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
    ],
    [
        "aws:redshift/cluster:Cluster",
        "clusterParameterGroupName",
        "aws:redshift/parameterGroup:ParameterGroup",
    ],
    [
        "aws:emr/cluster:Cluster",
        "securityConfiguration",
        "aws:emr/securityConfiguration:SecurityConfiguration",
    ],
];

async function said(...fixtures: readonly Fixture[]) {
    const { diagnostics, notApplicable } = await judge(tlsSettingsInStack, fixtures);
    assert.deepEqual(notApplicable, []);
    return diagnostics.map(({ verdict, urn, message }) => [verdict, urn, message]);
}

function missing(property: string, name: string) {
    return `${property} is "${name}", which this stack does not declare, expected a group of this stack`;
}

describe("tls-settings-in-stack", () => {
    for (const [type, property, groupType] of REFERENCES) {
        const named: Fixture = { type, name: "it", props: { [property]: "tls" } };

        it(`accepts a group of the stack in ${type}`, async () => {
            assert.deepEqual(
                await said(named, { type: groupType, name: "group", props: { id: "tls" } }),
                [],
            );
        });

        it(`accepts a group of the stack whose name is not known yet in ${type}`, async () => {
            const group: Fixture = { type: groupType, name: "group", props: { name: UNKNOWN } };
            const propertyDependencies = { [property]: [urnOf(group)] };
            const unknown = { type, props: { [property]: UNKNOWN }, propertyDependencies };
            assert.deepEqual(await said(unknown, group), []);
        });

        it(`accepts that no group is named in ${type}, which is for another policy`, async () => {
            for (const props of [{}, { [property]: null }, { [property]: "" }]) {
                assert.deepEqual(await said({ type, props }), []);
            }
        });

        it(`reports a group from elsewhere in ${type}`, async () => {
            const other: Fixture = { type: groupType, name: "group", props: { id: "other" } };
            const expected = [["fail", urnOf(named), missing(property, "tls")]];
            assert.deepEqual(await said(named), expected);
            assert.deepEqual(await said(named, other), expected);
        });

        it(`does not evaluate a group that nothing tells of yet in ${type}`, async () => {
            const unknown: Fixture = { type, name: "it", props: { [property]: UNKNOWN } };
            assert.deepEqual(await said(unknown), [
                ["not-evaluated", urnOf(unknown), `${property} is not known yet`],
            ]);
        });
    }

    it("accepts AWS's own groups, which are for another policy", async () => {
        const props = { engine: "mysql", parameterGroupName: "default.mysql8.0" };
        assert.deepEqual(await said({ type: INSTANCE, props }), []);
    });

    it("looks at the option group of Oracle, and at the parameter group of all others", async () => {
        const groups = { parameterGroupName: "elsewhere", optionGroupName: "options" };
        const oracle: Fixture = {
            type: INSTANCE,
            name: "a",
            props: { engine: "Oracle-SE2", ...groups },
        };
        const mysql: Fixture = { type: INSTANCE, name: "b", props: { engine: "mysql", ...groups } };
        assert.deepEqual(await said(oracle, mysql), [
            ["fail", urnOf(oracle), missing("optionGroupName", "options")],
            ["fail", urnOf(mysql), missing("parameterGroupName", "elsewhere")],
        ]);
        const options = {
            type: "aws:rds/optionGroup:OptionGroup",
            name: "c",
            props: { id: "options" },
        };
        assert.deepEqual(await said(oracle, options), []);
        const ofAws = { engine: "oracle-ee", optionGroupName: "default:oracle-ee-19" };
        assert.deepEqual(await said({ type: INSTANCE, props: ofAws }), []);
    });

    it("looks at no group of instances of Aurora and of RDS Custom", async () => {
        for (const engine of ["aurora-postgresql", "custom-sqlserver-ee"]) {
            const props = { engine, parameterGroupName: "elsewhere" };
            assert.deepEqual(await said({ type: INSTANCE, props }), []);
        }
    });

    it("looks at the group of clusters of Aurora, which decide for their instances", async () => {
        const props = { engine: "aurora-mysql", dbClusterParameterGroupName: "elsewhere" };
        const cluster: Fixture = { type: "aws:rds/cluster:Cluster", name: "it", props };
        assert.deepEqual(await said(cluster), [
            ["fail", urnOf(cluster), missing("dbClusterParameterGroupName", "elsewhere")],
        ]);
    });

    it("accepts replicas of the stack's databases, and reports those of others", async () => {
        const source = { type: INSTANCE, name: "source", props: { identifier: "orders" } };
        const replica: Fixture = {
            type: INSTANCE,
            name: "replica",
            props: { replicateSourceDb: "orders" },
        };
        assert.deepEqual(await said(source, replica), []);
        assert.deepEqual(await said(replica), [
            [
                "fail",
                urnOf(replica),
                `parameterGroupName is not set, which means the group of replicateSourceDb "orders", which this stack does not declare, expected a group of this stack`,
            ],
        ]);
    });

    it("takes the group of its own that a replica names", async () => {
        const props = { replicateSourceDb: "elsewhere", parameterGroupName: "tls" };
        const group = { type: GROUP, name: "group", props: { id: "tls" } };
        assert.deepEqual(await said({ type: INSTANCE, props }, group), []);
        const ofAws = { ...props, parameterGroupName: "default.mysql8.0" };
        assert.deepEqual(await said({ type: INSTANCE, props: ofAws }), []);
    });

    it("asks only instances of RDS whose replicas they are", async () => {
        const type = "aws:rds/cluster:Cluster";
        assert.deepEqual(await said({ type, props: { replicateSourceDb: "orders" } }), []);
    });

    it("judges the others where one is not known yet", async () => {
        const unknown: Fixture = { type: INSTANCE, name: "a", props: { engine: UNKNOWN } };
        const replica: Fixture = {
            type: INSTANCE,
            name: "b",
            props: { replicateSourceDb: UNKNOWN },
        };
        const other: Fixture = { type: INSTANCE, name: "c", props: { parameterGroupName: "x" } };
        assert.deepEqual(await said(unknown, replica, other), [
            ["not-evaluated", urnOf(unknown), "engine is not known yet"],
            ["not-evaluated", urnOf(replica), "replicateSourceDb is not known yet"],
            ["fail", urnOf(other), missing("parameterGroupName", "x")],
        ]);
    });

    it("does not apply to stacks without databases and clusters", async () => {
        const { diagnostics, notApplicable } = await judge(tlsSettingsInStack, [{ type: GROUP }]);
        assert.deepEqual(diagnostics, []);
        assert.equal(notApplicable.length, 1);
    });
});
