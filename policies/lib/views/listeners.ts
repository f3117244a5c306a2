import type { Inputs } from "../policy";
import { isSet, itemsOf, numberOf, textOf } from "../properties";
import { CLASSIC_TYPES, LISTENER_CERTIFICATE_TYPES, LISTENER_V2_TYPES } from "./load-balancers";

/** Types of load balancers' listeners, and of classic load balancers, which hold theirs. */
export const LISTENER_TYPES = [...LISTENER_V2_TYPES, ...CLASSIC_TYPES] as const;

/** Types that give listeners their certificates. */
export const LISTENER_WITH_CERTIFICATE_TYPES = [
    ...LISTENER_TYPES,
    ...LISTENER_CERTIFICATE_TYPES,
] as const;

const ENCRYPTED = ["HTTPS", "TLS", "SSL"];

/** What the properties of a listener are called. */
const V2 = { protocol: "protocol", port: "port", certificate: "certificateArn" };
const CLASSIC: typeof V2 = {
    protocol: "lbProtocol",
    port: "lbPort",
    certificate: "sslCertificateId",
};

/** A text that a property holds. */
interface Setting {
    /** Property that sets it, for messages. */
    readonly path: string;
    /** `undefined` when the program leaves it to AWS. Throws while it is not known yet. */
    readonly value: string | undefined;
}

/** One listener, whatever kind of load balancer it belongs to. Reading a value that is not known yet throws. */
export interface Listener {
    /** Property that sets the protocol, for messages. */
    readonly path: string;
    /** What clients speak, in capital letters; `undefined` when the program leaves it to AWS. */
    readonly protocol: string | undefined;
    /** Whether clients speak TLS. */
    readonly isEncrypted: boolean;
    /** Where it listens. */
    readonly port: number | undefined;
    /** ARN of the certificate that it shows first. */
    readonly certificate: Setting;
}

/**
 * The listeners that a resource of one of `LISTENER_TYPES` declares: one each, but any number for a classic load
 * balancer, and none for a gateway load balancer, whose listener has neither protocol nor port.
 */
export function listenersOf(props: Inputs): readonly Listener[] {
    if (isSet(props, "listeners")) {
        // Each is read when it is asked for: an unknown one hides none of the others.
        return itemsOf(props, "listeners").map((item) =>
            listener(`${item.path}.`, CLASSIC, () => item.value),
        );
    }
    const isGateway = !isSet(props, "protocol") && !isSet(props, "port");
    return isGateway ? [] : [listener("", V2, () => props)];
}

/**
 * What a resource of one of `LISTENER_WITH_CERTIFICATE_TYPES` says of certificates: each of its listeners, or the listener that it
 * adds one to, which then speaks TLS. Throws while a classic load balancer's list is not known yet.
 */
export function certificatesOf(
    type: string,
    props: Inputs,
): readonly Pick<Listener, "isEncrypted" | "certificate">[] {
    return LISTENER_CERTIFICATE_TYPES.some((each) => each === type)
        ? [{ isEncrypted: true, certificate: setting("", "certificateArn", () => props) }]
        : listenersOf(props);
}

/** A protocol as AWS writes it, for the provider takes any case; `undefined` when it is not set. Throws while it is not known yet. */
export function protocolOf(props: Inputs, key: string): string | undefined {
    return textOf(props, key)?.toUpperCase();
}

/** Whether a protocol of Elastic Load Balancing is one with TLS. */
export function isEncrypted(protocol: string | undefined): boolean {
    return protocol !== undefined && ENCRYPTED.includes(protocol);
}

function listener(prefix: string, keys: typeof V2, read: () => Inputs): Listener {
    return {
        path: `${prefix}${keys.protocol}`,
        get protocol() {
            return protocolOf(read(), keys.protocol);
        },
        get isEncrypted() {
            return isEncrypted(this.protocol);
        },
        get port() {
            return numberOf(read(), keys.port);
        },
        certificate: setting(prefix, keys.certificate, read),
    };
}

function setting(prefix: string, key: string, read: () => Inputs): Setting {
    return {
        path: `${prefix}${key}`,
        get value() {
            return textOf(read(), key);
        },
    };
}
