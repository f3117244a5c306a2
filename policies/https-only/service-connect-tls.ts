import { definePolicy } from "../lib/define-policy";
import { flagOf, isSet, itemsOf, objectOf } from "../lib/properties";

const TYPE = "aws:ecs/service:Service";
const AT = "serviceConnectConfiguration";

/** Service Connect puts a proxy on either side, and they speak plain text unless they have a certificate (P-09). */
export const serviceConnectTls = definePolicy({
    name: "service-connect-tls",
    control: "HTTPS-36",
    title: "Services that are offered through Service Connect speak TLS.",
    severity: "high",
    why: "Calls between services carry the same data and tokens as calls from outside; without a certificate the proxies pass them on in plain text.",
    remediation: `Set tls, with an issuing certificate authority, in each of the services of ${AT}.`,
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: [TYPE],
    check(props, report, subject) {
        const configuration = objectOf(props, AT);
        const services = itemsOf(configuration, "services");
        if (flagOf(configuration, "enabled") !== true || services.length === 0) {
            subject.notApplicable("The service offers nothing through Service Connect");
        }
        for (const service of services) {
            subject.ifKnown(() => {
                if (isSet(service.value, "tls")) return;
                const path = `${AT}.${service.path}.tls`;
                report(
                    `${path} is not set, which means plain text, expected a certificate authority`,
                );
            });
        }
    },
    examples: {
        accepted: [
            {
                title: "a service with a certificate",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            serviceConnectConfiguration: {
                                enabled: true,
                                services: [
                                    {
                                        portName: "orders",
                                        tls: {
                                            issuerCertAuthority: {
                                                awsPcaAuthorityArn:
                                                    "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/orders",
                                            },
                                        },
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
                title: "a service without a certificate",
                resources: [
                    {
                        type: TYPE,
                        props: {
                            serviceConnectConfiguration: {
                                enabled: true,
                                services: [{ portName: "orders" }],
                            },
                        },
                    },
                ],
                messages: [
                    `${AT}.services[0].tls is not set, which means plain text, expected a certificate authority`,
                ],
            },
        ],
    },
});
