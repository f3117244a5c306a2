import type { PolicyResource } from "@pulumi/policy";
import { defineStackPolicy } from "../lib/define-policy";
import { textOf } from "../lib/properties";
import { quote } from "../lib/quote";
import type { StackIndex } from "../lib/stack-index";
import { Undecided } from "../lib/undecided";
import { protocolOf } from "../lib/views/listeners";
import { LISTENER_V2_TYPES, LOAD_BALANCER_TYPES } from "../lib/views/load-balancers";
import { isPublicLoadBalancer } from "../lib/views/public-entrances";
import { maxAgeOf, MIN_MAX_AGE } from "../lib/views/strict-transport";

const PROPERTY = "routingHttpResponseStrictTransportSecurityHeaderValue";
const EXPECTED = `expected a max-age of ${MIN_MAX_AGE} or more`;

/** Browsers that were told never try plain HTTP, so nobody on the way can answer in our name (P-09). */
export const listenerHsts = defineStackPolicy({
    name: "listener-hsts",
    control: "HTTPS-16",
    title: "Public listeners tell browsers to insist on HTTPS for a year.",
    severity: "medium",
    why: "A browser that was not told tries plain HTTP first, and whoever stands on the way can answer instead of the platform.",
    remediation: `Set the listener's ${PROPERTY} to "max-age=${MIN_MAX_AGE}" or more.`,
    frameworks: [],
    resourceTypes: LISTENER_V2_TYPES,
    check({ stack, report, ifKnown }) {
        for (const listener of stack.ofType(...LISTENER_V2_TYPES)) {
            ifKnown(listener, () => {
                // Only an application load balancer, which speaks HTTP, can add headers.
                if (protocolOf(listener.props, "protocol") !== "HTTPS") return;
                const header = textOf(listener.props, PROPERTY) ?? "";
                if (maxAgeOf(header) >= MIN_MAX_AGE || !isPublic(stack, listener)) return;
                const found = header === "" ? "not set" : quote(header);
                report(listener, `${PROPERTY} is ${found}, ${EXPECTED}`);
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a public listener that tells them for two years",
                resources: [
                    { type: "aws:lb/loadBalancer:LoadBalancer", props: { arn: "arn:web" } },
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            loadBalancerArn: "arn:web",
                            protocol: "HTTPS",
                            [PROPERTY]: "max-age=63072000",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a public listener that tells them nothing",
                resources: [
                    { type: "aws:lb/loadBalancer:LoadBalancer", props: { arn: "arn:web" } },
                    {
                        type: "aws:lb/listener:Listener",
                        props: { loadBalancerArn: "arn:web", protocol: "HTTPS" },
                    },
                ],
                messages: [`${PROPERTY} is not set, ${EXPECTED}`],
            },
        ],
    },
});

/** Whether the public reaches a listener. Throws while that is not known, or not said here. */
function isPublic(stack: StackIndex, listener: PolicyResource): boolean {
    const property = "loadBalancerArn";
    const [balancer] = stack.refer(LISTENER_V2_TYPES, property, LOAD_BALANCER_TYPES).of(listener);
    if (balancer !== undefined) return isPublicLoadBalancer(balancer.props);
    textOf(listener.props, property); // throws while it is not known yet
    throw new Undecided(
        `${PROPERTY} is too short for a public listener, and the load balancer is not declared in the stack, ${EXPECTED}`,
    );
}
