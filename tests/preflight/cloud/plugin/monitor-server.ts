import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { createSimulation } from "../../../../preflight/cloud";
import { Engine } from "../../../../preflight/engine/engine";
import { loadSdk } from "../../../../preflight/engine/sdk";
import { createSdkClient } from "../../../../preflight/engine/sdk-client";
import type { Monitor } from "../../../../preflight/engine/monitor";

type Method = (request: unknown, answer: (error: unknown, response?: unknown) => void) => void;

/** Preflight's engine, with its resource monitor served as the real one is. */
export class MonitorServer {
    /** What plugins said to the engine's log. */
    public readonly warnings: { readonly urn: string; readonly message: string }[] = [];

    private constructor(
        public readonly engine: Engine,
        public readonly monitor: Monitor,
        public readonly address: string,
        private readonly server: grpc.Server,
    ) {}

    public static async start(mode: "preview" | "up"): Promise<MonitorServer> {
        const engine = new Engine({
            project: "shop",
            stack: "dev",
            organization: "organization",
            mode,
            config: { "aws:region": "eu-west-1" },
            secretConfigKeys: [],
            installedVersion: () => "7.48.0",
            simulation: createSimulation({ sdkRoots: [process.cwd()] }),
        });
        const { client, monitor } = createSdkClient(loadSdk(process.cwd()), engine, process.cwd());
        const server = new grpc.Server();
        const methods = Object.entries(client as Record<string, Method>).map(
            ([name, method]): [string, grpc.handleUnaryCall<unknown, unknown>] => [
                name,
                ({ request }, callback) => {
                    method(request, callback as (error: unknown, response?: unknown) => void);
                },
            ],
        );
        server.addService(ResourceMonitorService, Object.fromEntries(methods));
        const port = await new Promise<number>((resolve, reject) => {
            server.bindAsync(
                "127.0.0.1:0",
                grpc.ServerCredentials.createInsecure(),
                (error, bound) => {
                    if (error === null) resolve(bound);
                    else reject(error);
                },
            );
        });
        const served = new MonitorServer(engine, monitor, `127.0.0.1:${port}`, server);
        const log: grpc.handleUnaryCall<LogRequest, Empty> = ({ request }, callback) => {
            served.warnings.push({ urn: request.getUrn(), message: request.getMessage() });
            callback(null, new Empty());
        };
        server.addService(EngineService, { log });
        return served;
    }

    public stop(): void {
        this.server.forceShutdown();
    }
}
