import { serviceConnectTls } from "../../../policies/https-only/service-connect-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    serviceConnectTls,
    "aws:ecs/service:Service",
);

const tls = { issuerCertAuthority: { awsPcaAuthorityArn: "arn" } };

function service(...services: readonly unknown[]) {
    return { serviceConnectConfiguration: { enabled: true, services } };
}

function missing(index: number) {
    return `serviceConnectConfiguration.services[${index}].tls is not set, which means plain text, expected a certificate authority`;
}

describe("service-connect-tls", () => {
    it("accepts services with a certificate, known or not yet", async () => {
        await accepts(service({ portName: "orders", tls }));
        await accepts(service({ portName: "orders", tls: UNKNOWN }));
    });

    it("reports each service without", async () => {
        await reports(service({ portName: "a" }, { portName: "b", tls }, { tls: null }), [
            missing(0),
            missing(2),
        ]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ serviceConnectConfiguration: UNKNOWN }, [
            "serviceConnectConfiguration is not known yet",
        ]);
        await cannotEvaluate(
            service(UNKNOWN, { portName: "b" }),
            ["serviceConnectConfiguration.services[0] is not known yet"],
            [missing(1)],
        );
        const configuration = { enabled: UNKNOWN, services: [{ portName: "a" }] };
        await cannotEvaluate({ serviceConnectConfiguration: configuration }, [
            "serviceConnectConfiguration.enabled is not known yet",
        ]);
    });

    it("does not apply to what offers nothing through Service Connect", async () => {
        const off = { enabled: false, services: [{ portName: "orders" }] };
        for (const serviceConnectConfiguration of [null, {}, { enabled: true }, off]) {
            await excludes(
                { serviceConnectConfiguration },
                "The service offers nothing through Service Connect",
            );
        }
        await excludes({}, "The service offers nothing through Service Connect");
    });
});
