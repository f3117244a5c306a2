import type { Inputs } from "../policy";
import { isSet, itemsOf, objectOf, textOf } from "../properties";
import { protocolOf } from "./listeners";
import { CLASSIC_TYPES, TARGET_GROUP_TYPES } from "./load-balancers";

/** Types that say how a load balancer reaches what is behind it. */
export const TARGET_TYPES = [...TARGET_GROUP_TYPES, ...CLASSIC_TYPES] as const;

/** How a load balancer reaches targets, or asks whether they are well. */
interface TargetProtocol {
    /** Property that sets it, for messages. */
    readonly path: string;
    /** In capital letters; `undefined` when the program leaves it to AWS. Throws while it is not known yet. */
    readonly protocol: string | undefined;
}

/** A health check's protocol. */
interface HealthCheckProtocol extends TargetProtocol {
    /** What the provider, or AWS, makes of one that is not set. Throws while that is not known yet. */
    readonly fallback: string;
}

/**
 * How a resource of one of `TARGET_TYPES` says that targets are reached: one protocol, but any number for a classic load
 * balancer. Throws while a classic load balancer's list is not known yet.
 */
export function targetsOf(type: string, props: Inputs): readonly TargetProtocol[] {
    if (!isClassic(type)) {
        return [
            {
                path: "protocol",
                get protocol() {
                    return protocolOf(props, "protocol");
                },
            },
        ];
    }
    return itemsOf(props, "listeners").map((item) => ({
        path: `${item.path}.instanceProtocol`,
        get protocol() {
            return protocolOf(item.value, "instanceProtocol");
        },
    }));
}

/** Why a target group's targets need no protocol with TLS, if they do not. Throws while that is not known yet. */
export function bypassOf(props: Inputs): string | undefined {
    const protocol = protocolOf(props, "protocol");
    if (protocol === "GENEVE") return "Appliances get packets as they are";
    // The kind of target matters to no other protocol, so it need not be known.
    if (protocol !== undefined && protocol !== "TCP") return undefined;
    switch (textOf(props, "targetType")?.toLowerCase()) {
        case "lambda":
            return "Lambda functions are invoked through AWS's own API";
        case "alb":
            return "The application load balancer behind it ends TLS itself";
        default:
            return undefined;
    }
}

/** How a resource of one of `TARGET_TYPES` asks its targets whether they are well. Throws while the check is not known yet. */
export function healthCheckOf(type: string, props: Inputs): HealthCheckProtocol {
    const healthCheck = objectOf(props, "healthCheck");
    if (isClassic(type)) {
        return {
            path: "healthCheck.target's protocol",
            get protocol() {
                // HTTP:8080/health
                return protocolOf(healthCheck, "target")?.split(":")[0];
            },
            fallback: "TCP",
        };
    }
    if (isSet(props, "healthCheck")) {
        return {
            path: "healthCheck.protocol",
            get protocol() {
                return protocolOf(healthCheck, "protocol");
            },
            fallback: "HTTP",
        };
    }
    return {
        path: "healthCheck",
        protocol: undefined,
        get fallback() {
            return ["HTTP", "HTTPS"].includes(protocolOf(props, "protocol") ?? "") ? "HTTP" : "TCP";
        },
    };
}

function isClassic(type: string): boolean {
    return CLASSIC_TYPES.some((each) => each === type);
}
