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
    const place = (provider: ProviderConfig | undefined): void => {
        if (
            provider?.type === "pulumi:providers:aws" &&
            providerInput(provider, "region") === undefined
        ) {
            notes.add(
                "assumed-region",
                `no region is configured for ${nameOf(provider.urn)}: simulated values use ${ASSUMED_REGION}`,
            );
        }
    };
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
        create(request) {
            place(request.provider);
            return noted(request, createResource(request, shapes, account));
        },
        read(request) {
            place(request.provider);
            return noted(request, createResource(request, shapes, account, request.id));
        },
        diff: (request) => changeOf(request, shapes.resource(request.type)),
        update: (request) =>
            annotateSecrets(updateResource(request, shapes, account), request.inputs),
        invoke(token, args, provider) {
            place(provider);
            return invokeFunction({ token, args, provider }, shapes, account, notes);
        },
        construct: (request) =>
            request.type === "awsx:ec2:Vpc" ? constructVpc(request, notes) : undefined,
        get notes() {
            return notes.all;
        },
    };
}

function nameOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}

export type { Simulation } from "./simulation";
