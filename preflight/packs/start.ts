import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Socket } from "node:net";
import * as path from "node:path";
import * as readline from "node:readline";
import type { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { CALL_TIMEOUT_MS, type Channel, introduce, type Methods } from "./client";
import { type PackManifest, readManifest } from "./manifest";
import { type Pack, PackError, type PackSource, type StackContext } from "./pack";

/** How long packs may take. */
export interface StartOptions {
    /**
     * Until a pack serves, milliseconds.
     * @defaultValue 120000: a pack in TypeScript is type-checked first
     */
    readonly startTimeoutMs?: number;
    /**
     * For one call of a pack, milliseconds.
     * @defaultValue 120000
     */
    readonly callTimeoutMs?: number;
}

/** How long a pack may take to start: in TypeScript 6 s on an idle machine. */
export const START_TIMEOUT_MS = 120_000;

/** What the SDK allows, too: 400 MB. */
const MAX_MESSAGE = 400 * 1024 * 1024;

/**
 * Starts a pack in a process of its own and talks gRPC to it, as the engine's language host does: `node` with the
 * runner of the pack's own SDK copy, in the pack's folder; the first line it prints is its port.
 * @throws {PackError}
 */
export async function startPack(
    source: PackSource,
    context: StackContext,
    options: StartOptions = {},
): Promise<Pack> {
    const manifest = readManifest(source.dir);
    const child = launch(manifest, context);
    const address = await waitForPort(
        manifest.dir,
        child,
        options.startTimeoutMs ?? START_TIMEOUT_MS,
    );
    leaveAlone(child);
    const origin = {
        ...source,
        dir: manifest.dir,
        ...(manifest.version === undefined ? {} : { version: manifest.version }),
    };
    return introduce(
        origin,
        connect(address, child, options.callTimeoutMs ?? CALL_TIMEOUT_MS),
        context,
    );
}

type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

function launch(manifest: PackManifest, context: StackContext): Child {
    const { dir, nodeArgs } = manifest;
    const child = spawn(process.execPath, [...nodeArgs, findRunner(dir), "127.0.0.1:1", dir], {
        cwd: dir,
        env: {
            ...process.env,
            PULUMI_NODEJS_ORGANIZATION: context.organization,
            PULUMI_NODEJS_PROJECT: context.project,
            PULUMI_NODEJS_STACK: context.stack,
            PULUMI_NODEJS_DRY_RUN: String(context.preview),
            PULUMI_CONFIG: JSON.stringify(context.config),
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
}

/** A pack that is left behind keeps the caller's standard error open, and a pipe that never ends hangs its reader. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
});

/** A serving pack must not keep this process busy: an idle event loop is how the gate sees that a program is done. */
function leaveAlone(child: Child): void {
    child.unref();
    // A child's pipes are sockets, whatever the types say.
    for (const pipe of [child.stdout, child.stderr]) (pipe as unknown as Socket).unref();
}

function findRunner(dir: string): string {
    try {
        return createRequire(path.join(dir, "package.json")).resolve(
            "@pulumi/pulumi/cmd/run-policy-pack",
        );
    } catch {
        throw new PackError(
            dir,
            "no @pulumi/pulumi",
            "the pack's dependencies to be installed: run `npm install` in its folder",
        );
    }
}

/** Waits for the port; whatever else the pack prints goes to standard error, or into the error if it does not serve. */
function waitForPort(dir: string, child: Child, timeoutMs: number): Promise<string> {
    const said: string[] = [];
    let serves = false;
    const print = (text: string): void => {
        if (serves) process.stderr.write(text);
        else said.push(text);
    };
    child.stderr.on("data", (chunk: Buffer) => {
        print(chunk.toString());
    });
    return new Promise((resolve, reject) => {
        const fail = (found: string): void => {
            clearTimeout(timer);
            child.kill("SIGKILL");
            reject(
                new PackError(
                    dir,
                    found,
                    "a pack that makes one PolicyPack and serves it",
                    readable(dir, said.join("")),
                ),
            );
        };
        const timer = setTimeout(() => {
            fail(`no port after ${timeoutMs / 1000} s`);
        }, timeoutMs);
        child.once("error", (error) => {
            fail(error.message);
        });
        child.once("close", (code, signal) => {
            fail(`a process that ended with ${String(code ?? signal)} before it served`);
        });
        readline.createInterface({ input: child.stdout }).on("line", (line) => {
            if (serves || !/^\d+$/.test(line)) {
                print(`${line}\n`);
                return;
            }
            serves = true;
            clearTimeout(timer);
            process.stderr.write(said.join(""));
            resolve(`127.0.0.1:${line}`);
        });
    });
}

/** What a pack's runner says of an error, without colours and without the frames that are not the pack's. */
function readable(dir: string, said: string): string {
    const lines = stripVTControlCharacters(said).trim().split("\n");
    return lines
        .filter((line) => !/^\s+at /.test(line) || line.includes(`${dir}${path.sep}`))
        .join("\n");
}

type Client = Record<
    keyof Methods,
    (
        request: unknown,
        options: { deadline: number },
        callback: (error: Error | null, response: unknown) => void,
    ) => void
> & { close(): void };

function connect(address: string, child: Child, timeoutMs: number): Channel {
    // gRPC takes a quarter of a second to load and is needed for isolated packs only
    /* eslint-disable @typescript-eslint/no-require-imports -- loaded only when a pack has a process of its own */
    const grpc = require("@grpc/grpc-js") as typeof import("@grpc/grpc-js");
    const rpc = require("@pulumi/pulumi/proto/analyzer_grpc_pb") as {
        AnalyzerClient: new (address: string, credentials: unknown, options: object) => Client;
    };
    /* eslint-enable @typescript-eslint/no-require-imports */
    const client = new rpc.AnalyzerClient(address, grpc.credentials.createInsecure(), {
        "grpc.max_receive_message_length": MAX_MESSAGE,
        "grpc.max_send_message_length": MAX_MESSAGE,
    });
    return {
        inProcess: false,
        call: (method, request) =>
            new Promise((resolve, reject) => {
                client[method](request, { deadline: Date.now() + timeoutMs }, (error, response) => {
                    if (error) reject(error);
                    else resolve(response);
                });
            }),
        close: async () => {
            client.close();
            if (child.exitCode !== null || child.signalCode !== null) return;
            child.ref();
            const ended = new Promise((resolve) => child.once("exit", resolve));
            child.kill("SIGKILL");
            await ended;
        },
    };
}
