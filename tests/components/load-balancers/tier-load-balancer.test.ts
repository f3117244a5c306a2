import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { LogDelivery } from "../../../components/load-balancers/log-delivery";
import {
    TierLoadBalancer,
    type TierLoadBalancerArgs,
} from "../../../components/load-balancers/tier-load-balancer";
import { webFirewallRules } from "../../../components/load-balancers/web-firewall-rules";
import { record, type Recording } from "../recording";

const ACCOUNT = "123456789012";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const outputs = {
    "aws:s3/bucket:Bucket": () => ({ bucket: "delivery" }),
    "aws:acm/certificate:Certificate": () => ({
        domainValidationOptions: [
            {
                domainName: "a.appsonic.example",
                resourceRecordName: "_proof",
                resourceRecordType: "CNAME",
                resourceRecordValue: "_answer",
            },
        ],
    }),
    "aws:acm/certificateValidation:CertificateValidation": () => ({ certificateArn: "issued" }),
    "aws:lb/loadBalancer:LoadBalancer": () => ({
        arnSuffix: "app/prod-public/1",
        dnsName: "prod-public.example",
        zoneId: "ZLB",
    }),
};

/** Makes a load balancer with the arguments that a test cares about. */
const balance = async (
    args: Partial<TierLoadBalancerArgs> = {},
    look: (balancer: TierLoadBalancer) => void = () => undefined,
): Promise<Recording> =>
    record(
        () => {
            look(
                new TierLoadBalancer("prod-public", {
                    tier: "public",
                    vpcId: "vpc-1",
                    subnetIds: ["subnet-1", "subnet-2"],
                    certificateArn: "given",
                    hostNames: ["a.appsonic.example"],
                    hostedZoneId: "Z1",
                    logDelivery: new LogDelivery("delivery", { accountId: ACCOUNT }),
                    ...args,
                }),
            );
        },
        { outputs },
    );

describe("TierLoadBalancer", () => {
    it("is strict about what it accepts and keeps complete logs", async () => {
        const made = await balance();
        assert.deepEqual(made.inputs("aws:lb/loadBalancer:LoadBalancer", "prod-public"), {
            loadBalancerType: "application",
            internal: false,
            ipAddressType: "ipv4",
            subnets: ["subnet-1", "subnet-2"],
            securityGroups: ["prod-public-security-group-id"],
            enableDeletionProtection: true,
            dropInvalidHeaderFields: true,
            desyncMitigationMode: "strictest",
            xffHeaderProcessingMode: "append",
            enableHttp2: true,
            enableWafFailOpen: false,
            accessLogs: { bucket: "delivery", enabled: true, prefix: "prod-public/access" },
            connectionLogs: { bucket: "delivery", enabled: true, prefix: "prod-public/connection" },
            tags: { Name: "prod-public", tier: "public" },
        });
    });

    it("listens on 443 alone, with modern TLS, and answers 404 to unknown hosts", async () => {
        const made = await balance();
        assert.equal(made.ofType("aws:lb/listener:Listener").length, 1);
        assert.deepEqual(made.inputs("aws:lb/listener:Listener", "prod-public-https"), {
            loadBalancerArn: "arn:aws:mock:eu-west-1:123456789012:prod-public",
            port: 443,
            protocol: "HTTPS",
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
            certificateArn: "given",
            defaultActions: [
                {
                    type: "fixed-response",
                    fixedResponse: {
                        contentType: "text/plain",
                        messageBody: "Not found",
                        statusCode: "404",
                    },
                },
            ],
            routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=63072000",
            routingHttpResponseServerEnabled: false,
            routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
        });
        assert.deepEqual(made.ofType("aws:acm/certificate:Certificate"), []);
    });

    it("waits for a certificate that it has issued when none is given", async () => {
        const made = await balance({ certificateArn: undefined });
        assert.equal(
            made.inputs("aws:lb/listener:Listener", "prod-public-https").certificateArn,
            "issued",
        );
        assert.equal(
            made.inputs("aws:acm/certificate:Certificate", "prod-public-certificate").domainName,
            "a.appsonic.example",
        );
    });

    it("admits HTTPS from the world to the public tier over IPv4, and lets nothing out by itself", async () => {
        const made = await balance();
        assert.deepEqual(made.inputsByName(INGRESS), {
            "prod-public-from-internet": {
                securityGroupId: "prod-public-security-group-id",
                description: "HTTPS from anywhere",
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrIpv4: "0.0.0.0/0",
            },
        });
        assert.deepEqual(made.ofType(EGRESS), []);
        const group = made.inputs(
            "aws:ec2/securityGroup:SecurityGroup",
            "prod-public-security-group",
        );
        assert.equal(group.vpcId, "vpc-1");
        assert.equal(group.ingress, undefined);
        assert.equal(group.egress, undefined);
    });

    it("admits IPv6, too, when it has addresses of both kinds", async () => {
        const made = await balance({ ipAddressType: "dualstack" });
        assert.equal(made.inputs(INGRESS, "prod-public-from-internet-v6").cidrIpv6, "::/0");
        assert.equal(made.ofType(INGRESS).length, 2);
        assert.equal(
            made.inputs("aws:lb/loadBalancer:LoadBalancer", "prod-public").ipAddressType,
            "dualstack",
        );
    });

    it("admits nobody to the internal tier but the callers given", async () => {
        const nobody = await balance({ tier: "internal" });
        assert.deepEqual(nobody.ofType(INGRESS), []);
        assert.equal(
            nobody.inputs("aws:lb/loadBalancer:LoadBalancer", "prod-public").internal,
            true,
        );

        const made = await balance({
            tier: "internal",
            callers: { licensing: "sg-1", usage: "sg-2" },
        });
        const https = {
            securityGroupId: "prod-public-security-group-id",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        };
        assert.deepEqual(made.inputsByName(INGRESS), {
            "prod-public-from-licensing": {
                ...https,
                description: "HTTPS from licensing",
                referencedSecurityGroupId: "sg-1",
            },
            "prod-public-from-usage": {
                ...https,
                description: "HTTPS from usage",
                referencedSecurityGroupId: "sg-2",
            },
        });
    });

    it("ships requests without URLs and addresses, and connections, to CloudWatch", async () => {
        const made = await balance();
        for (const [kind, logType] of [
            ["access", "ALB_ACCESS_LOGS"],
            ["connection", "ALB_CONNECTION_LOGS"],
        ] as const) {
            const name = `prod-public-${kind}`;
            const logGroup = made.inputs("aws:cloudwatch/logGroup:LogGroup", `${name}-log-group`);
            assert.deepEqual(logGroup, {
                name: `/aws/vendedlogs/appsonic/${name}`,
                kmsKeyId: "arn:aws:mock:eu-west-1:123456789012:delivery-key",
                retentionInDays: 365,
                tags: { "data-class": "operational-logs" },
            });
            const source = made.inputs(
                "aws:cloudwatch/logDeliverySource:LogDeliverySource",
                `${name}-source`,
            );
            assert.deepEqual(source, {
                name,
                logType,
                resourceArn: "arn:aws:mock:eu-west-1:123456789012:prod-public",
            });
            const destination = made.inputs(
                "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
                `${name}-destination`,
            );
            assert.deepEqual(destination, {
                name,
                outputFormat: "json",
                deliveryDestinationConfiguration: {
                    destinationResourceArn: `arn:aws:mock:eu-west-1:123456789012:${name}-log-group`,
                },
            });
        }
        const delivery = (kind: string) =>
            made.inputs("aws:cloudwatch/logDelivery:LogDelivery", `prod-public-${kind}-delivery`);
        assert.equal(delivery("access").deliverySourceName, "prod-public-access");
        const access = delivery("access").recordFields as string[];
        const connection = delivery("connection").recordFields as string[];
        for (const field of ["request_line", "redirect_url", "client_port", "user_agent"]) {
            assert.ok(!access.includes(field), field);
        }
        for (const field of ["time", "conn_trace_id"]) {
            assert.ok(access.includes(field) && connection.includes(field), field);
        }
        assert.ok(connection.includes("client_ip"));
    });

    it("stands alone without a web firewall", async () => {
        let firewall: unknown = "unset";
        const made = await balance({}, (balancer) => (firewall = balancer.webFirewall));
        assert.equal(firewall, undefined);
        assert.deepEqual(made.ofType("aws:wafv2/webAcl:WebAcl"), []);
    });

    it("stands behind a web firewall that logs what it does, without secrets", async () => {
        const found: unknown[] = [];
        const made = await balance({ webFirewall: true }, ({ webFirewall }) => {
            found.push(webFirewall!.metricName);
            pulumi
                .all([webFirewall!.arn, webFirewall!.logGroupName])
                .apply((values) => found.push(...values));
        });
        const name = "prod-public-web-firewall";
        const arn = `arn:aws:mock:eu-west-1:123456789012:${name}-acl`;
        assert.deepEqual(found, [name, arn, `aws-waf-logs-appsonic-${name}`]);
        const { rules, ...acl } = made.inputs("aws:wafv2/webAcl:WebAcl", `${name}-acl`);
        assert.deepEqual(rules, webFirewallRules(name));
        assert.deepEqual(acl, {
            description: "Known attacks and floods are refused, everything else passes.",
            scope: "REGIONAL",
            defaultAction: { allow: {} },
            visibilityConfig: {
                cloudwatchMetricsEnabled: true,
                sampledRequestsEnabled: false,
                metricName: name,
            },
        });
        assert.deepEqual(
            made.inputs("aws:wafv2/webAclAssociation:WebAclAssociation", `${name}-association`),
            { resourceArn: "arn:aws:mock:eu-west-1:123456789012:prod-public", webAclArn: arn },
        );
        assert.deepEqual(
            made.inputs(
                "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
                `${name}-logging`,
            ),
            {
                resourceArn: arn,
                logDestinationConfigs: [`arn:aws:mock:eu-west-1:123456789012:${name}-log-group`],
                redactedFields: [
                    { singleHeader: { name: "authorization" } },
                    { singleHeader: { name: "cookie" } },
                    { queryString: {} },
                ],
            },
        );
        const logGroup = made.inputs("aws:cloudwatch/logGroup:LogGroup", `${name}-log-group`);
        assert.equal(logGroup.kmsKeyId, "arn:aws:mock:eu-west-1:123456789012:delivery-key");
        assert.equal(logGroup.retentionInDays, 365);
    });

    it("hands out what services, records and alarms need", async () => {
        let found: unknown;
        await balance({}, (it) => {
            pulumi
                .all([
                    it.arn,
                    it.arnSuffix,
                    it.listenerArn,
                    it.securityGroupId,
                    it.dnsName,
                    it.zoneId,
                    it.accessLogGroupName,
                    it.connectionLogGroupName,
                ])
                .apply((values) => (found = values));
        });
        assert.deepEqual(found, [
            "arn:aws:mock:eu-west-1:123456789012:prod-public",
            "app/prod-public/1",
            "arn:aws:mock:eu-west-1:123456789012:prod-public-https",
            "prod-public-security-group-id",
            "prod-public.example",
            "ZLB",
            "/aws/vendedlogs/appsonic/prod-public-access",
            "/aws/vendedlogs/appsonic/prod-public-connection",
        ]);
    });

    it("reports a name that AWS would refuse, before it makes anything", async () => {
        await assert.rejects(
            record(
                () =>
                    new TierLoadBalancer("awseb-1", {
                        tier: "public",
                        vpcId: "vpc-1",
                        subnetIds: [],
                        certificateArn: "given",
                        hostNames: [],
                        hostedZoneId: "Z1",
                        logDelivery: new LogDelivery("delivery", { accountId: ACCOUNT }),
                    }),
            ),
            /^Error: load balancer: found name "awseb-1", expected/,
        );
    });
});
