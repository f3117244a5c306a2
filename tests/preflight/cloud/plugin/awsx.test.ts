import assert from "node:assert/strict";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { propsOf, structOf } from "../../../../preflight/cloud/plugin/structs";
import type { Resource } from "../../../../preflight/engine/graph";
import { blankRegistration, type Registration } from "../../../../preflight/engine/registration";
import { isMarked, OUTPUT, type Props, secret, UNKNOWN } from "../../../../preflight/values";
import recordings from "../recordings/awsx-vpc.json";
import { MonitorServer } from "./monitor-server";
import { PluginProcess } from "./plugin-process";

const ZONES = { cidrBlock: "10.0.0.0/16", availabilityZoneNames: ["eu-west-1a", "eu-west-1b"] };
const UNDECIDED = { ...ZONES, subnetSpecs: [{ type: "Public" }, { type: "Private" }] };
const PLAIN = { ...ZONES, subnetStrategy: "Auto" };
const GROUP = "urn:pulumi:dev::shop::test:index:Group::group";
const OTHER = "urn:pulumi:dev::shop::aws:sns/topic:Topic::other";

function construction(server: MonitorServer, name: string, inputs: Props): proto.ConstructRequest {
    return new proto.ConstructRequest()
        .setProject("shop")
        .setStack("dev")
        .setDryrun(server.engine.isPreview)
        .setMonitorendpoint(server.address)
        .setType("awsx:ec2:Vpc")
        .setName(name)
        .setInputs(structOf(inputs));
}

/** What an engine knows of a component's making; who made it does not matter. */
function made(server: MonitorServer): readonly Resource[] {
    return server.engine.resources
        .filter(({ type }) => type !== "pulumi:providers:awsx")
        .map((resource) => ({ ...resource, remote: false }));
}

describe("preflight/cloud/plugin/awsx: components as a plugin of the engine", () => {
    let awsx: PluginProcess;
    const servers: MonitorServer[] = [];
    const serve = async (mode: "preview" | "up"): Promise<MonitorServer> => {
        const server = await MonitorServer.start(mode);
        servers.push(server);
        return server;
    };
    const inProcess = async (
        name: string,
        inputs: Props,
        mode: "preview" | "up",
        options: Partial<Registration> = {},
    ): Promise<readonly Resource[]> => {
        const server = await serve(mode);
        await prepare(server);
        await server.monitor.register({
            ...blankRegistration("awsx:ec2:Vpc", name),
            ...options,
            custom: false,
            remote: true,
            inputs,
        });
        return made(server);
    };
    /** What components refer to. */
    const prepare = async ({ monitor }: MonitorServer): Promise<string> => {
        const west = await monitor.register({
            ...blankRegistration("pulumi:providers:aws", "west"),
            inputs: { region: "us-west-2" },
        });
        await monitor.register({
            ...blankRegistration("test:index:Group", "group"),
            custom: false,
        });
        await monitor.register({ ...blankRegistration("aws:sns/topic:Topic", "other") });
        return `${west.urn}::${west.id}`;
    };

    before(async () => {
        awsx = await PluginProcess.start("awsx");
        await awsx.configure("urn:pulumi:dev::shop::pulumi:providers:awsx::default_3_9_0", {});
    });
    after(() => awsx.stop());
    afterEach(() => {
        for (const server of servers.splice(0)) server.stop();
    });

    it("takes secrets, output values and references", async () => {
        const answer = await awsx.call("handshake", new proto.ProviderHandshakeRequest());
        assert.deepEqual(
            [answer.getAcceptSecrets(), answer.getAcceptResources(), answer.getAcceptOutputs()],
            [true, true, true],
        );
    });

    for (const mode of ["preview", "up"] as const) {
        for (const [name, recording] of Object.entries(recordings)) {
            it(`registers what preflight registers in its own process: ${name}, ${mode}`, async () => {
                const args = recording.args as Props;
                const expected = await inProcess(name, args, mode);
                const server = await serve(mode);
                await prepare(server);
                const request = construction(server, name, args);
                const response = await awsx.call("construct", request);
                assert.equal(response.getUrn(), `urn:pulumi:dev::shop::awsx:ec2:Vpc::${name}`);
                assert.deepEqual(made(server), expected);
            });
        }
    }

    it("hands on every option that the program gave the component", async () => {
        const server = await serve("up");
        const west = await prepare(server);
        const request = construction(server, "net", PLAIN)
            .setParent(GROUP)
            .setProtect(true)
            .setRetainondelete(true)
            .setDeletebeforereplace(false)
            .setDeletedwith(OTHER)
            .setDependenciesList([OTHER])
            .setIgnorechangesList(["tags"])
            .setReplaceonchangesList(["cidrBlock"])
            .setAdditionalsecretoutputsList(["vpcId"])
            .setAliasesList([new Alias().setSpec(new Alias.Spec().setName("old"))])
            .setCustomtimeouts(new proto.ConstructRequest.CustomTimeouts().setCreate("1m"));
        request.getProvidersMap().set("aws", west);
        const dependencies = new proto.ConstructRequest.PropertyDependencies();
        request.getInputdependenciesMap().set("cidrBlock", dependencies.setUrnsList([OTHER]));
        await awsx.call("construct", request);
        const expected = await inProcess("net", PLAIN, "up", {
            parent: GROUP,
            protect: true,
            retainOnDelete: true,
            deleteBeforeReplace: false,
            deletedWith: OTHER,
            dependencies: [OTHER],
            propertyDependencies: { cidrBlock: [OTHER] },
            ignoreChanges: ["tags"],
            replaceOnChanges: ["cidrBlock"],
            additionalSecretOutputs: ["vpcId"],
            aliases: [{ name: "old" }],
            customTimeouts: { create: 60, update: 0, delete: 0 },
            providers: { aws: west },
        });
        assert.deepEqual(made(server), expected);
        const vpc = made(server).find(({ type }) => type === "aws:ec2/vpc:Vpc");
        assert.deepEqual(
            [vpc?.provider, vpc?.protect, vpc?.inputs.region],
            [west, true, "us-west-2"],
        );
    });

    it("binds the program's hooks to the component", async () => {
        const server = await serve("up");
        const hooks = new proto.ConstructRequest.ResourceHooksBinding().setAfterCreateList([
            "told",
        ]);
        const request = construction(server, "net", PLAIN).setResourceHooks(hooks);
        await assert.rejects(awsx.call("construct", request), {
            details: "resource hook told was not registered",
        });
    });

    it("keeps secrets secret", async () => {
        const server = await serve("up");
        await awsx.call(
            "construct",
            construction(server, "net", { ...PLAIN, tags: secret({ a: "b" }) }),
        );
        const [vpc] = made(server).filter(({ type }) => type === "aws:ec2/vpc:Vpc");
        assert.deepEqual(vpc?.inputs.tags, { Name: "net", a: secret("b") });
        assert.deepEqual(vpc.outputs.tagsAll, secret({ Name: "net", a: "b" }));
    });

    it("gives outputs with what they depend on, unknown in a preview of what is not there yet", async () => {
        for (const mode of ["preview", "up"] as const) {
            const server = await serve(mode);
            const response = await awsx.call("construct", construction(server, "net", PLAIN));
            const { vpcId } = propsOf(response.getState());
            assert.ok(isMarked(vpcId, OUTPUT));
            assert.equal("value" in vpcId, mode === "up");
            const vpc = made(server).find(({ type }) => type === "aws:ec2/vpc:Vpc");
            const urns = response.getStatedependenciesMap().get("vpcId")?.getUrnsList() ?? [];
            assert.ok(urns.includes(vpc?.urn ?? ""));
            assert.equal(vpc?.id === UNKNOWN, mode === "preview");
        }
    });

    it("knows outputs in a preview as soon as everything is there", async () => {
        const server = await serve("up");
        const request = construction(server, "net", PLAIN).setDryrun(true);
        const { vpcId } = propsOf((await awsx.call("construct", request)).getState());
        assert.match(String((vpcId as Props).value), /^vpc-/);
    });

    it("asks for zones on the provider of the children", async () => {
        const server = await serve("up");
        const west = await prepare(server);
        const request = construction(server, "net", {
            subnetStrategy: "Auto",
            numberOfAvailabilityZones: 1,
        });
        request.getProvidersMap().set("aws", west);
        await awsx.call("construct", request);
        const subnet = made(server).find(({ type }) => type === "aws:ec2/subnet:Subnet");
        assert.equal(subnet?.inputs.availabilityZone, "us-west-2a");
    });

    it("reports other components, arguments that awsx refuses, and what the engine refuses", async () => {
        const server = await serve("up");
        const trail = construction(server, "trail", {}).setType("awsx:cloudtrail:Trail");
        await assert.rejects(awsx.call("construct", trail), {
            code: 2,
            details:
                "awsx:cloudtrail:Trail: this component is not simulated, expected awsx:ec2:Vpc or awsx:lb:ApplicationLoadBalancer",
        });
        const both = { ...PLAIN, numberOfAvailabilityZones: 2 };
        await assert.rejects(awsx.call("construct", construction(server, "net", both)), {
            details:
                "Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified",
        });
        await assert.rejects(awsx.call("construct", construction(server, "net", PLAIN)), {
            details:
                "Duplicate resource URN 'urn:pulumi:dev::shop::awsx:ec2:Vpc::net'; try giving it a unique name",
        });
    });

    it("warns through the engine of what a component's own code warns of, once", async () => {
        const server = await serve("up");
        const warned = await PluginProcess.start("awsx", {}, server.address);
        await warned.configure("urn:pulumi:dev::shop::pulumi:providers:awsx::default_3_9_0", {});
        for (const name of ["one", "two"])
            await warned.call("construct", construction(server, name, UNDECIDED));
        await warned.stop();
        const [first, ...others] = server.warnings.filter(({ urn }) => urn.endsWith("::one"));
        assert.match(first?.message ?? "", /^The default subnetStrategy will change from "Legacy"/);
        assert.deepEqual(others, []);
    });
});
