/**
 * The /64 number `index` of a VPC's IPv6 range, as awsx cuts it.
 * @throws {Error} for a range that is not a /56
 */
export function ipv6SubnetBlock(vpcBlock: string, index: number): string {
    const [, address = "", mask = ""] = /^(.*)\/(\d+)$/.exec(vpcBlock) ?? [];
    if (mask !== "56") throw new Error(`VPC must be a /56 block (got /${mask})`);
    if (index > 0xff) throw new Error("index must be an integer from 0-255");
    const groups = address.split(":");
    const last = Number.parseInt(groups[3] ?? "", 16);
    if (Number.isNaN(last))
        throw new Error(`Vpc ipv6 cidr block was not in an expected form: ${vpcBlock}`);
    return `${groups.slice(0, 3).join(":")}:${((last & 0xff00) | index).toString(16)}::/64`;
}
