import assert from "node:assert/strict";
import { trackPromises, type WaitingFor } from "../../../preflight/engine/promise-tracking";
import type { Sdk } from "../../../preflight/engine/sdk";

type Debuggable = <T>(promise: Promise<T>, context?: unknown) => Promise<T>;

function tracked(): { remember: Debuggable; waitingFor: WaitingFor } {
    const modules = { "runtime/debuggable": {} as { debuggablePromise: Debuggable } };
    const waitingFor = trackPromises({
        load: (name: keyof typeof modules) => modules[name],
    } as unknown as Sdk);
    return { remember: modules["runtime/debuggable"].debuggablePromise, waitingFor };
}

describe("the resources that a run waits for", () => {
    it("are those whose URN is not known yet", async () => {
        const { remember, waitingFor } = tracked();
        const resolve: (() => void)[] = [];
        const pending = (context: string): Promise<void> =>
            remember(new Promise<void>((done) => resolve.push(done)), context);
        const first = pending("resolveURN(resource:a b[aws:s3/bucket:Bucket])");
        const second = pending("resolveURN(resource:c[aws:sqs/queue:Queue]#remote)");
        assert.deepEqual(waitingFor(), ["a b (aws:s3/bucket:Bucket)", "c (aws:sqs/queue:Queue)"]);
        resolve[0]!();
        await first;
        assert.deepEqual(waitingFor(), ["c (aws:sqs/queue:Queue)"]);
        resolve[1]!();
        await second;
        assert.deepEqual(waitingFor(), []);
    });

    it("are not waited for when they failed", async () => {
        const { remember, waitingFor } = tracked();
        const failing = remember(Promise.reject(new Error("no")), "resolveURN(resource:a[b:c:D])");
        await assert.rejects(failing, { message: "no" });
        assert.deepEqual(waitingFor(), []);
    });

    it("are never other promises, which come back as they are", () => {
        const { remember, waitingFor } = tracked();
        for (const context of [
            undefined,
            7,
            "resolveID(resource:a[b:c:D])",
            "resolveURN(resource:a)",
        ]) {
            const promise = new Promise(() => undefined);
            assert.equal(remember(promise, context), promise);
        }
        assert.deepEqual(waitingFor(), []);
    });
});
