import { serviceFirewallPorts } from "../../../policies/https-only/service-firewall-ports";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const LIGHTSAIL = "aws:lightsail/instancePublicPorts:InstancePublicPorts";
const GAMELIFT = "aws:gamelift/fleet:Fleet";
const { accepts, reports, cannotEvaluate } = verdictsOf(serviceFirewallPorts, LIGHTSAIL);
const EXPECTED = "expected TCP port 443 only";

type Props = Readonly<Record<string, unknown>>;

function port(fromPort: unknown, more: Props = {}): Props {
    return { protocol: "tcp", fromPort, toPort: fromPort, ...more };
}

function lightsail(...portInfos: readonly unknown[]): Props {
    return { portInfos };
}

function gamelift(...ec2InboundPermissions: readonly Props[]): Props {
    return { ec2InboundPermissions };
}

describe("service-firewall-ports", () => {
    it("accepts HTTPS from anywhere, nothing at all, and private networks", async () => {
        await accepts(lightsail(port(443), port(443, { cidrs: ["0.0.0.0/0"] })));
        await accepts(lightsail());
        await accepts({});
        await accepts(lightsail(port(5432, { cidrs: ["10.0.0.0/16"] })));
        await accepts(lightsail(port(3, { protocol: "icmp" })));
        await accepts(gamelift(port(443, { protocol: "TCP", ipRange: "0.0.0.0/0" })), GAMELIFT);
        await accepts({}, GAMELIFT);
    });

    it("reports other ports from anywhere, SSH and ranges of ports among them", async () => {
        await reports(
            lightsail(
                port(22),
                port(80),
                port(443, { toPort: 444 }),
                port(8, { protocol: "icmp" }),
            ),
            [
                `portInfos[0] admits TCP port 22 from anywhere, ${EXPECTED}`,
                `portInfos[1] admits TCP port 80 from anywhere, ${EXPECTED}`,
                `portInfos[2] admits TCP ports 443 to 444 from anywhere, ${EXPECTED}`,
                `portInfos[3] admits ICMP type 8 from anywhere, ${EXPECTED}`,
            ],
        );
        await reports(lightsail(port(0, { protocol: "all" })), [
            `portInfos[0] admits every protocol from anywhere, ${EXPECTED}`,
        ]);
    });

    it("reports other ports from ranges and from Lightsail's own list", async () => {
        const sources = {
            cidrs: ["203.0.113.7/32", "10.0.0.0/16"],
            ipv6Cidrs: ["::/0"],
            cidrListAliases: ["lightsail-connect"],
        };
        await reports(lightsail(port(22, sources)), [
            `portInfos[0] admits TCP port 22 from "203.0.113.7/32", ${EXPECTED}`,
            `portInfos[0] admits TCP port 22 from "::/0", ${EXPECTED}`,
            `portInfos[0] admits TCP port 22 from "lightsail-connect", ${EXPECTED}`,
        ]);
    });

    it("reports what game servers open", async () => {
        await reports(
            gamelift(
                port(7777, { protocol: "UDP", ipRange: "0.0.0.0/0" }),
                port(7777, { protocol: "UDP", ipRange: "10.0.0.0/16" }),
            ),
            [`ec2InboundPermissions[0] admits UDP port 7777 from "0.0.0.0/0", ${EXPECTED}`],
            GAMELIFT,
        );
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        await cannotEvaluate(
            lightsail(UNKNOWN, port(UNKNOWN), port(22, { cidrs: [UNKNOWN, "0.0.0.0/0"] })),
            [
                "portInfos[0] is not known yet",
                "portInfos[1].fromPort is not known yet",
                "portInfos[2].cidrs[0] is not known yet",
            ],
            [`portInfos[2] admits TCP port 22 from "0.0.0.0/0", ${EXPECTED}`],
        );
    });
});
