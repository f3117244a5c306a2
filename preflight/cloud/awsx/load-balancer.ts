import { isObject, OUTPUT, type Props, SIGNATURE, UNKNOWN, unwrap } from "../../values";
import { known } from "../provider/context";
import type { ConstructRequest } from "../simulation";
import { Children, idsOf, type Made, outputOf, plainly, type Wire } from "./children";
import { reference } from "./vpc-outputs";

const EVERYBODY = { cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] };
/** What awsx lets in and out where the program gives no security group: everything, and TCP. */
const OPEN_RULES = {
    ingress: [{ fromPort: 0, toPort: 0, protocol: "-1", ...EVERYBODY }],
    egress: [{ fromPort: 0, toPort: 65535, protocol: "tcp", ...EVERYBODY }],
};
/** Arguments that are not the load balancer's own. */
const OTHERS = new Set([
    "subnetIds",
    "subnets",
    "defaultTargetGroup",
    "defaultTargetGroupPort",
    "defaultSecurityGroup",
    "listener",
    "listeners",
]);

/**
 * Builds an `awsx.lb.ApplicationLoadBalancer` as awsx 3 does (awsx/lb/applicationLoadBalancer.ts): a security group that is open to
 * the world unless the program gives one, the load balancer, a target group, and listeners, which speak HTTP unless told otherwise.
 * @throws {Error} for arguments that awsx refuses
 */
export async function constructLoadBalancer(request: ConstructRequest): Promise<Props> {
    const { inputs, name, urn } = request;
    refuseTwo(inputs, ["subnets", "subnetIds", "subnetMappings"]);
    refuseTwo(inputs, ["listener", "listeners"]);
    refuseTwo(inputs, ["defaultTargetGroup", "defaultTargetGroupPort"]);
    const children = new Children(request);
    const from = (key: string): readonly string[] => children.argument(key).from;
    const { vpcId, subnets } = await network(request, children);
    const group = await securityGroup(request, children, vpcId);
    const own = Object.keys(inputs).filter((key) => !OTHERS.has(key));
    const loadBalancer = await children.add(
        "aws:lb/loadBalancer:LoadBalancer",
        name,
        urn,
        {
            ...Object.fromEntries(own.map((key) => [key, children.argument(key)])),
            ...(subnets && { subnets }),
            ...(group && { securityGroups: "urn" in group ? idsOf([group]) : group }),
            loadBalancerType: plainly("application"),
        },
        [],
    );
    const targetGroup = await children.add(
        "aws:lb/targetGroup:TargetGroup",
        name,
        urn,
        {
            vpcId,
            targetType: plainly("ip"),
            ...wires(targetProtocol(inputs), [...from("listener"), ...from("listeners")]),
            ...wires(objectAt(inputs, "defaultTargetGroup"), from("defaultTargetGroup")),
        },
        [],
    );
    const listeners: Made[] = [];
    for (const [index, listener] of listenersOf(inputs).entries()) {
        listeners.push(
            await children.add(
                "aws:lb/listener:Listener",
                `${name}-${String(index)}`,
                urn,
                {
                    defaultActions: forwardTo(targetGroup),
                    ...wires(listener, [...from("listener"), ...from("listeners")]),
                    loadBalancerArn: outputOf(loadBalancer, "arn"),
                },
                [],
            ),
        );
    }
    return {
        vpcId: output(vpcId.value, vpcId.from),
        ...(group && "urn" in group && { defaultSecurityGroup: made(group) }),
        loadBalancer: made(loadBalancer),
        defaultTargetGroup: made(targetGroup),
        listeners: output(
            listeners.some(({ id }) => id === UNKNOWN) ? UNKNOWN : listeners.map(reference),
            listeners.map((listener) => listener.urn),
        ),
    };
}

function refuseTwo(inputs: Props, keys: readonly string[]): void {
    if (keys.filter((key) => inputs[key] !== undefined).length > 1) {
        throw new Error(`Only one of [${keys.join("], [")}] can be specified`);
    }
}

/** Where it stands: in the subnets that the program names, else in those of the default VPC. */
async function network(
    { inputs, invoke }: ConstructRequest,
    children: Children,
): Promise<{ readonly vpcId: Wire; readonly subnets?: Wire }> {
    const key = ["subnets", "subnetIds", "subnetMappings"].find((k) => inputs[k] !== undefined);
    if (key === undefined) {
        const { id } = await invoke("aws:ec2/getVpc:getVpc", { default: true });
        const filters = [{ name: "vpc-id", values: [id] }];
        const { ids } = await invoke("aws:ec2/getSubnets:getSubnets", { filters });
        return { vpcId: plainly(id), subnets: plainly(ids) };
    }
    const given = children.argument(key);
    const [first] = Array.isArray(given.value) ? (given.value as unknown[]) : [];
    const subnetId = known(unwrap(isObject(first) ? first.subnetId : first));
    const vpcId =
        subnetId === undefined
            ? UNKNOWN
            : (await invoke("aws:ec2/getSubnet:getSubnet", { id: subnetId })).vpcId;
    return {
        vpcId: { value: vpcId, from: given.from },
        ...(key !== "subnetMappings" && { subnets: given }),
    };
}

/** The security group that is made, or the one that is given instead; undefined where the program sees to it. */
async function securityGroup(
    { inputs, name, urn }: ConstructRequest,
    children: Children,
    vpcId: Wire,
): Promise<Made | Wire | undefined> {
    const wanted = objectAt(inputs, "defaultSecurityGroup");
    if (inputs.securityGroups !== undefined || wanted.skip === true) return undefined;
    refuseTwo(wanted, ["args", "securityGroupId"]);
    if (wanted.securityGroupId !== undefined) {
        return children.argument("defaultSecurityGroup", [wanted.securityGroupId]);
    }
    const properties =
        wanted.args === undefined
            ? { vpcId, ...wires(OPEN_RULES, []) }
            : wires(objectAt(wanted, "args"), children.argument("defaultSecurityGroup").from);
    return children.add("aws:ec2/securityGroup:SecurityGroup", name, urn, properties, []);
}

/** Port and protocol of the target group; with a list of one listener awsx sets neither. */
function targetProtocol(inputs: Props): Props {
    const { listeners } = inputs;
    if (!Array.isArray(listeners)) {
        return protocolOf(objectAt(inputs, "listener"), inputs.defaultTargetGroupPort);
    }
    return listeners.length === 1
        ? {}
        : protocolOf(objectAt({ first: (listeners as unknown[])[0] }, "first"));
}

function listenersOf(inputs: Props): readonly Props[] {
    const { listeners } = inputs;
    if (!Array.isArray(listeners)) {
        return [{ ...targetProtocol(inputs), ...objectAt(inputs, "listener") }];
    }
    return (listeners as unknown[]).map((each) => {
        const listener = objectAt({ each }, "each");
        return { ...protocolOf(listener), ...listener };
    });
}

function protocolOf({ port, protocol }: Props, defaultPort: unknown = 80): Props {
    if (port === undefined && protocol === undefined) {
        return { port: defaultPort, protocol: "HTTP" };
    }
    const isUnknown = port === UNKNOWN || protocol === UNKNOWN;
    return {
        port: port ?? (isUnknown ? UNKNOWN : protocol === "HTTPS" ? 443 : 80),
        protocol: protocol ?? (isUnknown ? UNKNOWN : port === 443 ? "HTTPS" : "HTTP"),
    };
}

function forwardTo(target: Made): Wire {
    const { value, from } = outputOf(target, "arn");
    return { value: [{ type: "forward", targetGroupArn: value }], from };
}

function objectAt(holder: Props, key: string): Props {
    const value = unwrap(holder[key]);
    return isObject(value) ? value : {};
}

function wires(properties: Props, from: readonly string[]): Record<string, Wire> {
    return Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, { value, from }]),
    );
}

function output(value: unknown, dependencies: readonly string[]): Props {
    return { [SIGNATURE]: OUTPUT, ...(value !== UNKNOWN && { value }), dependencies };
}

/** A child as an output; in a preview none is known. */
function made(child: Made): Props {
    return output(child.id === UNKNOWN ? UNKNOWN : reference(child), [child.urn]);
}
