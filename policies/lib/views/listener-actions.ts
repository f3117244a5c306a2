import type { Inputs } from "../policy";
import { isSet, itemsOf, objectOf, textOf } from "../properties";
import { protocolOf } from "./listeners";

/** What a listener, or a rule of one, does with a request. Reading a value that is not known yet throws. */
export interface ListenerAction {
    /** Property that holds it, for messages. */
    readonly path: string;
    /** Where it sends the client; `undefined` when it does something else. */
    readonly redirect: Redirect | undefined;
}

/** Where a client is sent. Reading a value that is not known yet throws. */
interface Redirect {
    /** In capital letters; `undefined` when it stays the request's. */
    readonly protocol: string | undefined;
    /** `undefined` when it stays the request's. */
    readonly port: string | undefined;
    /** Whether the host stays the request's. */
    readonly staysOnHost: boolean;
}

/** A listener's default actions, or a rule's actions, in their order. Throws while the list is not known yet. */
export function actionsOf(props: Inputs): readonly ListenerAction[] {
    return ["defaultActions", "actions"].flatMap((key) =>
        itemsOf(props, key).map((item) => ({
            path: item.path,
            get redirect() {
                const action = item.value;
                return isSet(action, "redirect")
                    ? redirectOf(objectOf(action, "redirect"))
                    : undefined;
            },
        })),
    );
}

function redirectOf(redirect: Inputs): Redirect {
    return {
        get protocol() {
            return changed(protocolOf(redirect, "protocol"), "#{PROTOCOL}");
        },
        get port() {
            return changed(textOf(redirect, "port"), "#{port}");
        },
        get staysOnHost() {
            return changed(textOf(redirect, "host"), "#{host}") === undefined;
        },
    };
}

/** What a redirect puts in place of the request's own part, if it does. */
function changed(part: string | undefined, kept: string): string | undefined {
    return part === "" || part === kept ? undefined : part;
}
