import * as grpc from "@grpc/grpc-js";
import type * as proto from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resource from "@pulumi/pulumi/proto/resource_pb";
import { UNKNOWN, lowerProps, type Props } from "../../values";
import type { Child, ChildGoal } from "../simulation";
import { MAX_MESSAGE } from "./serve";
import { propsOf, structOf } from "./structs";

type Answer<A> = (error: grpc.ServiceError | null, response: A) => void;

/** The engine's resource monitor, as a component's code reaches it. */
export class MonitorClient {
    private readonly client: ResourceMonitorClient;

    public constructor(address: string) {
        this.client = new ResourceMonitorClient(address, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": MAX_MESSAGE,
            "grpc.max_send_message_length": MAX_MESSAGE,
        });
    }

    /** Registers the component itself, with every option that the program gave it. @returns its URN */
    public async registerComponent(request: proto.ConstructRequest): Promise<string> {
        const inputs = propsOf(request.getInputs());
        const wanted = registration(
            request.getType(),
            request.getName(),
            request.getParent(),
            lowerProps(inputs),
            request.getDependenciesList(),
            this.inputDependencies(request),
        )
            .setCustom(false)
            .setAliasesList(request.getAliasesList())
            .setAliasspecs(true)
            .setAdditionalsecretoutputsList(request.getAdditionalsecretoutputsList())
            .setIgnorechangesList(request.getIgnorechangesList())
            .setReplaceonchangesList(request.getReplaceonchangesList())
            .setReplaceWithList(request.getReplaceWithList())
            .setReplacementTrigger(request.getReplacementTrigger())
            .setDeletedwith(request.getDeletedwith())
            .setParentstacktracehandle(request.getStackTraceHandle());
        request.getProvidersMap().forEach((reference, pkg) => {
            wanted.getProvidersMap().set(pkg, reference);
        });
        if (request.hasProtect()) wanted.setProtect(request.getProtect() === true);
        if (request.hasRetainondelete())
            wanted.setRetainondelete(request.getRetainondelete() === true);
        if (request.hasDeletebeforereplace()) {
            wanted.setDeletebeforereplace(request.getDeletebeforereplace() === true);
            wanted.setDeletebeforereplacedefined(true);
        }
        setTimeouts(request, wanted);
        setHooks(request, wanted);
        return (await this.register(wanted)).getUrn();
    }

    /** Registers a resource inside a component; which provider it gets is for the engine to say. */
    public async registerChild(goal: ChildGoal, version: string): Promise<Child> {
        const { propertyDependencies = {} } = goal;
        const dependencies = goal.dependencies ?? Object.values(propertyDependencies).flat();
        const { type, name, parent, inputs } = goal;
        const wanted = registration(type, name, parent, inputs, dependencies, propertyDependencies)
            .setCustom(true)
            .setVersion(version);
        const made = await this.register(wanted);
        return {
            urn: made.getUrn(),
            id: made.getId() === "" ? UNKNOWN : made.getId(),
            outputs: propsOf(made.getObject()),
        };
    }

    /** Says what a component has become. */
    public async registerOutputs(urn: string, outputs: Props): Promise<void> {
        const request = new resource.RegisterResourceOutputsRequest()
            .setUrn(urn)
            .setOutputs(structOf(outputs));
        await answered((done) => this.client.registerResourceOutputs(request, done));
    }

    /** Calls a function of a provider: the one that is referred to, else the default one of that version. */
    public async invoke(
        token: string,
        args: Props,
        provider: string,
        version: string,
    ): Promise<Props> {
        const request = new resource.ResourceInvokeRequest()
            .setTok(token)
            .setArgs(structOf(args))
            .setProvider(provider)
            .setVersion(version)
            .setAcceptresources(true);
        const answer = await answered<proto.InvokeResponse>((done) =>
            this.client.invoke(request, done),
        );
        const [failure] = answer.getFailuresList();
        if (failure !== undefined) throw new Error(`${token}: ${failure.getReason()}`);
        return propsOf(answer.getReturn());
    }

    /** What each input of a component depends on. */
    public inputDependencies(request: proto.ConstructRequest): Record<string, readonly string[]> {
        const known: Record<string, readonly string[]> = {};
        request.getInputdependenciesMap().forEach((list, key) => {
            known[key] = list.getUrnsList();
        });
        return known;
    }

    /** Closes the connection. */
    public close(): void {
        this.client.close();
    }

    private register(
        request: resource.RegisterResourceRequest,
    ): Promise<resource.RegisterResourceResponse> {
        return answered((done) => this.client.registerResource(request, done));
    }
}

function answered<A>(call: (done: Answer<A>) => unknown): Promise<A> {
    return new Promise((resolve, reject) => {
        call((error, response) => {
            if (error === null) resolve(response);
            else reject(error);
        });
    });
}

/** A registration with the features that this client has. */
function registration(
    type: string,
    name: string,
    parent: string,
    inputs: Props,
    dependencies: readonly string[],
    propertyDependencies: Readonly<Record<string, readonly string[]>>,
): resource.RegisterResourceRequest {
    const request = new resource.RegisterResourceRequest()
        .setType(type)
        .setName(name)
        .setParent(parent)
        .setObject(structOf(inputs))
        .setDependenciesList([...dependencies])
        .setAcceptsecrets(true)
        .setAcceptresources(true)
        .setSupportspartialvalues(true);
    // Every property has an entry: where none has one, the engine takes each to depend on everything.
    for (const key of new Set([...Object.keys(inputs), ...Object.keys(propertyDependencies)])) {
        const list = new resource.RegisterResourceRequest.PropertyDependencies();
        list.setUrnsList([...(propertyDependencies[key] ?? [])]);
        request.getPropertydependenciesMap().set(key, list);
    }
    return request;
}

function setTimeouts(
    request: proto.ConstructRequest,
    wanted: resource.RegisterResourceRequest,
): void {
    const timeouts = request.getCustomtimeouts();
    if (timeouts === undefined) return;
    wanted.setCustomtimeouts(
        new resource.RegisterResourceRequest.CustomTimeouts()
            .setCreate(timeouts.getCreate())
            .setUpdate(timeouts.getUpdate())
            .setDelete(timeouts.getDelete())
            .setRead(timeouts.getRead()),
    );
}

function setHooks(request: proto.ConstructRequest, wanted: resource.RegisterResourceRequest): void {
    const hooks = request.getResourceHooks();
    if (hooks === undefined) return;
    wanted.setHooks(
        new resource.RegisterResourceRequest.ResourceHooksBinding()
            .setBeforeCreateList(hooks.getBeforeCreateList())
            .setAfterCreateList(hooks.getAfterCreateList())
            .setBeforeUpdateList(hooks.getBeforeUpdateList())
            .setAfterUpdateList(hooks.getAfterUpdateList())
            .setBeforeDeleteList(hooks.getBeforeDeleteList())
            .setAfterDeleteList(hooks.getAfterDeleteList())
            .setOnErrorList(hooks.getOnErrorList()),
    );
}
