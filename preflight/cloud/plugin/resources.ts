import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { nameOf, typeOf } from "../../engine/urn";
import { UNKNOWN, type Props } from "../../values";
import type { ProviderConfig, ProviderRequest, Simulation } from "../simulation";
import { changedKeys } from "./diff";
import type { Methods } from "./serve";
import { propsOf, structOf } from "./structs";

/** The calls about resources and functions, answered by the simulated cloud. */
export class Resources {
    public constructor(
        private readonly simulation: Simulation,
        private readonly provider: () => ProviderConfig,
    ) {}

    public get methods(): Methods {
        return {
            check: (request) => this.check(request),
            diff: (request) => this.diff(request),
            create: (request) => this.create(request),
            read: (request) => this.read(request),
            update: (request) => this.update(request),
            delete: () => new Empty(),
            invoke: (request) => this.invoke(request),
        };
    }

    private check(request: proto.CheckRequest): proto.CheckResponse {
        const inputs = this.simulation.check(
            this.about(request.getUrn(), propsOf(request.getNews()), false),
        );
        return new proto.CheckResponse().setInputs(structOf(inputs));
    }

    private diff(request: proto.DiffRequest): proto.DiffResponse {
        const changed = changedKeys(propsOf(request.getOldInputs()), propsOf(request.getNews()));
        const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
        return new proto.DiffResponse()
            .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
            .setDiffsList([...changed]);
    }

    private create(request: proto.CreateRequest): proto.CreateResponse {
        const { id, outputs } = this.simulation.create(
            this.about(request.getUrn(), propsOf(request.getProperties()), request.getPreview()),
        );
        return new proto.CreateResponse()
            .setId(id === UNKNOWN ? "" : id)
            .setProperties(structOf(outputs));
    }

    private read(request: proto.ReadRequest): proto.ReadResponse {
        const about = this.about(request.getUrn(), propsOf(request.getProperties()), false);
        const { outputs } = this.simulation.read({ ...about, id: request.getId() });
        return new proto.ReadResponse()
            .setId(request.getId())
            .setInputs(request.getInputs())
            .setProperties(structOf(outputs));
    }

    private update(request: proto.UpdateRequest): proto.UpdateResponse {
        const outputs = { ...propsOf(request.getOlds()), ...propsOf(request.getNews()) };
        return new proto.UpdateResponse().setProperties(structOf(outputs));
    }

    private invoke(request: proto.InvokeRequest): proto.InvokeResponse {
        const answer = this.simulation.invoke(
            request.getTok(),
            propsOf(request.getArgs()),
            this.provider(),
        );
        return new proto.InvokeResponse().setReturn(structOf(answer));
    }

    private about(urn: string, inputs: Props, preview: boolean): ProviderRequest {
        return {
            urn,
            type: typeOf(urn),
            name: nameOf(urn),
            inputs,
            preview,
            provider: this.provider(),
        };
    }
}
