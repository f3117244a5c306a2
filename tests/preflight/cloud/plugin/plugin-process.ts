import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import * as readline from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Calls } from "../../../../preflight/cloud/plugin/serve";
import { propsOf, structOf } from "../../../../preflight/cloud/plugin/structs";
import type { Props } from "../../../../preflight/values";

const ROOT = join(__dirname, "../../../..");

/** Nobody listens there; the plugins need no engine but for components. */
export const NO_ENGINE = "127.0.0.1:1";

/** A plugin in a process of its own, started as the engine starts it. */
export class PluginProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: ResourceProviderClient,
    ) {}

    /** Starts `aws` or `awsx`, from source. */
    public static async start(
        name: string,
        environment: NodeJS.ProcessEnv = {},
    ): Promise<PluginProcess> {
        const entry = join(ROOT, "preflight/cloud/plugin", `${name}.ts`);
        const child = spawn(
            process.execPath,
            ["-r", "ts-node/register/transpile-only", entry, NO_ENGINE],
            {
                cwd: ROOT,
                stdio: ["pipe", "pipe", "inherit"],
                env: { ...process.env, ...environment },
            },
        );
        const port = await new Promise<string>((resolve, reject) => {
            readline.createInterface({ input: child.stdout }).once("line", resolve);
            child.once("exit", (code) => {
                reject(new Error(`the plugin ended with ${String(code)} before it served`));
            });
        });
        const address = `127.0.0.1:${port}`;
        const client = new ResourceProviderClient(address, grpc.credentials.createInsecure());
        return new PluginProcess(child, client);
    }

    public call<M extends keyof Calls>(method: M, request: Calls[M][0]): Promise<Calls[M][1]> {
        const client = this.client as unknown as Record<
            M,
            (
                request: Calls[M][0],
                callback: (error: Error | null, response: Calls[M][1]) => void,
            ) => void
        >;
        return new Promise((resolve, reject) => {
            client[method](request, (error, response) => {
                if (error === null) resolve(response);
                else reject(error);
            });
        });
    }

    /** Configures the plugin as a provider resource with these inputs. */
    public async configure(urn: string, inputs: Props): Promise<void> {
        const request = new proto.ConfigureRequest()
            .setUrn(urn)
            .setArgs(structOf(inputs))
            .setAcceptsecrets(true)
            .setAcceptresources(true);
        await this.call("configure", request);
    }

    public async check(urn: string, news: Props, olds: Props = {}): Promise<Props> {
        const request = new proto.CheckRequest()
            .setUrn(urn)
            .setOlds(structOf(olds))
            .setNews(structOf(news));
        return propsOf((await this.call("check", request)).getInputs());
    }

    public async create(
        urn: string,
        inputs: Props,
        preview = false,
    ): Promise<{ readonly id: string; readonly outputs: Props }> {
        const request = new proto.CreateRequest()
            .setUrn(urn)
            .setProperties(structOf(inputs))
            .setPreview(preview);
        const response = await this.call("create", request);
        return { id: response.getId(), outputs: propsOf(response.getProperties()) };
    }

    public async invoke(token: string, args: Props): Promise<Props> {
        const request = new proto.InvokeRequest().setTok(token).setArgs(structOf(args));
        return propsOf((await this.call("invoke", request)).getReturn());
    }

    /** Ends the process as the engine's end does, and waits for it. */
    public async stop(): Promise<void> {
        this.client.close();
        const ended = new Promise((resolve) => this.child.once("exit", resolve));
        this.child.stdin?.end();
        await ended;
    }
}
