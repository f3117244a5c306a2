import { ofAdded, type AddedResource, type Edit, type Editable } from "../edit";

const LISTENER = "aws:lb/listener:Listener";
const PUBLIC = "prod-public-https";
const ACM = "arn:aws:acm:eu-west-1:123456789012:certificate/7e7a28d2";
const IAM = "arn:aws:iam::123456789012:server-certificate/web";

function added(type: string, inputs: Editable, name = "added"): AddedResource {
    return { type, name, inputs };
}

/** An edit of the public listener. */
function ofListener(policy: string, title: string, changed: Editable): Edit {
    return {
        policy,
        title,
        type: LISTENER,
        name: PUBLIC,
        change: (inputs) => Object.assign(inputs, changed),
    };
}

const HSTS = "routingHttpResponseStrictTransportSecurityHeaderValue";

const listener: readonly Edit[] = [
    ofListener("listener-https", "a listener on HTTP", { protocol: "HTTP" }),
    ofListener("listener-tls-policy", "a policy that admits TLS 1.0", {
        sslPolicy: "ELBSecurityPolicy-2016-08",
    }),
    {
        policy: "listener-tls-policy",
        title: "a listener that leaves its TLS policy to AWS",
        type: LISTENER,
        name: "prod-internal-https",
        change: (inputs) => Reflect.deleteProperty(inputs, "sslPolicy"),
    },
    ofListener("listener-certificate", "a certificate in IAM", { certificateArn: IAM }),
    ofListener("redirect-https", "a listener that redirects to HTTP", {
        defaultActions: [
            { type: "redirect", redirect: { protocol: "HTTP", statusCode: "HTTP_302" } },
        ],
    }),
    ofListener("listener-hsts", "a header for a day", { [HSTS]: "max-age=86400" }),
    ofAdded(
        "redirect-https",
        "a rule that redirects to port 80",
        added("aws:alb/listenerRule:ListenerRule", {
            actions: [{ type: "redirect", redirect: { port: "443" } }],
        }),
        (inputs) => {
            inputs["actions"] = [{ type: "redirect", redirect: { port: "80" } }];
        },
    ),
    ofAdded(
        "listener-certificate",
        "another certificate in IAM",
        added("aws:lb/listenerCertificate:ListenerCertificate", { certificateArn: ACM }),
        (inputs) => (inputs["certificateArn"] = IAM),
    ),
];

const targets: readonly Edit[] = [
    ofAdded(
        "target-tls",
        "a target group on HTTP",
        added("aws:lb/targetGroup:TargetGroup", {
            protocol: "HTTPS",
            healthCheck: { protocol: "HTTPS" },
        }),
        (inputs) => (inputs["protocol"] = "HTTP"),
    ),
    ofAdded(
        "target-health-check-tls",
        "a health check on HTTP",
        added("aws:alb/targetGroup:TargetGroup", {
            protocol: "HTTPS",
            healthCheck: { protocol: "HTTPS" },
        }),
        (inputs) => (inputs["healthCheck"] = { protocol: "HTTP" }),
    ),
    ofAdded(
        "service-target-tls",
        "a service network's targets on HTTP",
        added("aws:vpclattice/targetGroup:TargetGroup", {
            type: "IP",
            config: { protocol: "HTTPS" },
        }),
        (inputs) => (inputs["config"] = { protocol: "HTTP" }),
    ),
    ofAdded(
        "api-backend-https",
        "an API's backend on HTTP",
        added("aws:apigateway/integration:Integration", {
            type: "HTTP_PROXY",
            uri: "https://backend.example.com",
        }),
        (inputs) => (inputs["uri"] = "http://backend.example.com"),
    ),
];

const classicListener = {
    lbPort: 443,
    lbProtocol: "HTTPS",
    instancePort: 8443,
    instanceProtocol: "HTTPS",
    sslCertificateId: ACM,
};
const classic = added("aws:elb/loadBalancer:LoadBalancer", {
    name: "classic",
    internal: true,
    listeners: [classicListener],
    healthCheck: { target: "HTTPS:8443/health" },
});
const negotiation = added(
    "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
    {
        loadBalancer: "classic",
        lbPort: 443,
        attributes: [
            { name: "Protocol-TLSv1.2", value: "true" },
            { name: "ECDHE-RSA-AES128-GCM-SHA256", value: "true" },
        ],
    },
    "negotiation",
);

function ofClassic(policy: string, title: string, changed: Editable): Edit {
    return ofAdded(policy, title, classic, (inputs) => Object.assign(inputs, changed), [
        negotiation,
    ]);
}

const classicBalancer: readonly Edit[] = [
    ofClassic("listener-https", "a classic load balancer on TCP", {
        listeners: [{ ...classicListener, lbProtocol: "TCP" }],
    }),
    ofClassic("listener-certificate", "a classic load balancer without a certificate", {
        listeners: [{ ...classicListener, sslCertificateId: "" }],
    }),
    ofClassic("target-tls", "a classic load balancer that ends TLS", {
        listeners: [{ ...classicListener, instanceProtocol: "HTTP" }, classicListener],
    }),
    ofClassic("target-health-check-tls", "a classic load balancer's health check on HTTP", {
        healthCheck: { target: "HTTP:8080/health" },
    }),
    ofAdded(
        "classic-tls-policy",
        "TLS 1.0 as well",
        negotiation,
        (inputs) => {
            inputs["attributes"] = [{ name: "Protocol-TLSv1", value: "true" }];
        },
        [classic],
    ),
    {
        ...ofAdded(
            "classic-listener-tls-policy",
            "a TLS policy for another listener",
            negotiation,
            (inputs) => (inputs["lbPort"] = 8443),
            [classic],
        ),
        reportedOn: "added",
    },
];

const certificate = added("aws:acm/certificate:Certificate", {
    domainName: "api.example.com",
    validationMethod: "DNS",
    keyAlgorithm: "RSA_2048",
    options: { certificateTransparencyLoggingPreference: "ENABLED" },
});

function ofCertificate(policy: string, title: string, changed: Editable): Edit {
    return ofAdded(policy, title, certificate, (inputs) => Object.assign(inputs, changed));
}

const certificates: readonly Edit[] = [
    ofCertificate("certificate-managed", "an imported certificate", { certificateBody: "PEM" }),
    ofCertificate("certificate-managed", "a certificate that can be exported", {
        options: { export: "ENABLED" },
    }),
    ofCertificate("certificate-key", "a short key", { keyAlgorithm: "RSA_1024" }),
    ofCertificate("certificate-validation", "validation by mail", { validationMethod: "EMAIL" }),
    ofCertificate("certificate-transparency", "a certificate outside the logs", {
        options: { certificateTransparencyLoggingPreference: "DISABLED" },
    }),
];

const behavior = {
    viewerProtocolPolicy: "https-only",
    responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
};
const origin = { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };
const distribution = added("aws:cloudfront/distribution:Distribution", {
    defaultCacheBehavior: behavior,
    orderedCacheBehaviors: [behavior],
    origins: [{ customOriginConfig: origin }],
    viewerCertificate: { acmCertificateArn: ACM, minimumProtocolVersion: "TLSv1.2_2021" },
    webAclId: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/a1b2c3d4",
});

function ofDistribution(policy: string, title: string, changed: Editable): Edit {
    return ofAdded(policy, title, distribution, (inputs) => Object.assign(inputs, changed));
}

const distributions: readonly Edit[] = [
    ofDistribution("distribution-viewer-https", "a distribution that redirects", {
        defaultCacheBehavior: { ...behavior, viewerProtocolPolicy: "redirect-to-https" },
    }),
    ofDistribution("distribution-viewer-https", "one path of a distribution on HTTP", {
        orderedCacheBehaviors: [{ ...behavior, viewerProtocolPolicy: "allow-all" }],
    }),
    ofDistribution("distribution-tls-policy", "a distribution that admits TLS 1.1", {
        viewerCertificate: { acmCertificateArn: ACM, minimumProtocolVersion: "TLSv1.1_2016" },
    }),
    ofDistribution("distribution-origin-https", "an origin on HTTP", {
        origins: [{ customOriginConfig: { ...origin, originProtocolPolicy: "http-only" } }],
    }),
    ofDistribution("distribution-origin-tls-version", "an origin with TLS 1.0", {
        origins: [{ customOriginConfig: { ...origin, originSslProtocols: ["TLSv1"] } }],
    }),
    ofDistribution("distribution-web-firewall", "a distribution without a firewall", {
        webAclId: "",
    }),
    ofDistribution("distribution-hsts", "a distribution without HSTS", {
        defaultCacheBehavior: { viewerProtocolPolicy: "https-only" },
    }),
];

const entrances: readonly Edit[] = [
    {
        ...ofAdded(
            "web-firewall",
            "a firewall that protects something else",
            added("aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: "arn:web" }),
            (inputs) => (inputs["resourceArn"] = "arn:other"),
            [added("aws:lb/loadBalancer:LoadBalancer", { arn: "arn:web" }, "web")],
        ),
        reportedOn: "web",
    },
    ofAdded(
        "web-firewall",
        "an API that becomes public",
        added("aws:appsync/graphQLApi:GraphQLApi", { visibility: "PRIVATE" }),
        (inputs) => (inputs["visibility"] = "GLOBAL"),
    ),
    ofAdded(
        "api-tls-policy",
        "a domain name that admits TLS 1.0",
        added("aws:apigateway/domainName:DomainName", { securityPolicy: "TLS_1_2" }),
        (inputs) => (inputs["securityPolicy"] = "TLS_1_0"),
    ),
    ofAdded(
        "api-tls-policy",
        "an API whose default endpoint is opened",
        added("aws:apigateway/restApi:RestApi", { disableExecuteApiEndpoint: true }),
        (inputs) => (inputs["disableExecuteApiEndpoint"] = false),
    ),
    ofAdded(
        "entrance-protocol",
        "a service network's listener on HTTP",
        added("aws:vpclattice/listener:Listener", { protocol: "HTTPS", port: 443 }),
        (inputs) => (inputs["protocol"] = "HTTP"),
    ),
    ofAdded(
        "entrance-protocol",
        "a file server on FTP",
        added("aws:transfer/server:Server", { protocols: ["SFTP"] }),
        (inputs) => (inputs["protocols"] = ["SFTP", "FTP"]),
    ),
];

/** Edits of listeners, and of whatever else takes connections from clients. */
export const listeners: readonly Edit[] = [
    ...listener,
    ...targets,
    ...classicBalancer,
    ...certificates,
    ...distributions,
    ...entrances,
];
