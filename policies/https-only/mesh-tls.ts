import { definePolicy } from "../lib/define-policy";
import { expectValue } from "../lib/expect-value";
import { itemsOf, objectOf } from "../lib/properties";

const NODE = "aws:appmesh/virtualNode:VirtualNode";
const GATEWAY = "aws:appmesh/virtualGateway:VirtualGateway";

/** In a mesh the proxy in front of each service decides what it takes (P-09). */
export const meshTls = definePolicy({
    name: "mesh-tls",
    control: "HTTPS-36",
    title: "Nodes and gateways of a mesh take TLS connections only.",
    severity: "high",
    why: "Calls between services carry the same data and tokens as calls from outside; a proxy that does not insist on TLS takes and passes them on in plain text.",
    remediation:
        "Set tls.mode of every listener in spec to STRICT, and leave enforce in the clientPolicy of backends and backendDefaults at true.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [NODE, GATEWAY],
    check(props, report, subject) {
        const spec = objectOf(props, "spec");
        subject.ifKnown(() => {
            for (const listener of itemsOf(spec, "listeners")) {
                subject.ifKnown(() => {
                    const at = `spec.${listener.path}.tls`;
                    const strict = { accepted: ["STRICT"], byDefault: "DISABLED", at } as const;
                    expectValue(report, objectOf(listener.value, "tls"), "mode", strict);
                });
            }
        });
        const enforced = { accepted: ["true"], byDefault: "true" } as const;
        subject.ifKnown(() => {
            const policy = objectOf(objectOf(spec, "backendDefaults"), "clientPolicy");
            const at = "spec.backendDefaults.clientPolicy.tls";
            expectValue(report, objectOf(policy, "tls"), "enforce", { ...enforced, at });
        });
        subject.ifKnown(() => {
            for (const backend of itemsOf(spec, "backends")) {
                subject.ifKnown(() => {
                    const service = objectOf(backend.value, "virtualService");
                    const policy = objectOf(service, "clientPolicy");
                    const at = `spec.${backend.path}.virtualService.clientPolicy.tls`;
                    expectValue(report, objectOf(policy, "tls"), "enforce", { ...enforced, at });
                });
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "a node that takes TLS only",
                resources: [
                    {
                        type: NODE,
                        props: {
                            spec: {
                                listeners: [
                                    {
                                        portMapping: { port: 8443, protocol: "http" },
                                        tls: { mode: "STRICT" },
                                    },
                                ],
                            },
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a node that takes plain text as well",
                resources: [
                    {
                        type: NODE,
                        props: { spec: { listeners: [{ tls: { mode: "PERMISSIVE" } }] } },
                    },
                ],
                messages: [`spec.listeners[0].tls.mode is "PERMISSIVE", expected "STRICT"`],
            },
        ],
    },
});
