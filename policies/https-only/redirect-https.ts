import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { actionsOf } from "../lib/views/listener-actions";
import { LISTENER_RULE_TYPES, LISTENER_V2_TYPES } from "../lib/views/load-balancers";

/** Nobody is sent from HTTPS to plain text, nor to a port that nothing answers on (P-09). */
export const redirectHttps = definePolicy({
    name: "redirect-https",
    control: "HTTPS-03",
    title: "Listeners and their rules redirect to HTTPS on port 443 only.",
    severity: "high",
    why: "A redirect to plain HTTP makes the client repeat its request, with its parameters and cookies, in the clear.",
    remediation:
        'Set redirect.protocol to "HTTPS", or leave it out to keep the request\'s, and redirect.port to "443".',
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [...LISTENER_V2_TYPES, ...LISTENER_RULE_TYPES],
    check(props, report, subject) {
        for (const action of actionsOf(props)) {
            subject.ifKnown(() => {
                const protocol = action.redirect?.protocol;
                if (protocol !== undefined && protocol !== "HTTPS") {
                    report(
                        `${action.path}.redirect.protocol is ${quote(protocol)}, expected HTTPS`,
                    );
                }
            });
            subject.ifKnown(() => {
                const { redirect, path } = action;
                // Which ports other hosts have is theirs to say.
                if (redirect?.port === undefined || redirect.port === "443") return;
                if (redirect.staysOnHost) {
                    report(`${path}.redirect.port is ${quote(redirect.port)}, expected 443`);
                }
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a rule that sends an old path to a new one",
                resources: [
                    {
                        type: "aws:lb/listenerRule:ListenerRule",
                        props: {
                            conditions: [{ pathPattern: { values: ["/v1/*"] } }],
                            actions: [
                                {
                                    type: "redirect",
                                    redirect: { path: "/v2/#{path}", statusCode: "HTTP_301" },
                                },
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a listener that sends clients to plain HTTP",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            protocol: "HTTPS",
                            defaultActions: [
                                {
                                    type: "redirect",
                                    redirect: {
                                        protocol: "HTTP",
                                        port: "80",
                                        statusCode: "HTTP_302",
                                    },
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `defaultActions[0].redirect.port is "80", expected 443`,
                    `defaultActions[0].redirect.protocol is "HTTP", expected HTTPS`,
                ],
            },
        ],
    },
});
