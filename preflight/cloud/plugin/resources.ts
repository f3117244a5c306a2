import { status } from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { nameOf, typeOf } from "../../engine/urn";
import { type Props, UNKNOWN } from "../../values";
import { IMPORTED } from "../provider/change";
import { sameValue } from "../provider/comparison";
import type {
    ChangeRequest,
    Lifecycle,
    ProviderConfig,
    ProviderRequest,
    Simulation,
} from "../simulation";
import { answerChange } from "./change-response";
import type { Registry } from "./registry";
import { Refusal, type Methods } from "./serve";
import { propsOf, structOf } from "./structs";

/**
 * The calls about resources and functions, answered by the simulated cloud. The state is the engine's: nothing is kept
 * between two runs, and within one only which resources the engine compared, for it creates such a one again only in its
 * own place, and two things that exist at a time must not have one id.
 */
export class Resources {
    private readonly compared = new Map<string, string>();

    public constructor(
        private readonly simulation: Simulation & Lifecycle,
        private readonly provider: () => ProviderConfig,
        private readonly registry: Registry,
    ) {}

    public get methods(): Methods {
        return {
            check: (request) => this.check(request),
            diff: (request) => this.diff(request),
            create: (request) => this.create(request),
            read: (request) => this.read(request),
            update: (request) => this.update(request),
            delete: (request) => this.delete(request),
            invoke: (request) => this.invoke(request),
        };
    }

    private check(request: proto.CheckRequest): proto.CheckResponse {
        const oldInputs = propsOf(request.getOlds());
        const isNew = Object.keys(oldInputs).length === 0;
        const about = this.about(request.getUrn(), propsOf(request.getNews()));
        try {
            const inputs = this.simulation.check({
                ...about,
                ...(isNew ? this.replacement(about.urn) : { oldInputs }),
            });
            return new proto.CheckResponse().setInputs(structOf(inputs));
        } catch (error) {
            // The engine shows a failure with the resource that has it, and an error as the plugin's own.
            const reason = error instanceof Error ? error.message : String(error);
            return new proto.CheckResponse().setFailuresList([
                new proto.CheckFailure().setReason(reason),
            ]);
        }
    }

    private diff(request: proto.DiffRequest): proto.DiffResponse {
        this.compared.set(request.getUrn(), request.getId());
        const change = this.change(request, false);
        return answerChange(change, this.simulation.diff(change));
    }

    private create(request: proto.CreateRequest): proto.CreateResponse {
        const preview = request.getPreview();
        const about = this.about(request.getUrn(), propsOf(request.getProperties()), preview);
        const { id, outputs } = this.simulation.create({
            ...about,
            ...this.replacement(about.urn),
        });
        if (!preview) this.registry.keep({ ...about, id, outputs });
        return new proto.CreateResponse()
            .setId(id === UNKNOWN ? "" : id)
            .setProperties(structOf(outputs));
    }

    /** A refresh, a resource that the program only reads (`.get()`), or one to import, of which the id is all that is known. */
    private read(request: proto.ReadRequest): proto.ReadResponse {
        const id = request.getId();
        const state = propsOf(request.getProperties());
        const inputs = propsOf(request.getInputs());
        const isImport = !request.hasInputs();
        const isManaged = !isImport && !sameValue(state, inputs);
        const about = this.about(request.getUrn(), isManaged ? inputs : state);
        const outputs = isManaged ? state : this.simulation.read({ ...about, id }).outputs;
        if (isManaged || isImport) this.registry.keep({ ...about, id, outputs });
        return new proto.ReadResponse()
            .setId(id)
            .setInputs(structOf(isImport ? { [IMPORTED]: true } : inputs))
            .setProperties(structOf(outputs));
    }

    private update(request: proto.UpdateRequest): proto.UpdateResponse {
        const change = this.change(request, request.getPreview());
        const outputs = this.simulation.update(change);
        if (!change.preview) this.registry.keep({ ...change, outputs });
        return new proto.UpdateResponse().setProperties(structOf(outputs));
    }

    private delete(request: proto.DeleteRequest): Empty {
        const about = this.about(request.getUrn(), propsOf(request.getOldInputs()));
        const outputs = propsOf(request.getProperties());
        try {
            this.registry.remove({ ...about, id: request.getId(), outputs });
        } catch (error) {
            throw new Refusal(status.FAILED_PRECONDITION, error);
        }
        return new Empty();
    }

    private invoke(request: proto.InvokeRequest): proto.InvokeResponse {
        const args = propsOf(request.getArgs());
        const answer = this.simulation.invoke(request.getTok(), args, this.provider());
        return new proto.InvokeResponse().setReturn(structOf(answer));
    }

    private replacement(urn: string): { readonly replaces?: string } {
        const replaces = this.compared.get(urn);
        return replaces === undefined ? {} : { replaces };
    }

    private change(
        request: proto.DiffRequest | proto.UpdateRequest,
        preview: boolean,
    ): ChangeRequest {
        return {
            ...this.about(request.getUrn(), propsOf(request.getNews()), preview),
            id: request.getId(),
            oldInputs: propsOf(request.getOldInputs()),
            oldOutputs: propsOf(request.getOlds()),
        };
    }

    private about(
        urn: string,
        inputs: Props,
        preview = false,
    ): ProviderRequest & { readonly provider: ProviderConfig } {
        const provider = this.provider();
        return { urn, type: typeOf(urn), name: nameOf(urn), inputs, preview, provider };
    }
}
