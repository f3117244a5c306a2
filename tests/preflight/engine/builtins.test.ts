import assert from "node:assert/strict";
import { builtinInvoke } from "../../../preflight/engine/builtin-functions";
import {
    builtinCreate,
    builtinRead,
    isBuiltin,
    simulatedId,
} from "../../../preflight/engine/builtins";
import { Engine } from "../../../preflight/engine/engine";
import type { Mode } from "../../../preflight/engine/graph";
import { blankRegistration } from "../../../preflight/engine/registration";
import { UNKNOWN } from "../../../preflight/values";
import { createSimulation } from "./fake-simulation";

const REFERENCE = "pulumi:pulumi:StackReference";
const STASH = "pulumi:index:Stash";

function createEngine(mode: Mode): Engine {
    return new Engine({
        project: "p",
        stack: "dev",
        organization: "org",
        mode,
        config: {},
        secretConfigKeys: [],
        simulation: createSimulation(),
    });
}

describe("types that the engine serves itself", () => {
    it("are stack references, stashes and dynamic providers' resources", () => {
        const types = [REFERENCE, STASH, "pulumi-nodejs:dynamic:Resource"];
        assert.deepEqual(types.map(isBuiltin), [true, true, true]);
        assert.equal(isBuiltin("pulumi-nodejs:dynamic/mod:Thing"), true);
        assert.equal(isBuiltin("pulumi-nodejs:dynamics:Thing"), false);
        assert.equal(isBuiltin("aws:s3/bucket:Bucket"), false);
    });

    it("keep in a stash what goes in", () => {
        assert.deepEqual(builtinCreate(STASH, "1", { input: { a: 1 }, other: 2 }), {
            id: "1",
            outputs: { input: { a: 1 }, output: { a: 1 } },
            guessed: false,
        });
    });

    it("guess that a dynamic provider's resource has its inputs as outputs, made or read", () => {
        const guess = { id: "1", outputs: { size: 3 }, guessed: true };
        const type = "pulumi-nodejs:dynamic:Resource";
        assert.deepEqual(builtinCreate(type, "1", { size: 3 }), guess);
        assert.deepEqual(builtinRead(type, "1", { size: 3 }), guess);
    });

    it("know no outputs of another stack", () => {
        const empty = { name: "o/p/s", outputs: {}, secretOutputNames: [] };
        assert.deepEqual(builtinCreate(REFERENCE, "1", { name: "o/p/s" }), {
            id: "1",
            outputs: empty,
            guessed: false,
        });
        assert.deepEqual(builtinRead(REFERENCE, "ref", { name: "o/p/s" }), {
            id: "ref",
            outputs: empty,
            guessed: false,
        });
        assert.deepEqual(builtinRead(REFERENCE, "o/p/s", {}), {
            id: "o/p/s",
            outputs: empty,
            guessed: false,
        });
    });

    it("get the same id in every run, another one for another URN", () => {
        assert.equal(simulatedId("urn:a"), simulatedId("urn:a"));
        assert.notEqual(simulatedId("urn:a"), simulatedId("urn:b"));
        assert.match(
            simulatedId("urn:a"),
            /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
        );
    });
});

describe("functions that the engine serves itself", () => {
    it("give a resource of the stack, without an id while it has none", async () => {
        for (const [mode, id, arn] of [
            ["up", "thing-id", "arn:thing"],
            ["preview", "", UNKNOWN],
        ] as const) {
            const engine = createEngine(mode);
            const { urn } = await engine.step(
                await engine.completed({
                    ...blankRegistration("own:index:Thing", "thing"),
                    inputs: { size: 1 },
                }),
            );
            assert.deepEqual(builtinInvoke(engine, "pulumi:pulumi:getResource", { urn }), {
                urn,
                id,
                state: { size: 1, arn },
            });
        }
    });

    it("reports a URN that is not in the stack", () => {
        assert.throws(
            () => builtinInvoke(createEngine("up"), "pulumi:pulumi:getResource", { urn: "urn:x" }),
            { message: "unknown resource urn:x" },
        );
    });

    it("answer for another stack with no outputs and a note", () => {
        for (const [token, args] of [
            ["pulumi:pulumi:readStackOutputs", { name: "o/p/s" }],
            ["pulumi:pulumi:readStackResourceOutputs", { stackName: "o/p/s" }],
        ] as const) {
            const engine = createEngine("up");
            assert.deepEqual(builtinInvoke(engine, token, args), {
                name: "o/p/s",
                outputs: {},
                secretOutputNames: [],
            });
            assert.deepEqual(engine.notes, [
                {
                    kind: "stack-reference",
                    message: "outputs of stack o/p/s are not known offline",
                },
            ]);
        }
    });

    it("leave every other function to its provider", () => {
        const engine = createEngine("up");
        assert.equal(builtinInvoke(engine, "aws:index/getRegion:getRegion", {}), undefined);
        assert.deepEqual(engine.notes, []);
    });
});
