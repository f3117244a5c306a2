import type { Created, ProviderRequest, Simulation } from "../../../preflight/cloud/simulation";
import type { Note } from "../../../preflight/engine/graph";
import { UNKNOWN, type Props } from "../../../preflight/values";

/** A cloud without knowledge: outputs are the inputs and an `arn`; functions echo; `test:` has a remote component. */
export function createSimulation(): Simulation {
    const notes: Note[] = [];
    const outputs = ({ name, inputs, preview }: ProviderRequest): Props => ({
        ...inputs,
        arn: preview ? UNKNOWN : `arn:${name}`,
    });
    const create = (request: ProviderRequest): Created => ({
        id: request.preview ? UNKNOWN : `${request.name}-id`,
        outputs: outputs(request),
        guessed: request.type.startsWith("guess:"),
    });
    return {
        notes,
        check: ({ inputs, provider }) => ({
            ...inputs,
            ...(provider?.inputs.region === undefined ? {} : { region: provider.inputs.region }),
        }),
        create,
        read: (request) => ({ id: request.id, outputs: outputs(request), guessed: false }),
        invoke(token, args, provider) {
            if (token.includes("fail")) throw new Error(`${token} refuses`);
            notes.push({ kind: "guessed-function", message: token });
            return { ...args, token, provider: provider?.urn ?? "" };
        },
        construct(request) {
            if (request.type !== "test:index:Group") return undefined;
            return (async () => {
                const child = await request.register({
                    type: "aws:s3/bucket:Bucket",
                    name: `${request.name}-bucket`,
                    parent: request.urn,
                    inputs: { size: request.inputs.size },
                    propertyDependencies: { size: request.propertyDependencies.size ?? [] },
                });
                const answer = await request.invoke("aws:index/getRegion:getRegion", {});
                return { bucketId: child.id, askedVia: answer.provider };
            })();
        },
    };
}
