import assert from "node:assert/strict";
import { OUTPUT, type Props, RESOURCE, SIGNATURE, UNKNOWN } from "../../../../preflight/values";
import { construct, type Construction } from "./construction";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const TARGET = "aws:lb/targetGroup:TargetGroup";
const LISTENER = "aws:lb/listener:Listener";

async function build(inputs: Props, more: Partial<Parameters<typeof construct>[0]> = {}) {
    return construct({ type: "awsx:lb:ApplicationLoadBalancer", name: "web", inputs, ...more });
}

/** Inputs of the children of a type, with ids and ARNs of other children as `<type name>`. */
function inputsOf({ children, byId }: Construction, type: string): readonly Props[] {
    const named = (value: unknown): unknown => {
        if (typeof value === "string") return byId(value) ?? value;
        if (Array.isArray(value)) return value.map(named);
        if (typeof value !== "object" || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]));
    };
    return children
        .filter((child) => child.type === type)
        .map(({ inputs }) => named(inputs) as Props);
}

async function protocols(inputs: Props): Promise<Props> {
    const construction = await build(inputs);
    const pick = ({ port, protocol }: Props): Props => ({ port, protocol });
    return {
        target: inputsOf(construction, TARGET).map(pick)[0],
        listeners: inputsOf(construction, LISTENER).map(pick),
    };
}

describe("preflight/cloud/awsx/load-balancer", () => {
    it("is open to the world and speaks HTTP in the default VPC where nothing is said", async () => {
        const construction = await build({});
        assert.deepEqual(
            construction.children.map(({ type, name }) => `${type} ${name}`),
            [`${GROUP} web`, `${BALANCER} web`, `${TARGET} web`, `${LISTENER} web-0`],
        );
        const everybody = { cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] };
        const [group] = inputsOf(construction, GROUP);
        const vpcId = group?.vpcId;
        assert.match(String(vpcId), /^vpc-[0-9a-f]{17}$/);
        assert.deepEqual(group, {
            vpcId,
            ingress: [{ fromPort: 0, toPort: 0, protocol: "-1", ...everybody }],
            egress: [{ fromPort: 0, toPort: 65535, protocol: "tcp", ...everybody }],
        });
        const [balancer] = inputsOf(construction, BALANCER);
        assert.equal((balancer?.subnets as string[]).length, 3);
        assert.deepEqual(
            { ...balancer, subnets: [] },
            {
                subnets: [],
                securityGroups: [`<${GROUP} web>`],
                loadBalancerType: "application",
            },
        );
        assert.deepEqual(inputsOf(construction, TARGET), [
            { vpcId, targetType: "ip", port: 80, protocol: "HTTP" },
        ]);
        assert.deepEqual(inputsOf(construction, LISTENER), [
            {
                defaultActions: [{ type: "forward", targetGroupArn: `<${TARGET} web>` }],
                port: 80,
                protocol: "HTTP",
                loadBalancerArn: `<${BALANCER} web>`,
            },
        ]);
        for (const { parent } of construction.children)
            assert.equal(construction.label(parent), "web");
    });

    it("gives back what it made", async () => {
        const { children, outputs } = await build({ subnetIds: ["subnet-1"] });
        const made = (type: string): Props => {
            const { urn, id } = children.find((child) => child.type === type) ?? {};
            return { [SIGNATURE]: RESOURCE, urn, id };
        };
        const output = (value: unknown, ...dependencies: unknown[]): Props => ({
            [SIGNATURE]: OUTPUT,
            value,
            dependencies,
        });
        const { vpcId, ...rest } = outputs;
        assert.match(String((vpcId as Props).value), /^vpc-/);
        assert.deepEqual(rest, {
            defaultSecurityGroup: output(made(GROUP), made(GROUP).urn),
            loadBalancer: output(made(BALANCER), made(BALANCER).urn),
            defaultTargetGroup: output(made(TARGET), made(TARGET).urn),
            listeners: output([made(LISTENER)], made(LISTENER).urn),
        });
    });

    it("knows nothing of what it makes in a preview", async () => {
        const { outputs } = await build({ subnetIds: UNKNOWN }, { preview: true });
        for (const [key, output] of Object.entries(outputs))
            assert.equal("value" in (output as Props), false, key);
    });

    it("takes subnets, groups and its own properties from the program", async () => {
        const construction = await build(
            {
                subnets: ["subnet-1", "subnet-2"],
                securityGroups: ["sg-1"],
                internal: true,
                defaultTargetGroup: { port: 8443, protocol: "HTTPS" },
            },
            { propertyDependencies: { subnets: ["urn:subnet"] } },
        );
        assert.deepEqual(inputsOf(construction, GROUP), []);
        assert.deepEqual(inputsOf(construction, BALANCER), [
            {
                subnets: ["subnet-1", "subnet-2"],
                securityGroups: ["sg-1"],
                internal: true,
                loadBalancerType: "application",
            },
        ]);
        const [target] = inputsOf(construction, TARGET);
        assert.deepEqual([target?.port, target?.protocol], [8443, "HTTPS"]);
        const [balancer] = construction.children;
        assert.deepEqual(balancer?.dependencies, ["urn:subnet"]);
        const mapped = await build({ subnetMappings: [{ subnetId: "subnet-1" }] });
        assert.deepEqual(inputsOf(mapped, BALANCER)[0]?.subnetMappings, [{ subnetId: "subnet-1" }]);
        assert.equal(inputsOf(mapped, BALANCER)[0]?.subnets, undefined);
    });

    it("makes the default security group as told, or none", async () => {
        const groups = async (defaultSecurityGroup: Props): Promise<readonly unknown[]> => {
            const construction = await build({ defaultSecurityGroup });
            return [
                inputsOf(construction, GROUP),
                inputsOf(construction, BALANCER)[0]?.securityGroups,
            ];
        };
        assert.deepEqual(await groups({ skip: true }), [[], undefined]);
        assert.deepEqual(await groups({ securityGroupId: "sg-1" }), [[], ["sg-1"]]);
        assert.deepEqual(await groups({ args: { ingress: [] } }), [
            [{ ingress: [] }],
            [`<${GROUP} web>`],
        ]);
    });

    it("fills in the port by the protocol, and the protocol by the port", async () => {
        const https = { port: 443, protocol: "HTTPS" };
        const http = { port: 80, protocol: "HTTP" };
        for (const [listener, expected] of [
            [{ port: 443 }, https],
            [{ protocol: "HTTPS" }, https],
            [
                { port: 8443, protocol: "HTTPS" },
                { port: 8443, protocol: "HTTPS" },
            ],
            [{ port: 8080 }, { port: 8080, protocol: "HTTP" }],
            [{ protocol: "HTTP" }, http],
            [{ certificateArn: "arn" }, http],
            [{ port: UNKNOWN }, { port: UNKNOWN, protocol: UNKNOWN }],
            [{ protocol: UNKNOWN }, { port: UNKNOWN, protocol: UNKNOWN }],
        ] as const) {
            const message = JSON.stringify(listener);
            assert.deepEqual(
                await protocols({ listener }),
                { target: expected, listeners: [expected] },
                message,
            );
            assert.deepEqual(
                await protocols({ listeners: [listener, { port: 443 }] }),
                { target: expected, listeners: [expected, https] },
                message,
            );
        }
        assert.deepEqual(await protocols({ listeners: [{ port: 443 }] }), {
            target: { port: undefined, protocol: undefined },
            listeners: [https],
        });
        assert.deepEqual(await protocols({ defaultTargetGroupPort: 8080 }), {
            target: { port: 8080, protocol: "HTTP" },
            listeners: [{ port: 8080, protocol: "HTTP" }],
        });
    });

    it("refuses what awsx refuses", async () => {
        for (const [inputs, keys] of [
            [{ subnets: [], subnetIds: [] }, "subnets], [subnetIds], [subnetMappings"],
            [{ listener: {}, listeners: [] }, "listener], [listeners"],
            [
                { defaultTargetGroup: {}, defaultTargetGroupPort: 1 },
                "defaultTargetGroup], [defaultTargetGroupPort",
            ],
            [
                { defaultSecurityGroup: { args: {}, securityGroupId: "sg-1" } },
                "args], [securityGroupId",
            ],
        ] as const) {
            await assert.rejects(build(inputs), {
                message: `Only one of [${keys}] can be specified`,
            });
        }
    });
});
