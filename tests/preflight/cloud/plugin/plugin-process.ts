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
const NO_ENGINE = "127.0.0.1:1";

/** A plugin in a process of its own, started as the engine starts it. */
export class PluginProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: ResourceProviderClient,
    ) {}

    /** Starts `aws` or `awsx`, from source. */
    public static start(
        name: string,
        environment: NodeJS.ProcessEnv = {},
        engine = NO_ENGINE,
    ): Promise<PluginProcess> {
        const entry = join(ROOT, "preflight/cloud/plugin", `${name}.ts`);
        const args = ["-r", "ts-node/register/transpile-only", entry, engine];
        return PluginProcess.launch(args, environment);
    }

    /** Starts it as `npm run build` made it. */
    public static startBuilt(name: string): Promise<PluginProcess> {
        const entry = join(ROOT, "dist/preflight/cloud/plugin", `${name}.js`);
        return PluginProcess.launch([entry, NO_ENGINE], {});
    }

    private static async launch(
        args: readonly string[],
        environment: NodeJS.ProcessEnv,
    ): Promise<PluginProcess> {
        const child = spawn(process.execPath, args, {
            cwd: ROOT,
            stdio: ["pipe", "pipe", "inherit"],
            env: { ...process.env, ...environment },
        });
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

    public diff(urn: string, id: string, olds: Props, news: Props): Promise<proto.DiffResponse> {
        const request = new proto.DiffRequest()
            .setUrn(urn)
            .setId(id)
            .setOldInputs(structOf(olds))
            .setOlds(structOf(olds))
            .setNews(structOf(news));
        return this.call("diff", request);
    }

    public async read(
        urn: string,
        id: string,
        known: { readonly inputs?: Props; readonly state: Props },
    ): Promise<{ readonly id: string; readonly inputs: Props; readonly outputs: Props }> {
        const request = new proto.ReadRequest()
            .setUrn(urn)
            .setId(id)
            .setProperties(structOf(known.state));
        if (known.inputs !== undefined) request.setInputs(structOf(known.inputs));
        const response = await this.call("read", request);
        return {
            id: response.getId(),
            inputs: propsOf(response.getInputs()),
            outputs: propsOf(response.getProperties()),
        };
    }

    public async update(
        urn: string,
        id: string,
        oldInputs: Props,
        olds: Props,
        news: Props,
    ): Promise<Props> {
        const request = new proto.UpdateRequest()
            .setUrn(urn)
            .setId(id)
            .setOldInputs(structOf(oldInputs))
            .setOlds(structOf(olds))
            .setNews(structOf(news));
        return propsOf((await this.call("update", request)).getProperties());
    }

    public async delete(urn: string, id: string, inputs: Props, outputs: Props): Promise<void> {
        const request = new proto.DeleteRequest()
            .setUrn(urn)
            .setId(id)
            .setOldInputs(structOf(inputs))
            .setProperties(structOf(outputs));
        await this.call("delete", request);
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
