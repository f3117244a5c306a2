import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { bypassOf, healthCheckOf, targetsOf } from "../../../../policies/lib/views/targets";
import { guarded, UNKNOWN } from "../../support/unknown";

const GROUP = "aws:lb/targetGroup:TargetGroup";
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";

function targets(type: string, props: Inputs) {
    return targetsOf(type, guarded(props)).map(({ path, protocol }) => [path, protocol]);
}

describe("targetsOf", () => {
    it("finds a target group's protocol, in capital letters", () => {
        assert.deepEqual(targets(GROUP, { protocol: "https" }), [["protocol", "HTTPS"]]);
        assert.deepEqual(targets(GROUP, {}), [["protocol", undefined]]);
        assert.deepEqual(targets("aws:elasticloadbalancingv2/targetGroup:TargetGroup", {}), [
            ["protocol", undefined],
        ]);
    });

    it("finds every listener's protocol of a classic load balancer", () => {
        const listeners = [{ instanceProtocol: "ssl", lbProtocol: "HTTPS" }, {}];
        const expected = [
            ["listeners[0].instanceProtocol", "SSL"],
            ["listeners[1].instanceProtocol", undefined],
        ];
        assert.deepEqual(targets(CLASSIC, { listeners }), expected);
        assert.deepEqual(
            targets("aws:elasticloadbalancing/loadBalancer:LoadBalancer", { listeners }),
            expected,
        );
        assert.deepEqual(targets(CLASSIC, {}), []);
    });

    it("reads each on its own, so that an unknown one hides no other", () => {
        const [first, second] = targetsOf(
            CLASSIC,
            guarded({ listeners: [UNKNOWN, { instanceProtocol: "HTTP" }] }),
        );
        assert.throws(() => first!.protocol, { message: /\.listeners\.0 can't be known/ });
        assert.equal(second!.protocol, "HTTP");
        const [group] = targetsOf(GROUP, guarded({ protocol: UNKNOWN }));
        assert.throws(() => group!.protocol, { message: /\.protocol can't be known/ });
    });

    it("finds as many as a classic load balancer has listeners, in their order", () => {
        fc.assert(
            fc.property(fc.array(fc.constantFrom("HTTP", "HTTPS", "TCP", "SSL")), (list) => {
                const listeners = list.map((instanceProtocol) => ({ instanceProtocol }));
                assert.deepEqual(
                    targets(CLASSIC, { listeners }).map(([, protocol]) => protocol),
                    list,
                );
            }),
        );
    });
});

describe("bypassOf", () => {
    const LAMBDA = "Lambda functions are invoked through AWS's own API";
    const BALANCER = "The application load balancer behind it ends TLS itself";
    const rows: readonly [Inputs, string | undefined][] = [
        [{ targetType: "lambda" }, LAMBDA],
        [{ targetType: "LAMBDA" }, LAMBDA],
        [{ targetType: "alb", protocol: "TCP" }, BALANCER],
        [{ targetType: "alb", protocol: "tcp" }, BALANCER],
        [{ protocol: "GENEVE" }, "Appliances get packets as they are"],
        [{ targetType: "ip", protocol: "TCP" }, undefined],
        [{ targetType: "instance" }, undefined],
        [{}, undefined],
        [{ protocol: "TCP" }, undefined],
        [{ targetType: UNKNOWN, protocol: "HTTP" }, undefined],
        [{ targetType: UNKNOWN, protocol: "TLS" }, undefined],
    ];
    for (const [props, expected] of rows) {
        it(`says ${expected ?? "that there is none"}: ${JSON.stringify(props)}`, () => {
            assert.equal(bypassOf(guarded(props)), expected);
        });
    }

    it("needs to know the kind of target where it matters", () => {
        for (const props of [{ targetType: UNKNOWN }, { targetType: UNKNOWN, protocol: "TCP" }]) {
            assert.throws(() => bypassOf(guarded(props)), {
                message: /\.targetType can't be known/,
            });
        }
    });
});

describe("healthCheckOf", () => {
    const rows: readonly [string, Inputs, readonly [string, string | undefined, string]][] = [
        [
            GROUP,
            { protocol: "HTTPS", healthCheck: { protocol: "https" } },
            ["healthCheck.protocol", "HTTPS", "HTTP"],
        ],
        [GROUP, { protocol: "TLS", healthCheck: {} }, ["healthCheck.protocol", undefined, "HTTP"]],
        [GROUP, { protocol: "https" }, ["healthCheck", undefined, "HTTP"]],
        [GROUP, { protocol: "HTTP" }, ["healthCheck", undefined, "HTTP"]],
        [GROUP, { protocol: "TLS" }, ["healthCheck", undefined, "TCP"]],
        [GROUP, {}, ["healthCheck", undefined, "TCP"]],
        [
            CLASSIC,
            { healthCheck: { target: "http:8080/a:b" } },
            ["healthCheck.target's protocol", "HTTP", "TCP"],
        ],
        [CLASSIC, { healthCheck: {} }, ["healthCheck.target's protocol", undefined, "TCP"]],
        [CLASSIC, {}, ["healthCheck.target's protocol", undefined, "TCP"]],
    ];
    for (const [type, props, expected] of rows) {
        it(`finds ${expected[1] ?? expected[2]}: ${type} ${JSON.stringify(props)}`, () => {
            const { path, protocol, fallback } = healthCheckOf(type, guarded(props));
            assert.deepEqual([path, protocol, fallback], expected);
        });
    }

    it("needs the target group's protocol only where there is no health check", () => {
        const set = healthCheckOf(GROUP, guarded({ protocol: UNKNOWN, healthCheck: {} }));
        assert.equal(set.fallback, "HTTP");
        const unset = healthCheckOf(GROUP, guarded({ protocol: UNKNOWN }));
        assert.throws(() => unset.fallback, { message: /\.protocol can't be known/ });
    });
});
