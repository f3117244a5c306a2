import assert from "node:assert/strict";
import type { Simulation } from "../../../preflight/cloud/simulation";
import { Engine } from "../../../preflight/engine/engine";
import { Monitor, type Transforms } from "../../../preflight/engine/monitor";
import {
    blankRegistration,
    type Callback,
    type InvokeRequest,
    type ReadRegistration,
} from "../../../preflight/engine/registration";
import { createSimulation } from "./fake-simulation";

const BARRED = { "pulumi:disable-default-providers": '["*"]' };
const SOURCE = { file: "index.ts", line: 3 };
const THING = "urn:pulumi:dev::p::own:index:Thing";
const component = { ...blankRegistration("web:index:Site", "site"), custom: false };
const thing = blankRegistration("own:index:Thing", "thing");
const call: InvokeRequest = {
    token: "own:index:get",
    args: { x: 1 },
    provider: "",
    version: "",
    pluginDownloadUrl: "",
    packageRef: "",
};
const existing: ReadRegistration = {
    type: "own:index:Thing",
    name: "thing",
    parent: "",
    id: "t-1",
    inputs: {},
    provider: "",
    version: "",
    pluginDownloadUrl: "",
    packageRef: "",
    dependencies: [],
    additionalSecretOutputs: [],
    source: SOURCE,
};

/** Transforms that write the tokens of what they were called for into the inputs or arguments. */
const tracing: Transforms = {
    resource: (registration, callbacks) =>
        Promise.resolve({ ...registration, inputs: { ran: tokens(callbacks) } }),
    invoke: (request, callbacks) =>
        Promise.resolve({ ...request, args: { ...request.args, ran: tokens(callbacks) } }),
};

function tokens(callbacks: readonly Callback[]): readonly string[] {
    return callbacks.map(({ token }) => token);
}

const callback = (token: string): Callback => ({ token, target: "" });

function createMonitor(
    config: Readonly<Record<string, string>> = {},
    simulation: Partial<Simulation> = {},
): Monitor {
    const engine = new Engine({
        project: "p",
        stack: "dev",
        organization: "org",
        mode: "up",
        config,
        secretConfigKeys: [],
        simulation: { ...createSimulation(), ...simulation },
    });
    return new Monitor(engine, tracing);
}

describe("resources to import", () => {
    it("are read, not made: what exists has its own id, and outputs that follow from it", async () => {
        const monitor = createMonitor(
            {},
            {
                create: () => assert.fail("an imported resource is not created"),
                read: ({ id, inputs }) => ({ id, outputs: { ...inputs, of: id }, guessed: false }),
            },
        );
        const { id, outputs } = await monitor.register({
            ...thing,
            importId: "t-1",
            inputs: { x: 1 },
        });
        assert.deepEqual({ id, outputs }, { id: "t-1", outputs: { x: 1, of: "t-1" } });
    });
});

describe("what the monitor answers", () => {
    it("to a resource: its id and outputs; to a local component: its URN only", async () => {
        const monitor = createMonitor();
        assert.deepEqual(await monitor.register({ ...component, inputs: { size: 1 } }), {
            urn: "urn:pulumi:dev::p::web:index:Site::site",
            id: "",
            outputs: {},
            outputDependencies: {},
        });
        assert.deepEqual(await monitor.register({ ...thing, inputs: { size: 1 } }), {
            urn: `${THING}::thing`,
            id: "thing-id",
            outputs: { size: 1, arn: "arn:thing" },
            outputDependencies: {},
        });
    });

    it("to a remote component: what it was built with, its children under the transforms of its parents", async () => {
        const monitor = createMonitor();
        const { urn: parent } = await monitor.register({
            ...component,
            transforms: [callback("site")],
        });
        monitor.addStackTransform(callback("stack"));
        const group = await monitor.register({
            ...component,
            type: "test:index:Group",
            name: "group",
            parent,
            remote: true,
            transforms: [callback("group")],
        });
        const provider = "urn:pulumi:dev::p::pulumi:providers:aws::default";
        assert.deepEqual(group, {
            urn: "urn:pulumi:dev::p::web:index:Site$test:index:Group::group",
            id: "",
            outputs: { bucketId: "group-bucket-id", askedVia: provider },
            outputDependencies: {},
        });
        const ran = Object.fromEntries(
            monitor.engine.resources.map(({ name, inputs }) => [name, inputs.ran]),
        );
        assert.deepEqual(ran, {
            site: ["site"],
            default: undefined,
            group: ["group", "site", "stack"],
            "group-bucket": ["group", "site", "stack"],
        });
    });

    it("to a read: the resource as it is", async () => {
        const read = await createMonitor().read(existing);
        assert.deepEqual([read.urn, read.id, read.external], [`${THING}::thing`, "t-1", true]);
    });

    it("to a function call: the provider's answer to transformed arguments", async () => {
        const monitor = createMonitor();
        monitor.addInvokeTransform(callback("t"));
        assert.deepEqual(await monitor.invoke(call), {
            x: 1,
            ran: ["t"],
            token: "own:index:get",
            provider: "urn:pulumi:dev::p::pulumi:providers:own::default",
        });
        const { urn } = await monitor.engine.step({
            ...blankRegistration("pulumi:providers:own", "west"),
        });
        const other = await monitor.invoke({ ...call, provider: `${urn}::1` });
        assert.equal(other.provider, urn);
    });

    it("to the engine's own functions: with a default provider, which becomes a resource", async () => {
        const monitor = createMonitor();
        const { urn } = await monitor.register(component);
        const token = "pulumi:pulumi:getResource";
        const unchanged: Transforms = {
            ...tracing,
            invoke: (request) => Promise.resolve(request),
        };
        const plain = new Monitor(monitor.engine, unchanged);
        const answer = await plain.invoke({ ...call, token, args: { urn } });
        assert.deepEqual(answer, { urn, id: "", state: {} });
        assert.deepEqual(
            monitor.engine.resources.map((resource) => resource.urn),
            [urn, "urn:pulumi:dev::p::pulumi:providers:pulumi::default"],
        );
    });

    it("to outputs of a component: nothing, but it keeps them", async () => {
        const monitor = createMonitor();
        const { urn } = await monitor.register(component);
        monitor.registerOutputs(urn, { done: true });
        assert.deepEqual(monitor.engine.node(urn)?.resource.outputs, { done: true });
    });
});

describe("what the monitor refuses", () => {
    it("is kept with its subject and place", async () => {
        const monitor = createMonitor(BARRED);
        await assert.rejects(monitor.register({ ...thing, parent: "urn:x", source: SOURCE }), {
            message: "could not find parent resource urn:x",
        });
        await assert.rejects(monitor.read({ ...existing, parent: "urn:x" }), {
            message: "could not find parent resource urn:x",
        });
        assert.throws(
            () => {
                monitor.registerOutputs("urn:gone", {});
            },
            { message: "unknown resource urn:gone" },
        );
        const message = "could not find parent resource urn:x";
        const subject = `${THING}::thing`;
        assert.deepEqual(monitor.failures, [
            { message, subject, answered: false, source: SOURCE },
            { message, subject, answered: false, source: SOURCE },
            { message: "unknown resource urn:gone", subject: "urn:gone", answered: false },
        ]);
    });

    it("is answered where it is a function, so that the program may go on", async () => {
        const monitor = createMonitor();
        const token = "own:index:fail";
        const message = `invocation of ${token} returned an error: ${token} refuses`;
        await assert.rejects(monitor.invoke({ ...call, token }), { message });
        await assert.rejects(monitor.callMethod({ ...call, token }), { message });
        assert.deepEqual(monitor.failures, [
            { message, subject: token, answered: true },
            { message, subject: token, answered: true },
        ]);
    });

    it("includes functions without a provider where default ones are barred", async () => {
        const monitor = createMonitor(BARRED);
        const denied =
            "Default provider for 'own' disabled. 'own:index:get' must use an explicit provider.";
        await assert.rejects(monitor.invoke(call), {
            message: `Invoke: getProviderFromSource: ${denied}`,
        });
        await assert.rejects(monitor.callMethod(call), { message: denied });
    });

    it("is an error even where something else is thrown", async () => {
        const thrown = (): never => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- other people's code may throw anything
            throw "plain words";
        };
        const monitor = createMonitor({}, { invoke: thrown, read: thrown });
        await assert.rejects(monitor.invoke(call), {
            name: "Error",
            message: "invocation of own:index:get returned an error: plain words",
        });
        await assert.rejects(monitor.read(existing), { name: "Error", message: "plain words" });
    });
});
