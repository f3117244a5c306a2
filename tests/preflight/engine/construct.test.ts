import assert from "node:assert/strict";
import type { ConstructRequest } from "../../../preflight/cloud/simulation";
import { construct, withOutputDependencies } from "../../../preflight/engine/construct";
import { Engine } from "../../../preflight/engine/engine";
import { blankRegistration, type Registration } from "../../../preflight/engine/registration";
import { OUTPUT, RESOURCE, SIGNATURE, UNKNOWN, type Props } from "../../../preflight/values";
import { createSimulation } from "./fake-simulation";

const GROUP = "urn:pulumi:dev::p::own:index:Group::group";

function createEngine(build?: (request: ConstructRequest) => Promise<Props>): Engine {
    return new Engine({
        project: "p",
        stack: "dev",
        organization: "org",
        mode: "up",
        config: {},
        secretConfigKeys: [],
        simulation: { ...createSimulation(), construct: (request) => build?.(request) },
    });
}

/** Registers a remote component on the engine's default provider. */
async function constructed(
    engine: Engine,
    set: Partial<Registration> = {},
    invoke: Parameters<typeof construct>[3] = () => Promise.reject(new Error("not expected")),
): ReturnType<typeof construct> {
    const registration = await engine.completed({
        ...blankRegistration("own:index:Group", "group"),
        custom: false,
        remote: true,
        ...set,
    });
    return construct(
        engine,
        registration,
        async (child) => engine.step(await engine.completed(engine.inherited(child))),
        invoke,
    );
}

const output = (value: unknown, ...dependencies: string[]): Props => ({
    [SIGNATURE]: OUTPUT,
    value,
    dependencies,
});

describe("remote components", () => {
    it("that the simulation does not know get guessed outputs", async () => {
        const engine = createEngine();
        const { resource, outputs, outputDependencies } = await constructed(engine, {
            inputs: { size: output(1, "urn:d") },
        });
        assert.equal(resource.urn, GROUP);
        assert.deepEqual(outputs, { size: 1, arn: "arn:group" });
        assert.deepEqual(outputDependencies, {});
        assert.equal(engine.node(GROUP)?.resource.guessed, true);
        assert.deepEqual(engine.node(GROUP)?.resource.outputs, outputs);
    });

    it("are built with plain inputs and the dependencies of each", async () => {
        const requests: ConstructRequest[] = [];
        const engine = createEngine((request) => {
            requests.push(request);
            return Promise.resolve({});
        });
        await constructed(engine, {
            inputs: { size: output(1, "urn:d"), name: "n" },
            propertyDependencies: { name: ["urn:n"], size: ["urn:s"] },
        });
        assert.equal(requests.length, 1);
        const seen = requests[0]!;
        assert.deepEqual(seen.inputs, { size: 1, name: "n" });
        assert.deepEqual(seen.propertyDependencies, { name: ["urn:n"], size: ["urn:s", "urn:d"] });
        assert.equal(seen.provider?.urn, "urn:pulumi:dev::p::pulumi:providers:own::default");
        assert.equal(seen.preview, false);
        assert.equal(engine.node(GROUP)?.resource.guessed, false);
    });

    it("register children that depend on what their inputs depend on, unless they say otherwise", async () => {
        const engine = createEngine(async ({ register, urn }) => {
            const child = { type: "own:index:Thing", parent: urn, inputs: {} };
            const first = await register({ ...child, name: "first" });
            assert.deepEqual(first, {
                urn: "urn:pulumi:dev::p::own:index:Group$own:index:Thing::first",
                id: "first-id",
                outputs: { arn: "arn:first" },
            });
            const propertyDependencies = { a: [first.urn], b: [GROUP] };
            await register({ ...child, name: "second", propertyDependencies });
            await register({ ...child, name: "third", propertyDependencies, dependencies: [] });
            return { first: output(first.id, first.urn) };
        });
        const { outputs, outputDependencies } = await constructed(engine);
        const first = `${GROUP.replace("::group", "")}$own:index:Thing::first`;
        const dependenciesOf = (name: string): readonly string[] | undefined =>
            engine.resources.find((resource) => resource.name === name)?.dependencies;
        assert.deepEqual(dependenciesOf("first"), []);
        assert.deepEqual(dependenciesOf("second"), [first, GROUP].sort());
        assert.deepEqual(dependenciesOf("third"), []);
        assert.deepEqual(outputs, { first: "first-id" });
        assert.deepEqual(outputDependencies, { first: [first] });
    });

    it("call functions on their own provider for the function's package, if they have one", async () => {
        const asked: string[] = [];
        const engine = createEngine(async ({ invoke }) => {
            await invoke("aws:index/getRegion:getRegion", {});
            return invoke("own:index:get", { x: 1 });
        });
        const { outputs } = await constructed(
            engine,
            { providers: { aws: "urn:aws::1" } },
            (token, args, provider) => {
                asked.push(`${token} on "${provider}"`);
                return Promise.resolve(args);
            },
        );
        assert.deepEqual(asked, [
            'aws:index/getRegion:getRegion on "urn:aws::1"',
            'own:index:get on ""',
        ]);
        assert.deepEqual(outputs, { x: 1 });
    });

    it("reports a provider that is not there", async () => {
        await assert.rejects(constructed(createEngine(), { provider: "urn:gone::1" }), {
            message: "unknown provider 'urn:gone::1'",
        });
    });
});

describe("dependencies of properties", () => {
    it("are joined from output values at any depth, each once", () => {
        const reference = { [SIGNATURE]: RESOURCE, urn: "urn:r" };
        const properties = {
            plain: 1,
            list: [output(1, "urn:a"), { deep: output(output(2, "urn:b"), "urn:a") }],
            known: output(UNKNOWN, "urn:k"),
            reference,
        };
        assert.deepEqual(
            withOutputDependencies({ known: ["urn:k"], other: ["urn:o"] }, properties),
            {
                known: ["urn:k"],
                other: ["urn:o"],
                list: ["urn:a", "urn:b"],
            },
        );
    });

    it("are none where an output value names none", () => {
        assert.deepEqual(withOutputDependencies({}, { a: { [SIGNATURE]: OUTPUT, value: 1 } }), {});
    });
});
