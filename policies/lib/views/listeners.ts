import type { Inputs } from "../policy";

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
    if ("loadBalancerArn" in props) {
        const isGateway = !("protocol" in props) && !("port" in props);
        return isGateway ? [] : [listener(props, "protocol", "protocol")];
    }
    if (!("listeners" in props)) return [];
    const classic = props["listeners"] as readonly Inputs[];
    return classic.map((entry, index) =>
        listener(entry, "lbProtocol", `listeners[${index}].lbProtocol`),
    );
}

function listener(props: Inputs, key: string, path: string): Listener {
    return {
        path,
        get protocol() {
            // The provider takes any case.
            return key in props ? String(props[key]).toUpperCase() : undefined;
        },
    };
}
