import assert from "node:assert/strict";

import {
    LoadBalancers,
    type LoadBalancersArgs,
} from "../../../components/load-balancers/load-balancers";
import { record } from "../recording";

const ARGS: LoadBalancersArgs = {
    accountId: "123456789012",
    specs: [
        {
            name: "public",
            tier: "public",
            hostNames: ["licensing.appsonic.example"],
            certificateArn: "public-certificate",
        },
        {
            name: "internal",
            tier: "internal",
            hostNames: ["support-console.appsonic.example"],
            certificateArn: "internal-certificate",
        },
    ],
    vpcId: "vpc-1",
    subnetIds: { public: ["subnet-1", "subnet-2"], internal: ["subnet-3", "subnet-4"] },
    hostedZoneId: "Z1",
    webFirewall: true,
    logRetentionDays: 400,
};

describe("LoadBalancers", () => {
    it("puts each in the subnets of its tier, and a web firewall in front of public ones only", async () => {
        let names: string[] = [];
        const made = await record(() => {
            names = Object.keys(new LoadBalancers("prod", ARGS).byName);
        });
        assert.deepEqual(names, ["public", "internal"]);
        const balancers = made.inputsByName("aws:lb/loadBalancer:LoadBalancer");
        assert.deepEqual(
            Object.entries(balancers).map(([name, { internal, subnets }]) => [
                name,
                internal,
                subnets,
            ]),
            [
                ["prod-public", false, ["subnet-1", "subnet-2"]],
                ["prod-internal", true, ["subnet-3", "subnet-4"]],
            ],
        );
        assert.deepEqual(
            made.ofType("aws:wafv2/webAcl:WebAcl").map(({ name }) => name),
            ["prod-public-web-firewall-acl"],
        );
    });

    it("opens an internal one to nobody: names of callers, as the configuration has them, are no groups", async () => {
        const specs = ARGS.specs.map((spec) => ({ ...spec, callers: ["licensing"] }));
        const made = await record(() => new LoadBalancers("prod", { ...ARGS, specs }));
        assert.deepEqual(
            made
                .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                .map(({ name }) => name),
            ["prod-public-from-internet"],
        );
    });

    it("issues a certificate where none is given", async () => {
        const specs = [
            { name: "usage", tier: "public", hostNames: ["usage.appsonic.example"] },
        ] as const;
        const proof = {
            domainName: "usage.appsonic.example",
            resourceRecordName: "_proof",
            resourceRecordType: "CNAME",
            resourceRecordValue: "_answer",
        };
        const made = await record(() => new LoadBalancers("prod", { ...ARGS, specs }), {
            outputs: {
                "aws:acm/certificate:Certificate": () => ({ domainValidationOptions: [proof] }),
            },
        });
        const certificate = made.inputs(
            "aws:acm/certificate:Certificate",
            "prod-usage-certificate",
        );
        assert.equal(certificate.domainName, "usage.appsonic.example");
    });
});
