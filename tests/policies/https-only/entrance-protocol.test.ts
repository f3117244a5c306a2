import assert from "node:assert/strict";
import { entranceProtocol } from "../../../policies/https-only/entrance-protocol";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const LATTICE = "aws:vpclattice/listener:Listener";
const ACCELERATOR = "aws:globalaccelerator/listener:Listener";
const CUSTOM = "aws:globalaccelerator/customRoutingListener:CustomRoutingListener";
const TRANSFER = "aws:transfer/server:Server";

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(entranceProtocol, { type, props });
}

const HTTPS = { fromPort: 443, toPort: 443 };

describe("entrance-protocol", () => {
    it("accepts a service network's listener with TLS", async () => {
        for (const protocol of ["HTTPS", "https", "TLS_PASSTHROUGH"]) {
            assert.deepEqual(await judged(LATTICE, { protocol }), []);
        }
    });

    it("reports a service network's listener without", async () => {
        for (const [props, found] of [
            [{ protocol: "HTTP" }, "HTTP"],
            [{ protocol: "http" }, "HTTP"],
            [{}, ""],
        ] as const) {
            assert.deepEqual(await judged(LATTICE, props), [
                `fail: protocol is "${found}", expected HTTPS or TLS_PASSTHROUGH`,
            ]);
        }
    });

    it("accepts an accelerator's listener on port 443", async () => {
        assert.deepEqual(await judged(ACCELERATOR, { protocol: "TCP", portRanges: [HTTPS] }), []);
        assert.deepEqual(await judged(CUSTOM, { portRanges: [HTTPS] }), []);
    });

    it("reports an accelerator's other ports and protocols", async () => {
        for (const [range, found] of [
            [{ fromPort: 80, toPort: 80 }, "80 to 80"],
            [{ fromPort: 443, toPort: 444 }, "443 to 444"],
            [{ fromPort: 442, toPort: 443 }, "442 to 443"],
            [{}, "any to any"],
        ] as const) {
            const finding = `fail: portRanges[1] is ${found}, expected 443 only`;
            const portRanges = [HTTPS, range];
            assert.deepEqual(await judged(ACCELERATOR, { protocol: "TCP", portRanges }), [finding]);
            assert.deepEqual(await judged(CUSTOM, { portRanges }), [finding]);
        }
        assert.deepEqual(await judged(ACCELERATOR, { protocol: "UDP", portRanges: [HTTPS] }), [
            `fail: protocol is "UDP", expected TCP`,
        ]);
        assert.deepEqual(await judged(ACCELERATOR, { portRanges: [HTTPS] }), [
            `fail: protocol is "", expected TCP`,
        ]);
    });

    it("accepts a file server on SFTP, as AWS makes it by itself", async () => {
        for (const props of [{ protocols: ["SFTP"] }, {}, { protocols: null }]) {
            assert.deepEqual(await judged(TRANSFER, props), []);
        }
    });

    it("reports a file server's other protocols", async () => {
        assert.deepEqual(await judged(TRANSFER, { protocols: ["SFTP", "FTPS", "FTP", "AS2"] }), [
            `fail: protocols[1] is "FTPS", expected SFTP`,
            `fail: protocols[2] is "FTP", expected SFTP`,
            `fail: protocols[3] is "AS2", expected SFTP`,
        ]);
    });

    it("reports what offers nothing else", async () => {
        assert.deepEqual(await judged("aws:lightsail/lb:Lb", {}), [
            "fail: A Lightsail load balancer always listens on HTTP, expected an aws.lb.LoadBalancer",
        ]);
        assert.deepEqual(await judged("aws:ec2clientvpn/endpoint:Endpoint", {}), [
            "fail: A Client VPN endpoint speaks OpenVPN, expected HTTPS and SSH only",
        ]);
    });

    it("judges what is known", async () => {
        const portRanges = [UNKNOWN, { fromPort: 80, toPort: 80 }];
        assert.deepEqual(await judged(ACCELERATOR, { protocol: UNKNOWN, portRanges }), [
            "fail: portRanges[1] is 80 to 80, expected 443 only",
            "not-evaluated: portRanges[0] is not known yet",
            "not-evaluated: protocol is not known yet",
        ]);
        assert.deepEqual(await judged(ACCELERATOR, { protocol: "UDP", portRanges: UNKNOWN }), [
            `fail: protocol is "UDP", expected TCP`,
            "not-evaluated: portRanges is not known yet",
        ]);
        assert.deepEqual(await judged(TRANSFER, { protocols: [UNKNOWN, "FTP"] }), [
            `fail: protocols[1] is "FTP", expected SFTP`,
            "not-evaluated: protocols[0] is not known yet",
        ]);
        assert.deepEqual(await judged(LATTICE, { protocol: UNKNOWN }), [
            "not-evaluated: protocol is not known yet",
        ]);
    });
});
