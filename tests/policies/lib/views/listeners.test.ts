import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { certificatesOf, listenersOf } from "../../../../policies/lib/views/listeners";
import { guarded, UNKNOWN } from "../../support/unknown";

function view(props: Inputs) {
    return listenersOf(guarded(props));
}

function protocols(props: Inputs) {
    return view(props).map(({ path, protocol }) => [path, protocol]);
}

describe("listenersOf", () => {
    it("finds the listener of an application or network load balancer", () => {
        assert.deepEqual(protocols({ loadBalancerArn: "arn", port: 443, protocol: "tls" }), [
            ["protocol", "TLS"],
        ]);
    });

    it("finds one without a protocol", () => {
        assert.deepEqual(protocols({ loadBalancerArn: "arn", port: 80 }), [
            ["protocol", undefined],
        ]);
    });

    it("finds none where a gateway load balancer has neither protocol nor port", () => {
        assert.deepEqual(protocols({ loadBalancerArn: "arn" }), []);
    });

    it("finds every listener of a classic load balancer", () => {
        assert.deepEqual(protocols({ listeners: [{ lbProtocol: "ssl" }, {}, null] }), [
            ["listeners[0].lbProtocol", "SSL"],
            ["listeners[1].lbProtocol", undefined],
            ["listeners[2].lbProtocol", undefined],
        ]);
    });

    it("reads each listener on its own, so that an unknown one hides no other", () => {
        const [first, second] = view({ listeners: [UNKNOWN, { lbProtocol: "HTTP" }] });
        assert.throws(() => first!.protocol, {
            message: /^string value at \.listeners\.0 can't be known/,
        });
        assert.equal(second!.protocol, "HTTP");
    });

    it("finds where they listen", () => {
        const ports = (props: Inputs) => view(props).map(({ port }) => port);
        assert.deepEqual(ports({ port: 443, protocol: "TLS" }), [443]);
        assert.deepEqual(ports({ protocol: "TLS" }), [undefined]);
        assert.deepEqual(ports({ listeners: [{ lbPort: "443" }, { instancePort: 80 }] }), [
            443,
            undefined,
        ]);
    });

    it("finds as many listeners as a classic load balancer declares, in their order", () => {
        fc.assert(
            fc.property(fc.array(fc.constantFrom("HTTP", "HTTPS", "TCP", "SSL")), (list) => {
                const listeners = list.map((lbProtocol) => ({ lbProtocol }));
                assert.deepEqual(
                    view({ listeners }).map(({ protocol }) => protocol),
                    list,
                );
            }),
        );
    });
});

describe("isEncrypted", () => {
    it("is so for HTTPS, TLS and SSL only", () => {
        for (const protocol of ["HTTPS", "tls", "SSL"]) {
            assert.equal(view({ port: 443, protocol })[0]!.isEncrypted, true);
        }
        for (const protocol of ["HTTP", "TCP", "QUIC", "", undefined]) {
            assert.equal(view({ port: 443, protocol })[0]!.isEncrypted, false);
        }
    });
});

describe("certificatesOf", () => {
    function certificates(type: string, props: Inputs) {
        return certificatesOf(type, guarded(props)).map(
            ({ isEncrypted, certificate: { path, value } }) => [isEncrypted, path, value],
        );
    }

    it("finds the certificate of a listener", () => {
        const type = "aws:lb/listener:Listener";
        assert.deepEqual(certificates(type, { protocol: "TLS", certificateArn: "arn" }), [
            [true, "certificateArn", "arn"],
        ]);
        assert.deepEqual(certificates(type, { protocol: "HTTP", port: 80 }), [
            [false, "certificateArn", undefined],
        ]);
        assert.deepEqual(certificates(type, {}), []);
    });

    it("finds the certificates of a classic load balancer's listeners", () => {
        const listeners = [{ lbProtocol: "ssl", sslCertificateId: "arn" }, { lbProtocol: "HTTP" }];
        assert.deepEqual(certificates("aws:elb/loadBalancer:LoadBalancer", { listeners }), [
            [true, "listeners[0].sslCertificateId", "arn"],
            [false, "listeners[1].sslCertificateId", undefined],
        ]);
    });

    it("finds a certificate that a listener has beside its own", () => {
        for (const type of [
            "aws:lb/listenerCertificate:ListenerCertificate",
            "aws:alb/listenerCertificate:ListenerCertificate",
            "aws:elasticloadbalancingv2/listenerCertificate:ListenerCertificate",
            "aws:applicationloadbalancing/listenerCertificate:ListenerCertificate",
        ]) {
            assert.deepEqual(certificates(type, { listenerArn: UNKNOWN, certificateArn: "arn" }), [
                [true, "certificateArn", "arn"],
            ]);
        }
    });
});
