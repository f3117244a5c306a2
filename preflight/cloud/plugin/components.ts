import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { withOutputDependencies } from "../../engine/construct";
import { packageOf } from "../../engine/urn";
import { keepReferences, lowerProps } from "../../values";
import type { ProviderConfig, Simulation } from "../simulation";
import { MonitorClient } from "./monitor-client";
import { propsOf, structOf } from "./structs";

/** Builds components: the children are the simulation's, their registration is the engine's. */
export class Components {
    /** @param awsVersion of the AWS SDK that the components are made with; it chooses a default provider */
    public constructor(
        private readonly simulation: Simulation,
        private readonly provider: () => ProviderConfig,
        private readonly awsVersion: string,
    ) {}

    /** @throws {Error} for a component that is not simulated, and whatever the component's own code refuses */
    public async construct(request: proto.ConstructRequest): Promise<proto.ConstructResponse> {
        const type = request.getType();
        if (type !== "awsx:ec2:Vpc") {
            throw new Error(`${type}: this component is not simulated, expected awsx:ec2:Vpc`);
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
        await monitor.registerOutputs(urn, keepReferences(state));
        const response = new proto.ConstructResponse().setUrn(urn).setState(structOf(state));
        const dependencies = response.getStatedependenciesMap();
        for (const [key, urns] of Object.entries(withOutputDependencies({}, state))) {
            const list = new proto.ConstructResponse.PropertyDependencies();
            dependencies.set(key, list.setUrnsList([...urns]));
        }
        return response;
    }
}
