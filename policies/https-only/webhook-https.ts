import { definePolicy } from "../lib/define-policy";
import { DELIVERY_URLS, isPlainHttp, typesWith, visitUrls } from "../lib/views/outgoing-urls";

/** What the platform sends is encrypted on the way as well as what it receives (P-09). */
export const webhookHttps = definePolicy({
    name: "webhook-https",
    control: "HTTPS-14",
    title: "Webhooks and deliveries go to HTTPS addresses only.",
    severity: "high",
    why: "Events, logs and the credentials that go with them can be read and changed on the way to an address on plain HTTP.",
    remediation: "Begin the address with https://.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: typesWith(DELIVERY_URLS),
    check(props, report, subject) {
        visitUrls(DELIVERY_URLS, subject.type, props, subject.ifKnown, (url, path) => {
            // An address may hold a name and a password, or be the secret itself.
            if (isPlainHttp(url)) report(`${path} begins with http://, expected https://`);
        });
    },
    examples: {
        accepted: [
            {
                title: "events that go to HTTPS",
                resources: [
                    {
                        type: "aws:cloudwatch/eventApiDestination:EventApiDestination",
                        props: { invocationEndpoint: "https://hooks.example/events" },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "logs that go to plain HTTP",
                resources: [
                    {
                        type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
                        props: {
                            destination: "http_endpoint",
                            httpEndpointConfiguration: { url: "http://logs.example/intake" },
                        },
                    },
                ],
                messages: ["httpEndpointConfiguration.url begins with http://, expected https://"],
            },
        ],
    },
});
