import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { withOutputDependencies } from "../../engine/construct";
import { packageOf } from "../../engine/urn";
import { keepReferences, lowerProps } from "../../values";
import type { ProviderConfig, Simulation } from "../simulation";
import type { EngineLog } from "./engine-log";
import { MonitorClient } from "./monitor-client";
import { propsOf, structOf } from "./structs";

const SIMULATED = ["awsx:ec2:Vpc", "awsx:lb:ApplicationLoadBalancer"];

/** Builds components: the children are the simulation's, their registration is the engine's. */
export class Components {
    private readonly said = new Set<string>();

    /** @param awsVersion of the AWS SDK that the components are made with; it chooses a default provider */
    public constructor(
        private readonly simulation: Simulation,
        private readonly provider: () => ProviderConfig,
        private readonly awsVersion: string,
        private readonly log: EngineLog,
    ) {}

    /** @throws {Error} for a component that is not simulated, and whatever the component's own code refuses */
    public async construct(request: proto.ConstructRequest): Promise<proto.ConstructResponse> {
        const type = request.getType();
        if (!SIMULATED.includes(type)) {
            throw new Error(
                `${type}: this component is not simulated, expected ${SIMULATED.join(" or ")}`,
            );
        }
        const monitor = new MonitorClient(request.getMonitorendpoint());
        try {
            return await this.build(request, monitor);
        } finally {
            monitor.close();
        }
    }

    private async build(
        request: proto.ConstructRequest,
        monitor: MonitorClient,
    ): Promise<proto.ConstructResponse> {
        const inputs = propsOf(request.getInputs());
        const providers = Object.fromEntries(request.getProvidersMap().toObject(true));
        const urn = await monitor.registerComponent(request);
        const state = await this.simulation.construct({
            urn,
            type: request.getType(),
            name: request.getName(),
            inputs: lowerProps(inputs),
            propertyDependencies: withOutputDependencies(
                monitor.inputDependencies(request),
                inputs,
            ),
            preview: request.getDryrun(),
            provider: this.provider(),
            register: (goal) => monitor.registerChild(goal, this.awsVersion),
            invoke: (token, args) =>
                monitor.invoke(token, args, providers[packageOf(token)] ?? "", this.awsVersion),
        });
        if (state === undefined) throw new Error(`${request.getType()}: not simulated`);
        await this.warn(urn);
        await monitor.registerOutputs(urn, keepReferences(state));
        const response = new proto.ConstructResponse().setUrn(urn).setState(structOf(state));
        const dependencies = response.getStatedependenciesMap();
        for (const [key, urns] of Object.entries(withOutputDependencies({}, state))) {
            const list = new proto.ConstructResponse.PropertyDependencies();
            dependencies.set(key, list.setUrnsList([...urns]));
        }
        return response;
    }
    /** What the component's own code warns of, once in a run, as preflight's notes do. */
    private async warn(urn: string): Promise<void> {
        for (const { kind, message } of this.simulation.notes) {
            if (kind !== "program-warning" || this.said.has(message)) continue;
            this.said.add(message);
            await this.log.warn(urn, message);
        }
    }
}
