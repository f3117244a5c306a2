/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Engine } from "../../../preflight/engine/engine";
import { loadSdk, type Message } from "../../../preflight/engine/sdk";
import { createSdkClient } from "../../../preflight/engine/sdk-client";
import { createSimulation } from "./fake-simulation";
import { removePrograms, writeProgram } from "./programs";

const ROOT = join(__dirname, "..", "..", "..");

describe("the monitor that the SDK talks to", () => {
    after(removePrograms);
    const sdk = loadSdk(ROOT);
    const engine = new Engine({
        project: "p",
        stack: "dev",
        organization: "org",
        mode: "up",
        config: { "a:b": "c" },
        secretConfigKeys: ["a:b"],
        simulation: createSimulation(),
    });
    const { client, monitor } = createSdkClient(sdk, engine, ROOT);
    const proto = sdk.load("proto/resource_pb");

    function call(method: string, request: Message): Promise<Message> {
        return new Promise((resolve, reject) => {
            client[method]!(request, (error, response) => {
                if (error === null) resolve(response);
                else reject(error instanceof Error ? error : new Error("no error"));
            });
        });
    }

    it("has every method of the service that this SDK knows", () => {
        const { ResourceMonitorService } = sdk.load("proto/resource_grpc_pb") as {
            ResourceMonitorService: Readonly<Record<string, unknown>>;
        };
        const lacking = Object.keys(ResourceMonitorService).filter((name) => !(name in client));
        assert.deepEqual(lacking, []);
    });

    it("says which features it has", async () => {
        const ask = async (id: string): Promise<boolean> => {
            const request = new proto.SupportsFeatureRequest();
            request.setId(id);
            return (await call("supportsFeature", request)).getHassupport() as boolean;
        };
        assert.equal(await ask("transforms"), true);
        assert.equal(await ask("telepathy"), false);
    });

    it("describes the deployment", async () => {
        const info = await call("getDeploymentInfo", undefined);
        assert.deepEqual(
            [
                info.getProject(),
                info.getStack(),
                info.getOrganization(),
                info.getDryrun(),
                info.getConfigMap().get("a:b"),
            ],
            ["p", "dev", "org", false, "c"],
        );
    });

    it("gives one reference for one parameterized package and uses its parameters for the default provider", async () => {
        const request = new proto.RegisterPackageRequest();
        request.setName("terraform-provider");
        request.setVersion("1.0.0");
        const parameters = new proto.Parameterization();
        parameters.setName("honeycomb");
        parameters.setVersion("0.3.0");
        request.setParameterization(parameters);
        const ref = (await call("registerPackage", request)).getRef() as string;
        assert.equal((await call("registerPackage", request)).getRef(), ref);
        const resource = new proto.RegisterResourceRequest();
        resource.setType("honeycomb:index:Board");
        resource.setName("board");
        resource.setCustom(true);
        resource.setObject(sdk.struct.fromJavaScript({}));
        resource.setPackageref(ref);
        const response = await call("registerResource", resource);
        assert.equal(response.getUrn(), "urn:pulumi:dev::p::honeycomb:index:Board::board");
        assert.match(
            engine.node(response.getUrn() as string)!.provider,
            /::pulumi:providers:honeycomb::default_0_3_0::/,
        );
    });

    it("reports a package, a parent, a type and a provider that are not known", async () => {
        const refused = async (set: (request: Message) => void): Promise<string> => {
            const request = new proto.RegisterResourceRequest();
            request.setType("a:b:C");
            request.setName("n");
            request.setCustom(true);
            request.setObject(sdk.struct.fromJavaScript({}));
            set(request);
            return call("registerResource", request).then(
                () => "accepted",
                (error: unknown) => (error as Error & { details: string }).details,
            );
        };
        assert.equal(await refused((r) => r.setPackageref("x")), "unknown provider package 'x'");
        assert.equal(
            await refused((r) => r.setParent("urn:x")),
            "could not find parent resource urn:x",
        );
        assert.equal(
            await refused((r) => r.setType("C")),
            "Type 'C' is not a valid type token (must have format '*:*:*')",
        );
        assert.equal(
            await refused((r) => r.setProvider("urn:p::1")),
            "unknown provider 'urn:p::1'",
        );
        assert.equal(monitor.failures.length, 4);
    });

    it("answers functions that the engine serves itself", async () => {
        const request = new proto.ResourceInvokeRequest();
        request.setTok("pulumi:pulumi:getResource");
        request.setArgs(
            sdk.struct.fromJavaScript({ urn: "urn:pulumi:dev::p::honeycomb:index:Board::board" }),
        );
        const answer = (await call("invoke", request)).getReturn().toJavaScript() as Record<
            string,
            unknown
        >;
        assert.equal(answer.id, "board-id");
        request.setArgs(sdk.struct.fromJavaScript({ urn: "urn:gone" }));
        await assert.rejects(call("invoke", request), { message: "unknown resource urn:gone" });
    });

    it("calls methods of resources on their provider", async () => {
        const request = new proto.ResourceCallRequest();
        request.setTok("own:index:Thing/method");
        request.setArgs(sdk.struct.fromJavaScript({ x: 1 }));
        const answer = (await call("call", request)).getReturn().toJavaScript() as Record<
            string,
            unknown
        >;
        assert.equal(answer.x, 1);
        assert.equal(answer.provider, "urn:pulumi:dev::p::pulumi:providers:own::default");
    });

    it("reports a program without dependencies and one without the SDK", () => {
        const bare = writeProgram({}, false);
        assert.throws(() => loadSdk(bare), {
            kind: "unsupported",
            message: `${bare}: found no node_modules, expected the program's dependencies; run \`npm install\` there`,
        });
        const without = writeProgram({ "node_modules/x/package.json": "{}" }, false);
        assert.throws(() => loadSdk(without), {
            kind: "unsupported",
            message: `${without}: found no @pulumi/pulumi in node_modules, expected the program's dependencies; run \`npm install @pulumi/pulumi\` there`,
        });
        const old = writeProgram(
            { "node_modules/@pulumi/pulumi/package.json": '{ "version": "2.25.2" }' },
            false,
        );
        assert.throws(() => loadSdk(old), {
            message:
                "node_modules/@pulumi/pulumi/package.json: found @pulumi/pulumi 2.25.2, expected 3.0.0 or newer, below 4",
        });
    });
});
