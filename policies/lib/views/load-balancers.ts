// Every kind of resource of Elastic Load Balancing with all its types: `alb` and `lb` are the same, the others are names that
// older programs and states know them by.

/** Application, network and gateway load balancers. */
export const LOAD_BALANCER_TYPES = v2("loadBalancer:LoadBalancer");
/** Their listeners. */
export const LISTENER_V2_TYPES = v2("listener:Listener");
/** Rules of their listeners. */
export const LISTENER_RULE_TYPES = v2("listenerRule:ListenerRule");
/** Certificates that a listener has beside its own. */
export const LISTENER_CERTIFICATE_TYPES = v2("listenerCertificate:ListenerCertificate");
/** What they send requests to. */
export const TARGET_GROUP_TYPES = v2("targetGroup:TargetGroup");

/** Classic load balancers, whose listeners are part of them. */
export const CLASSIC_TYPES = classic("loadBalancer:LoadBalancer");
/** Policies of classic load balancers, TLS among them; without effect until a listener has them. */
export const CLASSIC_POLICY_TYPES = classic("loadBalancerPolicy:LoadBalancerPolicy");
/** What gives policies to a classic load balancer's listener. */
export const CLASSIC_LISTENER_POLICY_TYPES = classic("listenerPolicy:ListenerPolicy");
/** A TLS policy of a classic load balancer together with the listener that has it. */
export const CLASSIC_NEGOTIATION_TYPES = classic("sslNegotiationPolicy:SslNegotiationPolicy");

function v2<T extends string>(type: T) {
    return [
        `aws:lb/${type}`,
        `aws:alb/${type}`,
        `aws:elasticloadbalancingv2/${type}`,
        `aws:applicationloadbalancing/${type}`,
    ] as const;
}

function classic<T extends string>(type: T) {
    return [`aws:elb/${type}`, `aws:elasticloadbalancing/${type}`] as const;
}
