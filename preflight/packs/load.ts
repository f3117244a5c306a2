import { createRequire } from "node:module";
import { format } from "node:util";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { CALL_TIMEOUT_MS, type Channel, introduce, type Methods, Unimplemented } from "./client";
import { type PackManifest, readManifest } from "./manifest";
import { type Pack, PackError, type PackSource, type StackContext } from "./pack";
import { PrivateModules } from "./private-modules";
import { type StartOptions, startPack } from "./start";
import { withoutStack } from "./protocol";
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
    const handlers = await oneAtATime(() => load(manifest, context));
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

async function load(manifest: PackManifest, context: StackContext): Promise<Handlers> {
    const { dir, entry, sdk } = manifest;
    let handlers: Handlers | undefined;
    const substitute = (request: string, real: () => unknown): unknown =>
        request === "@grpc/grpc-js"
            ? withServer(real() as object, (taken) => (handlers = taken))
            : undefined;
    const modules = new PrivateModules(dir, sdk, { compile: createCompiler(dir), substitute });
    const output = await borrowProcess(dir, async () => {
        tellSdk(sdk, context);
        const exported = modules.load(entry);
        // as the runner does (sdk/nodejs/cmd/run-policy-pack/run.ts)
        await (exported instanceof Function ? (exported as () => unknown)() : exported);
    });
    if (handlers) return handlers;
    const said = output === "" ? "" : ` (it printed: ${output})`;
    throw new PackError(
        dir,
        `no PolicyPack${said}`,
        "an entry that makes one `new PolicyPack(…)` of the @pulumi/policy beside it",
    );
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

class Exit extends Error {
    constructor(readonly code: unknown) {
        super(`process.exit(${String(code ?? "")})`);
    }
}

/**
 * Runs a pack's top level as if the process were its own: in its folder, with an exit that ends only the pack, and with
 * standard output kept for reports.
 * @returns what it printed
 */
async function borrowProcess(dir: string, work: () => Promise<void>): Promise<string> {
    const cwd = process.cwd();
    const { exit } = process;
    const { log, info, error: logError } = console;
    const printed: string[] = [];
    const print = (...values: unknown[]): void => void printed.push(format(...values));
    process.chdir(dir);
    process.exit = (code) => {
        throw new Exit(code);
    };
    Object.assign(console, { log: print, info: print, error: print });
    try {
        await work();
        if (printed.length > 0) process.stderr.write(`${printed.join("\n")}\n`);
        return printed.join("\n");
    } catch (error) {
        if (error instanceof PackError) throw error;
        const said = [describe(error), ...printed].join("\n");
        throw new PackError(
            dir,
            `an entry that does not load: ${said}`,
            "a pack that loads without an error",
        );
    } finally {
        Object.assign(console, { log, info, error: logError });
        process.exit = exit;
        process.chdir(cwd);
    }
}

function describe(error: unknown): string {
    if (!(error instanceof Error)) return format(error);
    return withoutStack(error.stack ?? error.message);
}

/** Calls a service's handlers as its gRPC server would. */
function direct(handlers: Handlers, timeoutMs: number): Channel {
    return {
        inProcess: true,
        call: (method, request) =>
            new Promise((resolve, reject) => {
                const handler = handlers[method];
                if (!handler) {
                    reject(new Unimplemented(method));
                    return;
                }
                // Also keeps the process alive while a policy waits for something that never comes.
                const timer = setTimeout(() => {
                    reject(new Error(`no answer after ${timeoutMs / 1000} s`));
                }, timeoutMs);
                handler({ request }, (error, response) => {
                    clearTimeout(timer);
                    if (error) reject(error);
                    else resolve(ours(method, response) as never);
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
