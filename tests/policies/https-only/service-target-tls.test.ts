import assert from "node:assert/strict";
import { serviceTargetTls } from "../../../policies/https-only/service-target-tls";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ACCESS = "aws:verifiedaccess/endpoint:Endpoint";

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(serviceTargetTls, { type, props });
}

/** A service network's target group. */
function group(config: unknown, type = "INSTANCE") {
    return judged("aws:vpclattice/targetGroup:TargetGroup", { type, config });
}

function lightsail(origin: unknown) {
    return judged("aws:lightsail/distribution:Distribution", { origin });
}

describe("service-target-tls", () => {
    it("accepts a service network's targets on HTTPS, or behind TLS that passes through", async () => {
        for (const protocol of ["HTTPS", "https", "TCP"]) {
            assert.deepEqual(await group({ protocol }), []);
        }
        assert.deepEqual(await group(null, "LAMBDA"), []);
        assert.deepEqual(await group({ lambdaEventStructureVersion: "V2" }, "LAMBDA"), []);
    });

    it("reports a service network's targets on HTTP", async () => {
        for (const type of ["INSTANCE", "IP", "ALB"]) {
            assert.deepEqual(await group({ protocol: "http" }, type), [
                `fail: config.protocol is "HTTP", expected HTTPS`,
            ]);
            assert.deepEqual(await group({}, type), [
                "fail: config.protocol is not set, expected HTTPS",
            ]);
        }
    });

    it("reports a health check on HTTP once, where the targets are on HTTPS", async () => {
        const healthCheck = { protocol: "HTTP" };
        assert.deepEqual(await group({ protocol: "HTTPS", healthCheck }), [
            `fail: config.healthCheck.protocol is "HTTP", expected HTTPS`,
        ]);
        assert.deepEqual(await group({ protocol: "HTTP", healthCheck }), [
            `fail: config.protocol is "HTTP", expected HTTPS`,
        ]);
    });

    it("accepts a health check on HTTPS, as the target group is, or none", async () => {
        for (const healthCheck of [
            { protocol: "HTTPS" },
            {},
            { protocol: "HTTP", enabled: false },
            null,
        ]) {
            assert.deepEqual(await group({ protocol: "HTTPS", healthCheck }), []);
        }
    });

    for (const key of ["loadBalancerOptions", "networkInterfaceOptions"]) {
        it(`judges how Verified Access reaches its targets: ${key}`, async () => {
            for (const protocol of ["https", "tcp"]) {
                assert.deepEqual(await judged(ACCESS, { [key]: { protocol } }), []);
            }
            for (const protocol of ["http", "HTTP"]) {
                assert.deepEqual(await judged(ACCESS, { [key]: { protocol } }), [
                    `fail: ${key}.protocol is "http", expected https`,
                ]);
            }
            assert.deepEqual(await judged(ACCESS, { [key]: UNKNOWN }), [
                `not-evaluated: ${key} is not known yet`,
            ]);
        });
    }

    it("accepts Verified Access to something else", async () => {
        assert.deepEqual(await judged(ACCESS, { cidrOptions: { protocol: "tcp" } }), []);
    });

    it("judges how a Lightsail distribution reaches its origin", async () => {
        assert.deepEqual(await lightsail({ protocolPolicy: "https-only" }), []);
        assert.deepEqual(await lightsail({ protocolPolicy: "http-only" }), [
            `fail: origin.protocolPolicy is "http-only", expected https-only`,
        ]);
        assert.deepEqual(await lightsail({}), [
            "fail: origin.protocolPolicy is not set, expected https-only",
        ]);
        assert.deepEqual(await lightsail({ protocolPolicy: UNKNOWN }), [
            "not-evaluated: origin.protocolPolicy is not known yet",
        ]);
    });

    it("judges what is known", async () => {
        assert.deepEqual(await group({ protocol: UNKNOWN, healthCheck: { protocol: "HTTP" } }), [
            "not-evaluated: config.protocol is not known yet",
        ]);
        assert.deepEqual(await group({ protocol: "HTTP", healthCheck: UNKNOWN }), [
            `fail: config.protocol is "HTTP", expected HTTPS`,
            "not-evaluated: config.healthCheck is not known yet",
        ]);
        assert.deepEqual(await group({}, UNKNOWN), ["not-evaluated: type is not known yet"]);
        assert.deepEqual(await group({ protocol: "HTTPS" }, UNKNOWN), []);
        assert.deepEqual(await group(UNKNOWN), ["not-evaluated: config is not known yet"]);
    });
});
