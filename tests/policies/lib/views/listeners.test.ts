import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { listenersOf } from "../../../../policies/lib/views/listeners";
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
