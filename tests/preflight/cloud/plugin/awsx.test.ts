import assert from "node:assert/strict";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { structOf } from "../../../../preflight/cloud/plugin/structs";
import { blankRegistration } from "../../../../preflight/engine/registration";
import type { Props } from "../../../../preflight/values";
import recordings from "../recordings/awsx-vpc.json";
import { MonitorServer } from "./monitor-server";
import { PluginProcess } from "./plugin-process";

async function inProcess(name: string, inputs: Props, mode: "preview" | "up") {
    const server = await MonitorServer.start(mode);
    const registration = blankRegistration("awsx:ec2:Vpc", name);
    const done = await server.monitor.register({
        ...registration,
        custom: false,
        remote: true,
        inputs,
    });
    server.stop();
    return { done, resources: server.engine.resources };
}

describe("preflight/cloud/plugin/awsx: components as a plugin of the engine", () => {
    let awsx: PluginProcess;
    before(async () => {
        awsx = await PluginProcess.start("awsx");
        await awsx.configure("urn:pulumi:dev::shop::pulumi:providers:awsx::default_3_9_0", {});
    });
    after(() => awsx.stop());

    for (const mode of ["preview", "up"] as const) {
        for (const [name, recording] of Object.entries(recordings)) {
            it(`registers what preflight registers in its own process: ${name}, ${mode}`, async () => {
                const args = recording.args as Props;
                const expected = await inProcess(name, args, mode);
                const server = await MonitorServer.start(mode);
                const request = new proto.ConstructRequest()
                    .setProject("shop")
                    .setStack("dev")
                    .setDryrun(mode === "preview")
                    .setMonitorendpoint(server.address)
                    .setType("awsx:ec2:Vpc")
                    .setName(name)
                    .setInputs(structOf(args));
                const response = await awsx.call("construct", request);
                assert.equal(response.getUrn(), expected.done.urn);
                const others = expected.resources.filter(
                    ({ type }) => type !== "pulumi:providers:awsx",
                );
                const remote = server.engine.resources.map((resource) => ({
                    ...resource,
                    remote: resource.type === "awsx:ec2:Vpc",
                }));
                assert.deepEqual(remote, others);
                server.stop();
            });
        }
    }
});
