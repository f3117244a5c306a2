import * as assert from "node:assert/strict";
import { loadPack } from "../../../preflight/packs/load";
import type { Pack, PackConfig } from "../../../preflight/packs/pack";
import { type Remediable, remediator } from "../../../preflight/packs/remediation";
import { type Props, SECRET, SIGNATURE, UNKNOWN } from "../../../preflight/values";
import { context, fixture, removeTemporaryPacks, resource, temporaryPack } from "./support";

const urn = "urn:pulumi:dev::shop::test:index:Thing::thing";

function load(config?: PackConfig): Promise<Pack> {
    return loadPack({ dir: fixture("configured"), ...(config && { config }) }, context);
}

function remediable(inputs: Props): Remediable {
    const { parent, ignoreChanges, additionalSecretOutputs, customTimeouts } = resource(
        "test:index:Thing",
        "thing",
    );
    return {
        urn,
        type: "test:index:Thing",
        name: "thing",
        inputs,
        registration: { parent, ignoreChanges, additionalSecretOutputs, customTimeouts },
        provider: {
            urn: "urn:p",
            type: "pulumi:providers:test",
            name: "p",
            inputs: { region: "eu-west-1" },
        },
    };
}

describe("preflight/packs/remediation", () => {
    after(removeTemporaryPacks);

    it("is not there when no policy has level remediate", async () => {
        const pack = await load({ all: "mandatory" });
        assert.equal(pack.remediates, false);
        assert.equal(remediator([pack]), undefined);
        assert.deepEqual(
            await pack.remediate({
                ...resource("test:index:Thing", "thing"),
                properties: {},
                provider: undefined,
            }),
            [],
        );
        assert.equal(remediator([]), undefined);
    });

    it("changes inputs, keeps secrets and internal keys, and notes which properties", async () => {
        const remediate = remediator([await load()])!;
        const password = { [SIGNATURE]: SECRET, value: "hidden" };
        const { inputs, notes } = await remediate(
            remediable({
                encrypted: false,
                label: "x",
                password,
                zone: UNKNOWN,
                __defaults: ["label"],
            }),
        );
        assert.deepEqual(inputs, {
            encrypted: true,
            label: "shop-dev",
            password,
            zone: UNKNOWN,
            __defaults: ["label"],
        });
        assert.deepEqual(notes, [
            { kind: "remediated", urn, message: "configured/encrypted changed encrypted" },
            { kind: "remediated", urn, message: "configured/renamed changed label" },
        ]);
    });

    it("leaves inputs alone that are right", async () => {
        const remediate = remediator([await load()])!;
        const before = { encrypted: true, rules: [{ port: 443 }, { port: 22 }] };
        assert.deepEqual(await remediate(remediable(before)), { inputs: before, notes: [] });
        const same = { label: "shop-dev", rules: [{ port: 443 }, [1]] };
        assert.deepEqual(await remediate(remediable(same)), { inputs: same, notes: [] });
    });

    it("notes a value that is not known yet, and goes on", async () => {
        const remediate = remediator([await load()])!;
        const { inputs, notes } = await remediate(remediable({ encrypted: UNKNOWN, label: "x" }));
        assert.deepEqual(inputs, { encrypted: UNKNOWN, label: "shop-dev" });
        assert.deepEqual(notes, [
            {
                kind: "not-remediated",
                urn,
                message:
                    "configured/encrypted: can't run remediation 'encrypted' from policy pack 'configured@v0.0.1' during preview: string value at .encrypted can't be known during preview",
            },
            { kind: "remediated", urn, message: "configured/renamed changed label" },
        ]);
    });

    it("notes a remediation that throws", async () => {
        const remediate = remediator([await load()])!;
        const { inputs, notes } = await remediate(remediable({ label: "broken" }));
        assert.deepEqual(inputs, { label: "broken" });
        assert.deepEqual(notes, [
            {
                kind: "not-remediated",
                urn,
                message: "configured/renamed: remediation failed: Error: cannot rename",
            },
        ]);
    });

    it("runs pack after pack, each on what the one before left", async () => {
        const dir = temporaryPack({
            "PulumiPolicy.yaml": "runtime: nodejs",
            "package.json": '{ "version": "1.0.0" }',
            "index.js": `new (require("@pulumi/policy").PolicyPack)("p", { policies: [{ name: "list", description: "d", enforcementLevel: "remediate",
                remediateResource: (args) => ({ ...args.props, list: [...(args.props.list ?? []), args.props.label] }) }] });`,
        });
        const appending = await loadPack({ dir }, context);
        const first = await remediator([await load(), appending])!(remediable({ label: "x" }));
        assert.deepEqual(first.inputs, { label: "shop-dev", list: ["shop-dev"] });
        const second = await remediator([appending, await load()])!(
            remediable({ label: "x", list: ["a"] }),
        );
        assert.deepEqual(second.inputs, { label: "shop-dev", list: ["a", "x"] });
        assert.deepEqual(
            second.notes.map(({ message }) => message),
            ["p/list changed list", "configured/renamed changed label"],
        );
    });
});
