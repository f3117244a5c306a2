import { UNKNOWN, type Props } from "../values";
import type { Engine } from "./engine";

/**
 * Answers the functions that Pulumi's engine serves itself.
 * @returns undefined for every other function
 * @throws {Error} for a URN that is not in the stack
 */
export function builtinInvoke(engine: Engine, token: string, args: Props): Props | undefined {
    switch (token) {
        case "pulumi:pulumi:getResource": {
            const urn = String(args.urn);
            const resource = engine.node(urn)?.resource;
            if (resource === undefined) throw new Error(`unknown resource ${urn}`);
            return { urn, id: resource.id === UNKNOWN ? "" : resource.id, state: resource.outputs };
        }
        case "pulumi:pulumi:readStackOutputs":
        case "pulumi:pulumi:readStackResourceOutputs":
            engine.note({
                kind: "stack-reference",
                message: `outputs of stack ${String(args.name ?? args.stackName)} are not known offline`,
            });
            return { name: args.name ?? args.stackName, outputs: {}, secretOutputNames: [] };
        default:
            return undefined;
    }
}
