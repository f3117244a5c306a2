import assert from "node:assert/strict";
import { type Props, RESOURCE, SIGNATURE, unwrap } from "../../../../preflight/values";
import { type Construction, construct } from "./construction";
import recordings from "../recordings/awsx-vpc.json";

interface Recording {
    readonly args: Props;
    readonly children: readonly RecordedChild[];
    readonly outputs: Props;
}

interface RecordedChild {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly inputs: Props;
    readonly dependencies: readonly string[];
}

/** What the recorder left out or wrote in another way: see `recordings/README.md`. */
const LEFT_OUT = ["region", "tagsAll"];

function key(child: { readonly type: string; readonly name: string }): string {
    return `${child.type} ${child.name}`;
}

function withoutSuffix(value: unknown): unknown {
    return typeof value === "string" ? value.replace(/-sg-[0-9a-f]{7}$/, "-sg-*") : value;
}

function byKey(children: readonly RecordedChild[]): readonly RecordedChild[] {
    return [...children]
        .map((child) => ({
            ...child,
            inputs: {
                ...child.inputs,
                ...("name" in child.inputs && { name: withoutSuffix(child.inputs.name) }),
            },
            dependencies: [...child.dependencies].sort(),
        }))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function recorded(construction: Construction): readonly RecordedChild[] {
    return construction.children.map(({ type, name, parent, checked, dependencies }) => ({
        type,
        name,
        parent: construction.label(parent),
        inputs: named(without(checked), construction) as Props,
        dependencies: dependencies.map((urn) => construction.label(urn)),
    }));
}

function without(inputs: Props): Props {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => !LEFT_OUT.includes(name)));
}

/** Ids of children as the recording writes them. */
function named(value: unknown, construction: Construction): unknown {
    if (typeof value === "string") return construction.byId(value) ?? value;
    if (Array.isArray(value)) return value.map((element) => named(element, construction));
    if (value === null || typeof value !== "object") return value;
    const object = value as Props;
    if (object[SIGNATURE] === RESOURCE) return named(object.id, construction);
    return Object.fromEntries(
        Object.entries(object).map(([name, inner]) => [name, named(inner, construction)]),
    );
}

/** The recorder wrote resources by their ids, under `…Id` and `…Ids`. */
function outputIds(outputs: Props, construction: Construction): Props {
    const value = (name: string): unknown => named(unwrap(outputs[name]), construction);
    return {
        vpcId: value("vpcId"),
        internetGatewayId: value("internetGateway"),
        natGatewayIds: value("natGateways"),
        subnetIds: value("subnets"),
        publicSubnetIds: value("publicSubnetIds"),
        privateSubnetIds: value("privateSubnetIds"),
        isolatedSubnetIds: value("isolatedSubnetIds"),
        routeTableIds: value("routeTables"),
        vpcEndpointIds: value("vpcEndpoints"),
        subnetLayout: value("subnetLayout"),
    };
}

describe("preflight/cloud/awsx: the children of awsx.ec2.Vpc as the real awsx 3.9 registered them", () => {
    for (const [name, recording] of Object.entries(
        recordings as unknown as Record<string, Recording>,
    )) {
        it(`registers the children of the recording "${name}"`, async () => {
            const construction = await construct({ name, inputs: recording.args });
            assert.deepEqual(byKey(recorded(construction)), byKey(recording.children));
        });

        it(`gives the outputs of the recording "${name}"`, async () => {
            const construction = await construct({ name, inputs: recording.args });
            assert.deepEqual(outputIds(construction.outputs, construction), recording.outputs);
        });
    }
});
