/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the classes belong to the program's own copy of the SDK (see Message) */
import assert from "node:assert/strict";
import { join } from "node:path";
import { blankRegistration } from "../../../preflight/engine/registration";
import { loadSdk, type Message } from "../../../preflight/engine/sdk";
import {
    decodeHooks,
    decodeInvoke,
    decodeRead,
    decodeRegistration,
    decodeTimeouts,
    fromStruct,
    seconds,
    toStruct,
} from "../../../preflight/engine/wire";

const ROOT = join(__dirname, "..", "..", "..");
const URN = "urn:pulumi:dev::p::a:b:C::c";

/** A message of an older SDK: getters of these values and no others. */
function oldMessage(values: Readonly<Record<string, unknown>>): Message {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}

describe("requests of this SDK", () => {
    const sdk = loadSdk(ROOT);
    const proto = sdk.load("proto/resource_pb");
    const { Alias } = sdk.load("proto/alias_pb");
    const { SourcePosition } = sdk.load("proto/source_pb");

    function request(): Message {
        const message = new proto.RegisterResourceRequest();
        message.setType("a:b:C");
        message.setName("c");
        return message;
    }

    it("give a registration with everything that is set", () => {
        const message = request();
        message.setCustom(true);
        message.setParent("urn:parent");
        message.setObject(sdk.struct.fromJavaScript({ size: 1 }));
        message.setProvider("urn:provider::1");
        message.getProvidersMap().set("aws", "urn:aws::1");
        message.setVersion("1.0.0");
        message.setDependenciesList(["urn:d"]);
        const dependencies = new proto.RegisterResourceRequest.PropertyDependencies();
        dependencies.setUrnsList(["urn:d"]);
        message.getPropertydependenciesMap().set("size", dependencies);
        message.setProtect(false);
        message.setRetainondelete(true);
        message.setDeletebeforereplace(false);
        message.setDeletebeforereplacedefined(true);
        message.setAliasurnsList(["urn:old"]);
        const timeouts = new proto.RegisterResourceRequest.CustomTimeouts();
        timeouts.setUpdate("1m");
        message.setCustomtimeouts(timeouts);
        const hooks = new proto.RegisterResourceRequest.ResourceHooksBinding();
        hooks.setAfterCreateList(["h"]);
        message.setHooks(hooks);
        const position = new SourcePosition();
        position.setUri("file:///p/index.ts");
        position.setLine(7);
        message.setSourceposition(position);
        assert.deepEqual(decodeRegistration(message, "/p"), {
            ...blankRegistration("a:b:C", "c"),
            parent: "urn:parent",
            inputs: { size: 1 },
            provider: "urn:provider::1",
            providers: { aws: "urn:aws::1" },
            version: "1.0.0",
            dependencies: ["urn:d"],
            propertyDependencies: { size: ["urn:d"] },
            protect: false,
            retainOnDelete: true,
            deleteBeforeReplace: false,
            aliases: [{ urn: "urn:old" }],
            customTimeouts: { create: 0, update: 60, delete: 0 },
            hooks: { afterCreate: ["h"] },
            source: { file: "index.ts", line: 7 },
        });
    });

    it("give a blank registration where nothing is set", () => {
        assert.deepEqual(decodeRegistration(request(), "/p"), {
            ...blankRegistration("a:b:C", "c"),
            custom: false,
        });
    });

    it("state aliases as a URN or in parts, in which older SDKs swap no parent and same parent", () => {
        const urn = new Alias();
        urn.setUrn(URN);
        const parts = (set: (spec: Message) => void): Message => {
            const alias = new Alias();
            const spec = new Alias.Spec();
            set(spec);
            alias.setSpec(spec);
            return alias;
        };
        const message = request();
        message.setAliasesList([
            urn,
            parts((spec) => spec.setName("old")),
            parts((spec) => spec.setNoparent(true)),
            parts((spec) => spec.setParenturn("urn:parent")),
        ]);
        const blank = { name: "", type: "", stack: "", project: "", parentUrn: "" };
        const aliases = (isProper: boolean): unknown => {
            message.setAliasspecs(isProper);
            return decodeRegistration(message, "/p").aliases;
        };
        assert.deepEqual(aliases(true), [
            { urn: URN },
            { ...blank, name: "old", noParent: false },
            { ...blank, noParent: true },
            { ...blank, parentUrn: "urn:parent", noParent: false },
        ]);
        assert.deepEqual(aliases(false), [
            { urn: URN },
            { ...blank, name: "old", noParent: true },
            { ...blank, noParent: false },
            { ...blank, parentUrn: "urn:parent", noParent: false },
        ]);
    });

    it("give a read with its place, when there is one", () => {
        const message = new proto.ReadResourceRequest();
        message.setType("a:b:C");
        message.setName("c");
        message.setId("1");
        message.setDependenciesList(["urn:d"]);
        const read = {
            type: "a:b:C",
            name: "c",
            parent: "",
            id: "1",
            inputs: {},
            provider: "",
            version: "",
            pluginDownloadUrl: "",
            packageRef: "",
            dependencies: ["urn:d"],
            additionalSecretOutputs: [],
        };
        assert.deepEqual(decodeRead(message, "/p"), read);
        const position = new SourcePosition();
        position.setUri("file:///p/index.ts");
        position.setLine(7);
        message.setSourceposition(position);
        assert.deepEqual(decodeRead(message, "/p"), {
            ...read,
            source: { file: "index.ts", line: 7 },
        });
    });

    it("give a function call, without arguments, too", () => {
        const message = new proto.ResourceInvokeRequest();
        message.setTok("a:b:c");
        assert.deepEqual(decodeInvoke(message), {
            token: "a:b:c",
            args: {},
            provider: "",
            version: "",
            pluginDownloadUrl: "",
            packageRef: "",
        });
    });

    it("carry properties without what is undefined, which in a list is null", () => {
        const props = { a: undefined, b: [1, undefined, { c: undefined }], d: null, e: { f: "g" } };
        const struct = toStruct(sdk.struct, props);
        assert.deepEqual(fromStruct(struct), { b: [1, null, {}], d: null, e: { f: "g" } });
        assert.deepEqual(fromStruct(undefined), {});
    });
});

describe("requests of older SDKs", () => {
    const registration = (values: Readonly<Record<string, unknown>>): unknown =>
        decodeRegistration(
            oldMessage({
                getType: "a:b:C",
                getName: "c",
                getCustom: true,
                getObject: undefined,
                ...values,
            }),
            "/p",
        );
    const blank = blankRegistration("a:b:C", "c");

    it("may lack every newer field", () => {
        assert.deepEqual(registration({}), blank);
    });

    it("say nothing with a switch that is off, and something with one that is on", () => {
        assert.deepEqual(registration({ getProtect: false, getRetainondelete: false }), blank);
        assert.deepEqual(registration({ getProtect: true, getRetainondelete: true }), {
            ...blank,
            protect: true,
            retainOnDelete: true,
        });
        assert.deepEqual(registration({ getDeletebeforereplace: true }), {
            ...blank,
            deleteBeforeReplace: true,
        });
    });

    it("have URNs as aliases", () => {
        assert.deepEqual(registration({ getAliasesList: [URN] }), {
            ...blank,
            aliases: [{ urn: URN }],
        });
    });
});

describe("hooks and timeouts", () => {
    it("that nobody set are none", () => {
        assert.deepEqual(decodeHooks(undefined), {});
        assert.deepEqual(decodeHooks(null), {});
        assert.deepEqual(decodeTimeouts(undefined), { create: 0, update: 0, delete: 0 });
        assert.deepEqual(decodeTimeouts(null), { create: 0, update: 0, delete: 0 });
    });

    it("are kept by moment and by operation", () => {
        const hooks = oldMessage({ getBeforeCreateList: ["a", "b"], getAfterDeleteList: ["c"] });
        assert.deepEqual(decodeHooks(hooks), { beforeCreate: ["a", "b"], afterDelete: ["c"] });
        const timeouts = oldMessage({ getCreate: "1h1m1s", getUpdate: "", getDelete: "0" });
        assert.deepEqual(decodeTimeouts(timeouts), { create: 3661, update: 0, delete: 0 });
    });

    it("accepts every form in which Go writes a number and a microsecond", () => {
        assert.deepEqual(["1.s", ".5s", "1\u00b5s", "1\u03bcs"].map(seconds), [1, 0.5, 1e-6, 1e-6]);
    });

    it("reports a number that is none", () => {
        for (const text of [".s", "1.2.3s", "1..s", "s1"]) {
            assert.throws(() => seconds(text), {
                message: `unable to parse customTimeout Value ${text}`,
            });
        }
    });
});
