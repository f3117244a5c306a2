import { addressText, type Network, overlap, parseNetwork, type Run, runsOf } from "./networks";
import type { Problems } from "./problems";
import { type Draft, type Reader, refuse } from "./readers";
import type { TrustedNetwork } from "./types";

/** A trusted network as the stack file describes it. */
export type TrustedNetworkSettings = Omit<TrustedNetwork, "ipVersion">;

const PATH = "bastion.trustedNetworks";
const EXPECTED = 'a network such as "203.0.113.0/28" or "2001:db8:42::/56"';

/** The widest network that one may trust. */
interface Limit {
    readonly prefixLength: number;
    readonly expected: string;
}

const IPV6_LIMIT: Limit = { prefixLength: 56, expected: "an IPv6 network of /56 or narrower" };
const PRIVATE_LIMIT: Limit = { prefixLength: 20, expected: "a private network of /20 or narrower" };
const PUBLIC_LIMIT: Limit = { prefixLength: 24, expected: "a public network of /24 or narrower" };

/**
 * A narrow network (P-10); IPv6 is rewritten as AWS writes it. A network that is refused is given all the same, because
 * the world in two halves is still to be recognised.
 */
export const trustedRange: Reader<string> = (field) => {
    const network = typeof field.value === "string" ? parseNetwork(field.value) : undefined;
    if (network === undefined) return refuse(field, EXPECTED);
    const limit = limitOf(network);
    if (network.prefixLength < limit.prefixLength) {
        refuse(field, limit.expected);
    } else if (network.kind === "special") {
        refuse(field, "a public or private network, not one that has a special meaning");
    } else if (network.ipVersion === 4 && network.cidr !== field.value) {
        // An address inside the range: did somebody mean the address, or the range?
        refuse(field, `"${network.cidr}" or a single address (/32)`);
    }
    return network.cidr;
};

/** Reports trusted networks that overlap, that lie in the platform's own network, or that add up to a wide one. */
export function checkTrustedNetworks(
    drafts: readonly (Draft<TrustedNetworkSettings> | undefined)[],
    cidrBlock: string | undefined,
    problems: Problems,
): void {
    const all = drafts.flatMap((draft, index) => {
        const network = draft?.cidr === undefined ? undefined : parseNetwork(draft.cidr);
        return network === undefined ? [] : [{ ...network, path: `${PATH}[${index}]` }];
    });
    const sound = all.filter(({ path }) => !problems.has(`${path}.cidr`));
    const own = cidrBlock === undefined ? undefined : parseNetwork(cidrBlock);
    for (const [index, network] of sound.entries()) {
        const place = `${network.path}.cidr`;
        const other = sound.slice(0, index).find((before) => overlap(before, network));
        if (other !== undefined) {
            const found = `"${network.cidr}", which overlaps ${other.path} ("${other.cidr}")`;
            problems.add(place, found, "networks apart from each other");
        }
        if (own !== undefined && overlap(own, network)) {
            const found = `"${network.cidr}", which overlaps network.cidrBlock ("${own.cidr}")`;
            problems.add(place, found, "a network outside the platform");
        }
    }
    for (const run of runsOf(all)) checkRun(run, problems);
}

function checkRun({ members, first, last }: Run, problems: Problems): void {
    // One network alone has been looked at by itself.
    const [network] = members;
    const alone = members.some((member) => member.first === first && member.last === last);
    if (network === undefined || alone) return;
    const { ipVersion } = network;
    const narrowest = (a: Limit, b: Limit): Limit => (a.prefixLength > b.prefixLength ? a : b);
    const limit = members.map(limitOf).reduce(narrowest);
    const bits = ipVersion === 4 ? 32 : 128;
    const size = last - first + 1n;
    if (size <= 1n << BigInt(bits - limit.prefixLength)) return;
    const from = addressText(first, ipVersion);
    const to = addressText(last, ipVersion);
    const what = size === 1n << BigInt(bits) ? "the whole world" : "one range";
    problems.add(
        PATH,
        `${members.length} networks that together are ${what} (${from} to ${to})`,
        `no more together than ${limit.expected}`,
    );
}

function limitOf(network: Network): Limit {
    if (network.ipVersion === 6) return IPV6_LIMIT;
    return network.kind === "private" ? PRIVATE_LIMIT : PUBLIC_LIMIT;
}
