import { ofAdded, setting, unsetting, type Edit } from "../edit";

const listener = { type: "aws:lb/listener:Listener", name: "prod-public-https" };
const target = {
    type: "aws:alb/targetGroup:TargetGroup",
    inputs: { port: 443, protocol: "HTTPS", healthCheck: { protocol: "HTTPS" } },
};
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const classic = {
    type: CLASSIC,
    inputs: {
        name: "classic",
        listeners: [
            {
                lbPort: 443,
                lbProtocol: "HTTPS",
                instancePort: 8443,
                instanceProtocol: "HTTPS",
                sslCertificateId: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
            },
        ],
        healthCheck: { target: "HTTPS:8443/health" },
    },
};
const classicPolicy = {
    type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
    name: "negotiation",
    inputs: {
        loadBalancer: "classic",
        lbPort: 443,
        attributes: [
            { name: "Protocol-TLSv1.2", value: "true" },
            { name: "ECDHE-RSA-AES256-GCM-SHA384", value: "true" },
        ],
    },
};

/** Listeners, what they forward to, and how both speak TLS. */
export const loadBalancers: readonly Edit[] = [
    {
        ...listener,
        policy: "listener-https",
        title: "a listener on HTTP",
        change: setting("protocol", "HTTP"),
    },
    ofAdded(
        "listener-https",
        "a classic listener on TCP",
        classic,
        setting("listeners.0.lbProtocol", "TCP"),
        [classicPolicy],
    ),
    {
        ...listener,
        policy: "listener-tls-policy",
        title: "a TLS policy that admits TLS 1.0",
        change: setting("sslPolicy", "ELBSecurityPolicy-TLS13-1-0-2021-06"),
    },
    {
        ...listener,
        policy: "listener-certificate",
        title: "a certificate that was uploaded to IAM",
        change: setting("certificateArn", "arn:aws:iam::123456789012:server-certificate/web"),
    },
    {
        ...listener,
        policy: "redirect-https",
        title: "a listener that redirects to HTTP",
        change: setting("defaultActions", [
            { type: "redirect", redirect: { protocol: "HTTP", statusCode: "HTTP_302" } },
        ]),
    },
    ofAdded("target-tls", "targets on HTTP", target, setting("protocol", "HTTP")),
    ofAdded(
        "target-tls",
        "classic instances on HTTP",
        classic,
        setting("listeners.0.instanceProtocol", "HTTP"),
        [classicPolicy],
    ),
    ofAdded(
        "target-health-check-tls",
        "a health check on HTTP",
        target,
        setting("healthCheck.protocol", "HTTP"),
    ),
    ofAdded("classic-tls-policy", "a classic policy with TLS 1.0", classicPolicy, (policy) => {
        (policy["attributes"] as unknown[]).push({ name: "Protocol-TLSv1", value: "true" });
    }),
    {
        ...ofAdded(
            "classic-listener-tls-policy",
            "a classic listener without a policy",
            classicPolicy,
            setting("lbPort", 8443),
            [{ name: "classic", ...classic }],
        ),
        reportedOn: "classic",
    },
    ofAdded(
        "api-backend-https",
        "an API that calls a backend over HTTP",
        {
            type: "aws:apigatewayv2/integration:Integration",
            inputs: {
                integrationType: "HTTP_PROXY",
                integrationUri: "https://backend.example.com/",
            },
        },
        setting("integrationUri", "http://backend.example.com/"),
    ),
    ofAdded(
        "api-tls-policy",
        "an API's domain name with TLS 1.0",
        {
            type: "aws:apigateway/domainName:DomainName",
            inputs: { domainName: "api.example.com", securityPolicy: "TLS_1_2" },
        },
        unsetting("securityPolicy"),
    ),
];
