import { definePolicy } from "../lib/define-policy";
import type { Inputs, Report, Subject } from "../lib/policy";
import { itemsOf, numberOf } from "../lib/properties";
import { quote } from "../lib/quote";
import { protocolOf } from "../lib/views/listeners";

/** Whatever takes connections from outside takes HTTPS or SSH (P-09). */
export const entranceProtocol = definePolicy({
    name: "entrance-protocol",
    control: "HTTPS-21",
    title: "Accelerators, service networks, file servers and VPNs offer HTTPS and SSH only.",
    severity: "high",
    why: "Each further protocol is a door that the promise does not name, and plain HTTP or FTP one that anybody on the way can look through.",
    remediation:
        "Set the listener's protocol to HTTPS, its ports to 443, and the file server's protocols to SFTP only; do without what offers nothing else.",
    frameworks: [
        "fsbp:Transfer.2",
        "config:TRANSFER_FAMILY_SERVER_NO_FTP",
        "checkov:CKV_AWS_357",
        "prowler:transfer_server_in_transit_encryption_enabled",
    ],
    checks: {
        "aws:vpclattice/listener:Listener": [
            (props, report) => {
                const protocol = protocolOf(props, "protocol") ?? "";
                if (["HTTPS", "TLS_PASSTHROUGH"].includes(protocol)) return;
                report(`protocol is ${quote(protocol)}, expected HTTPS or TLS_PASSTHROUGH`);
            },
        ],
        "aws:globalaccelerator/listener:Listener": [
            (props, report) => {
                const protocol = protocolOf(props, "protocol") ?? "";
                if (protocol !== "TCP") report(`protocol is ${quote(protocol)}, expected TCP`);
            },
            judgePorts,
        ],
        "aws:globalaccelerator/customRoutingListener:CustomRoutingListener": [judgePorts],
        "aws:transfer/server:Server": [
            (props, report, { ifKnown }) => {
                // AWS takes SFTP, which is SSH, where none is named.
                for (const item of itemsOf(props, "protocols")) {
                    ifKnown(() => {
                        if (item.text !== "SFTP")
                            report(`${item.path} is ${quote(item.text)}, expected SFTP`);
                    });
                }
            },
        ],
        "aws:lightsail/lb:Lb": [
            (_, report) => {
                report(
                    "A Lightsail load balancer always listens on HTTP, expected an aws.lb.LoadBalancer",
                );
            },
        ],
        "aws:ec2clientvpn/endpoint:Endpoint": [
            (_, report) => {
                report("A Client VPN endpoint speaks OpenVPN, expected HTTPS and SSH only");
            },
        ],
    },
    examples: {
        accepted: [
            {
                title: "a service network's listener on HTTPS",
                resources: [
                    {
                        type: "aws:vpclattice/listener:Listener",
                        props: { protocol: "HTTPS", port: 443 },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an accelerator's listener on port 80 as well",
                resources: [
                    {
                        type: "aws:globalaccelerator/listener:Listener",
                        props: {
                            protocol: "TCP",
                            portRanges: [
                                { fromPort: 80, toPort: 80 },
                                { fromPort: 443, toPort: 443 },
                            ],
                        },
                    },
                ],
                messages: ["portRanges[0] is 80 to 80, expected 443 only"],
            },
        ],
    },
});

function judgePorts(props: Inputs, report: Report, { ifKnown }: Subject): void {
    for (const item of itemsOf(props, "portRanges")) {
        ifKnown(() => {
            const [from, to] = ["fromPort", "toPort"].map((key) => numberOf(item.value, key));
            if (from === 443 && to === 443) return;
            report(`${item.path} is ${from ?? "any"} to ${to ?? "any"}, expected 443 only`);
        });
    }
}
