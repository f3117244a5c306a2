import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The engine's log, which shows what a plugin has to say with the resource that it says it of. */
export class EngineLog {
    private readonly client: EngineClient;

    public constructor(address: string) {
        this.client = new EngineClient(address, grpc.credentials.createInsecure());
    }

    /** Shows a warning. An engine that does not listen misses it: nothing fails for that. */
    public async warn(urn: string, message: string): Promise<void> {
        const request = new LogRequest()
            .setSeverity(LogSeverity.WARNING)
            .setUrn(urn)
            .setMessage(message);
        await new Promise<void>((resolve) => {
            this.client.log(request, () => {
                resolve();
            });
        });
    }
}
