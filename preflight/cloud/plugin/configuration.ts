import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { ProviderConfig } from "../simulation";
import { changedKeys } from "../provider/comparison";
import { answerChange } from "./change-response";
import type { Methods } from "./serve";
import { propsOf } from "./structs";

/** The package that a plugin provides. */
export interface Package {
    readonly name: string;
    readonly version: string;
}

/** The calls around the resources: who the plugin is, and what its provider resource is configured with. */
export class Configuration {
    private configured: ProviderConfig | undefined;

    public constructor(private readonly served: Package) {}

    /** The provider resource that this process serves. @throws {Error} before the engine has configured it */
    public get provider(): ProviderConfig {
        if (this.configured === undefined)
            throw new Error(
                `provider ${this.served.name}: found no configuration, expected Configure`,
            );
        return this.configured;
    }

    /** What every provider answers in the same way. */
    public get methods(): Methods {
        const { name, version } = this.served;
        return {
            handshake: () =>
                new proto.ProviderHandshakeResponse()
                    .setAcceptSecrets(true)
                    .setAcceptResources(name === "awsx")
                    .setAcceptOutputs(name === "awsx"),
            attach: () => new Empty(),
            cancel: () => new Empty(),
            getPluginInfo: () => new PluginInfo().setVersion(version),
            // Types are described by the SDK's declarations; the engine asks for a schema only to convert programs.
            getSchema: () => new proto.GetSchemaResponse().setSchema(JSON.stringify(this.served)),
            getMapping: () => new proto.GetMappingResponse(),
            getMappings: () => new proto.GetMappingsResponse(),
            checkConfig: (request) => new proto.CheckResponse().setInputs(request.getNews()),
            diffConfig: (request) => diffConfig(request),
            configure: (request) => this.configure(request),
        };
    }

    private configure(request: proto.ConfigureRequest): proto.ConfigureResponse {
        const { name } = this.served;
        const type = `pulumi:providers:${name}`;
        this.configured = {
            // Engines before 3.190 do not say whom they configure.
            urn: request.hasUrn() ? (request.getUrn() ?? "") : `${type}::${name}`,
            type,
            inputs: propsOf(request.getArgs()),
        };
        return new proto.ConfigureResponse()
            .setAcceptsecrets(true)
            .setSupportspreview(true)
            .setAcceptresources(name === "awsx")
            .setAcceptoutputs(name === "awsx");
    }
}

/** Another region is another place: what is there cannot move, so the provider is replaced and everything with it. */
function diffConfig(request: proto.DiffRequest): proto.DiffResponse {
    const oldInputs = propsOf(request.getOldInputs());
    const inputs = propsOf(request.getNews());
    const changed = changedKeys(oldInputs, inputs);
    const replaces = changed.filter((key) => key === "region");
    return answerChange({ oldInputs, inputs }, { changed, replaces, deleteBeforeReplace: false });
}
