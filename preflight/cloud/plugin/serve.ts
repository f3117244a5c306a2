import { fstatSync } from "node:fs";
import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import type * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** The calls that an engine makes, each with its request and its response. */
export interface Calls {
    handshake: [proto.ProviderHandshakeRequest, proto.ProviderHandshakeResponse];
    getSchema: [proto.GetSchemaRequest, proto.GetSchemaResponse];
    checkConfig: [proto.CheckRequest, proto.CheckResponse];
    diffConfig: [proto.DiffRequest, proto.DiffResponse];
    configure: [proto.ConfigureRequest, proto.ConfigureResponse];
    invoke: [proto.InvokeRequest, proto.InvokeResponse];
    check: [proto.CheckRequest, proto.CheckResponse];
    diff: [proto.DiffRequest, proto.DiffResponse];
    create: [proto.CreateRequest, proto.CreateResponse];
    read: [proto.ReadRequest, proto.ReadResponse];
    update: [proto.UpdateRequest, proto.UpdateResponse];
    delete: [proto.DeleteRequest, Empty];
    construct: [proto.ConstructRequest, proto.ConstructResponse];
    cancel: [Empty, Empty];
    getPluginInfo: [Empty, plugin.PluginInfo];
    attach: [plugin.PluginAttach, Empty];
    getMapping: [proto.GetMappingRequest, proto.GetMappingResponse];
    getMappings: [proto.GetMappingsRequest, proto.GetMappingsResponse];
}

/** What a provider answers; a call that is not here is answered with "unimplemented", as gRPC does. */
export type Methods = {
    readonly [M in keyof Calls]?: (request: Calls[M][0]) => Calls[M][1] | Promise<Calls[M][1]>;
};

/** What the cloud refuses, in contrast to what breaks: the engine then knows that nothing has happened. */
export class Refusal extends Error {
    public constructor(
        public readonly code: grpc.status,
        cause: unknown,
    ) {
        super(wordsOf(cause), { cause });
    }
}

/** What the SDK allows, too: 400 MB. */
export const MAX_MESSAGE = 400 * 1024 * 1024;

/**
 * Serves a provider as the engine expects of a plugin: the first line on standard output is the port. Ends when the engine,
 * which holds the other end of standard input, is gone.
 */
export async function serve(methods: Methods): Promise<void> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": MAX_MESSAGE });
    server.addService(ResourceProviderService, handlers(methods));
    const bind = promisify(server.bindAsync.bind(server));
    const port = await bind("127.0.0.1:0", grpc.ServerCredentials.createInsecure());
    process.stdout.write(`${port}\n`);
    endWithEngine();
}

function handlers(methods: Methods): grpc.UntypedServiceImplementation {
    const served: grpc.UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(methods)) {
        const answer = method as (request: unknown) => unknown;
        const handle: grpc.handleUnaryCall<unknown, unknown> = ({ request }, callback) => {
            void Promise.resolve()
                .then(() => answer(request))
                .then(
                    (response) => {
                        callback(null, response);
                    },
                    (error: unknown) => {
                        const code = error instanceof Refusal ? error.code : grpc.status.UNKNOWN;
                        callback({ code, details: wordsOf(error) });
                    },
                );
        };
        served[name] = handle;
    }
    return served;
}

/** gRPC puts its code before the words of an error; they alone are in `details`. */
function wordsOf(error: unknown): string {
    const { details, message } = error as {
        readonly details?: unknown;
        readonly message?: unknown;
    };
    return typeof details === "string" && details !== "" ? details : String(message);
}

/** A plugin that outlives a killed engine would stay for ever. A file or a terminal as standard input says nothing. */
function endWithEngine(): void {
    const input = fstatSync(0);
    if (!input.isFIFO() && !input.isSocket()) return;
    process.stdin.on("end", () => process.exit(0)).resume();
}
