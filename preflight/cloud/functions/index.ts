import { type Props, unwrap } from "../../values";
import type { Notes } from "../notes";
import { known, placeOf } from "../provider/context";
import { cook } from "../provider/create";
import { anyText, sample } from "../shapes/samples";
import type { Shapes } from "../shapes/shapes";
import type { ProviderConfig } from "../simulation";
import { awsText } from "../aws/texts";
import { type Answer, type Call, PREPARED_FUNCTIONS } from "./prepared";

/** A function call as the monitor passes it on. */
export interface FunctionRequest {
    readonly token: string;
    readonly args: Props;
    readonly provider: ProviderConfig | undefined;
}

/**
 * Answers a provider's function: arguments come back, prepared answers come first, and what else the declared result holds
 * gets a value of its type.
 * @throws {Error} for arguments that AWS would refuse
 */
export function invokeFunction(
    request: FunctionRequest,
    shapes: Shapes,
    account: string,
    notes: Notes,
): Props {
    const { token, args, provider } = request;
    const given = plain(args);
    const seed = `${token} ${JSON.stringify(sorted(given))}`;
    const place = placeOf(provider, args, account);
    const call: Call = {
        ...place,
        seed,
        name: known(given.name) ?? "default",
        inputs: given,
        id: known(given.id) ?? "",
        args: given,
        provider,
    };
    const prepared: Answer | undefined = PREPARED_FUNCTIONS[token];
    const answer = answerOf(prepared, call);
    const shape = shapes.function(token);
    const result: Props = { ...given, ...answer };
    if (prepared === undefined) {
        const source =
            shape === undefined
                ? "its arguments only: no declaration was found"
                : "the SDK's declarations";
        notes.add("guessed-function", `${token}: the answer is guessed from ${source}`);
    }
    const id = known(result.id) ?? idOf(token, call);
    const made: Call = { ...call, id };
    const text = token.startsWith("aws:")
        ? awsText(token, made)
        : (property: string) => (property === "id" ? id : anyText(property, seed));
    for (const member of shape?.result.values() ?? []) {
        if (member.optional || result[member.name] !== undefined) continue;
        const value = sample(member.type, member.name, token, shapes, text);
        if (value !== undefined) result[member.name] = value;
    }
    return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined));
}

/** What is computed stands as it is, for it may hold the program's own texts; what is written down is a pattern. */
function answerOf(prepared: Answer | undefined, call: Call): Props {
    if (typeof prepared === "function") return { ...prepared(call) };
    return prepared === undefined ? {} : (cook(prepared, call) as Props);
}

function idOf(token: string, { args, region }: Call): string {
    return (
        known(args.name) ??
        known(args.arn) ??
        (token.startsWith("aws:index/")
            ? region
            : anyText("id", token + JSON.stringify(sorted(args))))
    );
}

/** Arguments of a call are known and plain; a secret's value answers like any other. */
function plain(args: Props): Props {
    return Object.fromEntries(
        Object.entries(args)
            .map(([key, value]): [string, unknown] => [key, unwrap(value)])
            .filter(([, value]) => value !== undefined && value !== null),
    );
}

function sorted(args: Props): Props {
    return Object.fromEntries(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)));
}
