import { createRequire } from "node:module";
import { borrowProcess, withoutExit } from "./borrowed-process";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { CALL_TIMEOUT_MS, type Channel, introduce, type Methods, Unimplemented } from "./client";
import { readLate } from "./late-properties";
import { type PackManifest, readManifest } from "./manifest";
import { type Pack, PackError, type PackSource, type StackContext } from "./pack";
import { PrivateModules } from "./private-modules";
import { START_TIMEOUT_MS, type StartOptions, startPack } from "./start";
import { createCompiler } from "./typescript";

type Handler = (
    call: { request: unknown },
    callback: (error: Error | null, response: unknown) => void,
) => void;
type Handlers = Readonly<Partial<Record<keyof Methods, Handler>>>;

/**
 * Loads a pack into this process: the real pack on the real @pulumi/policy, called through the handlers that it hands
 * to its gRPC server. A pack that is an ES module gets a process of its own, because Node's ES-module loader cannot
 * give two packs two instances of @pulumi/policy.
 * @throws {PackError}
 */
export async function loadPack(
    source: PackSource,
    context: StackContext,
    options: StartOptions = {},
): Promise<Pack> {
    const manifest = readManifest(source.dir);
    if (manifest.esModule) return startPack(source, context, options);
    const handlers = await oneAtATime(() =>
        load(manifest, context, options.startTimeoutMs ?? START_TIMEOUT_MS),
    );
    const origin = {
        ...source,
        dir: manifest.dir,
        ...(manifest.version === undefined ? {} : { version: manifest.version }),
    };
    return introduce(origin, direct(handlers, options.callTimeoutMs ?? CALL_TIMEOUT_MS), context);
}

let last: Promise<unknown> = Promise.resolve();

/** Loading borrows the process's working directory, exit and console: two packs must not do so at once. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
}

async function load(
    manifest: PackManifest,
    context: StackContext,
    timeoutMs: number,
): Promise<Handlers> {
    const { dir, entry, sdk } = manifest;
    let handlers: Handlers | undefined;
    const substitute = (request: string, real: () => unknown): unknown =>
        request === "@grpc/grpc-js"
            ? withServer(real() as object, (taken) => (handlers = taken))
            : undefined;
    const modules = new PrivateModules(dir, sdk, { compile: createCompiler(dir), substitute });
    const printed = await borrowProcess(dir, async () => {
        tellSdk(sdk, context);
        readLate(sdk, (file) => modules.load(file));
        const exported = modules.load(entry);
        // as the runner does (sdk/nodejs/cmd/run-policy-pack/run.ts)
        const work = exported instanceof Function ? (exported as () => unknown)() : exported;
        await inTime(work, timeoutMs);
    });
    if (handlers) {
        if (printed !== "") process.stderr.write(`${printed}\n`);
        return handlers;
    }
    throw new PackError(
        dir,
        "no PolicyPack",
        "an entry that makes one with the @pulumi/policy installed for it",
        printed,
    );
}

async function inTime(work: unknown, timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`not loaded after ${timeoutMs / 1000} s`));
        }, timeoutMs);
    });
    await Promise.race([work, late]).finally(() => {
        clearTimeout(timer);
    });
}

/** grpc-js with a server that keeps the service's handlers instead of opening a port. */
function withServer(grpc: object, take: (handlers: Handlers) => void): object {
    class Server {
        addService(_definition: unknown, handlers: Handlers): void {
            take(handlers);
        }
        bindAsync(): void {
            // nothing listens
        }
        start(): void {
            // older SDKs start what they bound
        }
    }
    return Object.create(grpc, { Server: { value: Server } }) as object;
}

/** What `pulumi.getProject()` and `new pulumi.Config()` tell a pack; the runner takes it from the environment. */
function tellSdk(sdk: string, context: StackContext): void {
    const require = createRequire(`${sdk}/index.js`);
    const settings = require("@pulumi/pulumi/runtime/settings") as Partial<
        Record<string, (value: unknown) => void>
    >;
    settings["_setProject"]?.(context.project);
    settings["_setStack"]?.(context.stack);
    settings["_setOrganization"]?.(context.organization);
    settings["_setIsDryRun"]?.(context.preview);
    const config = require("@pulumi/pulumi/runtime/config") as {
        setAllConfig(config: Record<string, string>, secretKeys: string[]): void;
    };
    config.setAllConfig({ ...context.config }, [...context.secretConfigKeys]);
}

/** Calls a service's handlers as its gRPC server would. */
function direct(handlers: Handlers, timeoutMs: number): Channel {
    return {
        inProcess: true,
        call: (method, request) =>
            new Promise((resolve, reject) => {
                const handler = handlers[method];
                if (!handler) {
                    reject(new Unimplemented(`${method} is not implemented`));
                    return;
                }
                // Also keeps the process alive while a policy waits for something that never comes.
                const timer = setTimeout(() => {
                    reject(new Error(`no answer after ${timeoutMs / 1000} s`));
                }, timeoutMs);
                withoutExit((done) => {
                    handler({ request }, (error, response) => {
                        done();
                        clearTimeout(timer);
                        if (error) reject(error);
                        else resolve(ours(method, response));
                    });
                });
            }),
        close: () => Promise.resolve(),
    };
}

const RESPONSES = {
    getAnalyzerInfo: proto.AnalyzerInfo,
    analyze: proto.AnalyzeResponse,
    analyzeStack: proto.AnalyzeResponse,
    remediate: proto.RemediateResponse,
};

/** A message of the pack's own copy of the protocol, which may be older, becomes one of ours as on the wire. */
function ours(method: keyof Methods, response: unknown): unknown {
    const known = (RESPONSES as unknown as Partial<Record<string, (typeof RESPONSES)["analyze"]>>)[
        method
    ];
    if (!known || response instanceof known) return response;
    return known.deserializeBinary((response as proto.AnalyzeResponse).serializeBinary());
}
