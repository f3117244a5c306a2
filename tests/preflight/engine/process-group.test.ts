import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { endGroup, endWithThisProcess } from "../../../preflight/engine/process-group";
import { context } from "../packs/support";
import { removePrograms, writeProgram } from "./programs";

const ROOT = join(__dirname, "..", "..", "..");

/** What the program does after it has started a process of its own and said so. */
const BUSY = "for (;;) {}";
const WAITING = "setInterval(() => undefined, 1000);";

const PACK = {
    "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
    "pack/package.json": '{ "name": "witnessed", "version": "1.0.0", "main": "index.js" }',
    "pack/index.js": `
        const { PolicyPack } = require("@pulumi/policy");
        require("node:net").connect(Number(process.env.WITNESS)).on("error", () => undefined).unref();
        new PolicyPack("witnessed", {
            policies: [{ name: "any", description: "Any.", enforcementLevel: "advisory", validateResource: () => undefined }],
        });
    `,
};

interface Run {
    readonly parent: ChildProcess;
    /** All that parent and program wrote; complete once no process is left that may write. */
    readonly ended: Promise<string>;
    /** The program runs, and an isolated pack is served. */
    readonly running: Promise<Socket>;
}

describe("what a run started", () => {
    let witness: Server;
    const workers: number[] = [];

    before(async () => {
        witness = createServer();
        await once(witness.listen(0, "127.0.0.1"), "listening");
    });
    after(() => {
        witness.close();
        removePrograms();
    });
    afterEach(() => {
        // Only a test that failed leaves some.
        for (const pid of workers.splice(0)) {
            try {
                process.kill(-pid, "SIGKILL");
            } catch {
                // Ended, as it should have.
            }
        }
    });

    /** A gate in a process of its own, whose program is at work and whose one pack has a process of its own, too. */
    function start(then: string, { timeout = 50, onRunning = "" } = {}): Run {
        const dir = writeProgram({
            ...PACK,
            "index.js": `
                const { spawn } = require("node:child_process");
                spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: ["ignore", "ignore", "inherit"] });
                require("node:fs").writeSync(2, "running " + process.pid + "\\n");
                ${then}
            `,
        });
        const judging = {
            packs: [{ dir: join(dir, "pack") }],
            isolated: true,
            only: [],
            skip: [],
            context,
            environment: {},
        };
        const options = {
            dir,
            project: "sample",
            stack: "dev",
            mode: "up",
            config: {},
            timeout,
        };
        const follow = {
            simulation: join(__dirname, "fake-simulation"),
            after: {
                module: join(ROOT, "preflight/command/judge-run"),
                name: "judgeRun",
                remediate: "prepare",
                argument: judging,
            },
        };
        const script = `
            require("ts-node/register/transpile-only");
            const { launch } = require("./preflight/engine/launch");
            launch(${JSON.stringify(options)}, ${JSON.stringify(follow)}).catch((error) => {
                console.error("refused: " + error.message);
            });
            ${onRunning}
        `;
        const { port } = witness.address() as AddressInfo;
        const parent = spawn(process.execPath, ["-e", script], {
            cwd: ROOT,
            env: { ...process.env, WITNESS: String(port) },
            stdio: ["ignore", "ignore", "pipe"],
        });
        const connected = once(witness, "connection") as Promise<[Socket]>;
        let said = "";
        const spoken = new Promise<void>((resolve) => {
            parent.stderr.on("data", (bytes: Buffer) => {
                said += bytes.toString();
                const pid = /^running (\d+)$/m.exec(said)?.[1];
                if (pid === undefined) return;
                workers.push(Number(pid));
                resolve();
            });
        });
        // The program's processes write where the parent writes: `close` comes when the last of them is gone.
        const ended = once(parent, "close").then(() => said);
        const running = Promise.all([connected, spoken]).then(([[socket]]) => {
            socket.on("error", () => undefined).resume();
            return socket;
        });
        return { parent, ended, running };
    }

    for (const [what, then] of [
        ["busy", BUSY],
        ["waiting", WAITING],
    ] as const) {
        it(`ends with a gate that was killed, be the program ${what}`, async () => {
            const { parent, ended, running } = start(then);
            const pack = await running;
            const packEnded = once(pack, "close");
            parent.kill("SIGKILL");
            await Promise.all([ended, packEnded]);
            assert.equal(parent.signalCode, "SIGKILL");
        });
    }

    it("ends with a gate that is interrupted, which dies of the signal itself", async () => {
        const { parent, ended, running } = start(BUSY);
        const pack = await running;
        const packEnded = once(pack, "close");
        parent.kill("SIGINT");
        await Promise.all([ended, packEnded]);
        assert.equal(parent.signalCode, "SIGINT");
    });

    it("ends with a gate that exits, whose status stays as it is", async () => {
        const { parent, ended, running } = start(BUSY, {
            onRunning: 'process.on("SIGUSR2", () => process.exit(7));',
        });
        const pack = await running;
        const packEnded = once(pack, "close");
        parent.kill("SIGUSR2");
        await Promise.all([ended, packEnded]);
        assert.equal(parent.exitCode, 7);
    });

    it("ends when the time is up", async () => {
        const { parent, ended, running } = start(BUSY, { timeout: 15 });
        const pack = await running;
        const packEnded = once(pack, "close");
        const [said] = await Promise.all([ended, packEnded]);
        assert.match(said, /^refused: the program did not end within 15 seconds \(--timeout\)$/m);
        assert.equal(parent.exitCode, 0);
    });
});

describe("the end of a process group", () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, never called
    const { kill } = process;
    let killed: [number, unknown][];

    beforeEach(() => {
        killed = [];
        process.kill = (pid, signal) => {
            killed.push([pid, signal]);
            return true;
        };
    });
    afterEach(() => {
        process.kill = kill;
    });

    function leader(pid: number): ChildProcess {
        return Object.assign(new EventEmitter(), { pid }) as unknown as ChildProcess;
    }

    it("reaches the whole group, and nobody where no process was started", () => {
        endGroup({ pid: 4711 });
        endGroup({ pid: undefined });
        assert.deepEqual(killed, [[-4711, "SIGKILL"]]);
    });

    it("accepts a group that has ended, and reports one that is out of reach", () => {
        const failing = (code: string) => () => {
            throw Object.assign(new Error(code), { code });
        };
        process.kill = failing("ESRCH");
        endGroup({ pid: 4711 });
        process.kill = failing("EPERM");
        assert.throws(() => {
            endGroup({ pid: 4711 });
        }, /^Error: EPERM$/);
    });

    it("comes with a signal to this process, once, and lets it die of the signal", () => {
        const before = process.listenerCount("SIGHUP");
        const [first, second] = [leader(4711), leader(4712)];
        endWithThisProcess(first);
        endWithThisProcess(second);
        assert.equal(process.listenerCount("SIGHUP"), before + 1);
        process.listeners("SIGHUP").at(-1)!("SIGHUP");
        assert.deepEqual(killed, [
            [-4711, "SIGKILL"],
            [-4712, "SIGKILL"],
            [process.pid, "SIGHUP"],
        ]);
        assert.equal(process.listenerCount("SIGHUP"), before);
    });

    it("listens only while a child lives", () => {
        const before = ["exit", "SIGINT", "SIGTERM"].map((event) => process.listenerCount(event));
        const [first, second] = [leader(4711), leader(4712)];
        endWithThisProcess(first);
        endWithThisProcess(second);
        first.emit("exit");
        const during = ["exit", "SIGINT", "SIGTERM"].map((event) => process.listenerCount(event));
        assert.deepEqual(
            during,
            before.map((count) => count + 1),
        );
        process.listeners("exit").at(-1)!(0);
        assert.deepEqual(killed, [[-4712, "SIGKILL"]]);
        second.emit("exit");
        assert.deepEqual(
            ["exit", "SIGINT", "SIGTERM"].map((event) => process.listenerCount(event)),
            before,
        );
    });
});
