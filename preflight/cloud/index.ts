import { constructLoadBalancer } from "./awsx/load-balancer";
import { constructVpc } from "./awsx/vpc";
import { invokeFunction } from "./functions";
import { Notes } from "./notes";
import { changeOf } from "./provider/change";
import { checkInputs } from "./provider/check";
import { ASSUMED_REGION, EXAMPLE_ACCOUNT, providerInput } from "./provider/context";
import { createResource } from "./provider/create";
import { annotateSecrets } from "./provider/secrets";
import { updateResource } from "./provider/update";
import { openShapes } from "./shapes/shapes";
import type { Created, Lifecycle, ProviderConfig, ProviderRequest, Simulation } from "./simulation";

/** What a simulated cloud needs to know. */
export interface SimulationOptions {
    /** The account that everything belongs to. @defaultValue AWS's example, 123456789012 */
    readonly accountId?: string;
    /** Where a provider works that names no region: what the stack configures for the default one. @defaultValue us-east-1 */
    readonly region?: string;
    /** Folders from which SDK packages are resolved: the program's folder first. */
    readonly sdkRoots: readonly string[];
}

/**
 * A simulated cloud: every provider plugin in one. It reads nothing but the declarations of the SDKs that the program uses,
 * and its values depend on nothing but its requests, so that two runs of one program are the same.
 */
export function createSimulation(options: SimulationOptions): Simulation & Lifecycle {
    const shapes = openShapes(options.sdkRoots);
    const account = options.accountId ?? EXAMPLE_ACCOUNT;
    const notes = new Notes();
    const assumed = options.region ?? ASSUMED_REGION;
    const placed = (provider: ProviderConfig): ProviderConfig =>
        provider.type === "pulumi:providers:aws" && providerInput(provider, "region") === undefined
            ? { ...provider, inputs: { ...provider.inputs, region: assumed } }
            : provider;
    const place = (provider: ProviderConfig): ProviderConfig => {
        const there = placed(provider);
        if (there !== provider) {
            notes.add(
                "assumed-region",
                `no region is configured for ${nameOf(provider.urn)}: simulated values use ${assumed}`,
            );
        }
        return there;
    };
    const on = <R extends ProviderRequest>(request: R, find: typeof place): R =>
        request.provider === undefined ? request : { ...request, provider: find(request.provider) };
    const noted = ({ type, inputs }: ProviderRequest, created: Created): Created => {
        if (created.guessed) {
            const source =
                shapes.resource(type) === undefined
                    ? "its inputs only: no declaration was found"
                    : "the SDK's declarations";
            notes.add("guessed-type", `${type}: outputs are guessed from ${source}`);
        }
        return { ...created, outputs: annotateSecrets(created.outputs, inputs) };
    };
    return {
        check: (request) => checkInputs(request, shapes.resource(request.type)),
        create: (request) => noted(request, createResource(on(request, place), shapes, account)),
        read: (request) =>
            noted(request, createResource(on(request, place), shapes, account, request.id)),
        diff: (request) => changeOf(request, shapes.resource(request.type)),
        update: (request) =>
            annotateSecrets(updateResource(on(request, placed), shapes, account), request.inputs),
        invoke: (token, args, provider) =>
            invokeFunction(
                { token, args, provider: provider && place(provider) },
                shapes,
                account,
                notes,
            ),
        construct(request) {
            if (request.type === "awsx:ec2:Vpc") return constructVpc(request, notes);
            if (request.type === "awsx:lb:ApplicationLoadBalancer")
                return constructLoadBalancer(request);
            notes.add(
                "guessed-component",
                `${request.type}: the resources it is made of are not known here, and nothing judges them`,
            );
            return undefined;
        },
        get notes() {
            return notes.all;
        },
    };
}

function nameOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

export type { Simulation } from "./simulation";
