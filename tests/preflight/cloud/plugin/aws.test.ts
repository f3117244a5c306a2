import assert from "node:assert/strict";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { createSimulation } from "../../../../preflight/cloud";
import { awsProvider, request } from "../requests";
import { PluginProcess } from "./plugin-process";

const PROVIDER = awsProvider({ defaultTags: JSON.stringify({ tags: { team: "platform" } }) });

describe("preflight/cloud/plugin/aws: the simulated AWS as a plugin of the engine", () => {
    const simulation = createSimulation({ sdkRoots: [process.cwd()] });
    let aws: PluginProcess;
    before(async () => {
        aws = await PluginProcess.start("aws");
        await aws.configure(PROVIDER.urn, PROVIDER.inputs);
    });
    after(() => aws.stop());

    it("says the version of the SDK that the program uses", async () => {
        assert.equal((await aws.call("getPluginInfo", new Empty())).getVersion(), "7.48.0");
    });

    it("checks and creates as preflight does in its own process", async () => {
        const wanted = request(
            "aws:s3/bucket:Bucket",
            { tags: { owner: "me" } },
            { provider: PROVIDER },
        );
        const inputs = await aws.check(wanted.urn, wanted.inputs);
        assert.deepEqual(inputs, simulation.check(wanted));
        const { id, outputs } = await aws.create(wanted.urn, inputs);
        const expected = simulation.create({ ...wanted, inputs });
        assert.deepEqual({ id, outputs }, { id: expected.id, outputs: expected.outputs });
    });
});
