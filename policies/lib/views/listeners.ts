import type { Inputs } from "../policy";
import { isSet } from "../properties";

/** Types of load balancers' listeners, with the names that older states know them by. */
export const LISTENER_TYPES = [
    "aws:lb/listener:Listener",
    "aws:alb/listener:Listener",
    "aws:elasticloadbalancingv2/listener:Listener",
    "aws:applicationloadbalancing/listener:Listener",
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:elasticloadbalancing/loadBalancer:LoadBalancer",
] as const;

/** One listener, whatever kind of load balancer it belongs to. Reading a value that is not known yet throws. */
export interface Listener {
    /** Property that sets the protocol, for messages. */
    readonly path: string;
    /** What clients speak, in capital letters; `undefined` when the program leaves it to AWS. */
    readonly protocol: string | undefined;
}

/**
 * The listeners that a resource of one of `LISTENER_TYPES` declares: one each, but any number for a classic load
 * balancer, and none for a gateway load balancer, whose listener has neither protocol nor port.
 */
export function listenersOf(props: Inputs): readonly Listener[] {
    if (isSet(props, "listeners")) {
        const classic = props["listeners"] as readonly Inputs[];
        return Array.from({ length: classic.length }, (_, index) =>
            // Each is read when it is asked for: an unknown one hides none of the others.
            listener(`listeners[${index}].lbProtocol`, "lbProtocol", () => classic[index]),
        );
    }
    const isGateway = !isSet(props, "protocol") && !isSet(props, "port");
    return isGateway ? [] : [listener("protocol", "protocol", () => props)];
}

function listener(path: string, key: string, read: () => Inputs | undefined): Listener {
    return {
        path,
        get protocol() {
            const props = read() ?? {};
            // The provider takes any case.
            return isSet(props, key) ? String(props[key]).toUpperCase() : undefined;
        },
    };
}
