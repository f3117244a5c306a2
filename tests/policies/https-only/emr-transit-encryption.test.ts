import { emrTransitEncryption } from "../../../policies/https-only/emr-transit-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    emrTransitEncryption,
    "aws:emr/securityConfiguration:SecurityConfiguration",
);

const CLUSTER = "aws:emr/cluster:Cluster";
const PATH = "configuration.EncryptionConfiguration.EnableInTransitEncryption";

function configuration(value: unknown) {
    return { configuration: JSON.stringify({ EncryptionConfiguration: value }) };
}

describe("emr-transit-encryption", () => {
    it("accepts security configurations that encrypt in transit", async () => {
        await accepts(configuration({ EnableInTransitEncryption: true }));
    });

    it("reports security configurations that do not", async () => {
        await reports(configuration({ EnableInTransitEncryption: false }), [
            `${PATH} is false, expected true`,
        ]);
        for (const props of [
            {},
            { configuration: "{}" },
            configuration(null),
            configuration({ EnableAtRestEncryption: true }),
        ]) {
            await reports(props, [`${PATH} is not set, which means false, expected true`]);
        }
    });

    it("reports clusters without a security configuration", async () => {
        const messages = [
            "securityConfiguration is not set, expected one that encrypts in transit",
        ];
        for (const props of [{}, { securityConfiguration: null }, { securityConfiguration: "" }]) {
            await reports(props, messages, CLUSTER);
        }
    });

    it("does not apply to clusters with one, known or not yet", async () => {
        for (const securityConfiguration of ["tls", UNKNOWN]) {
            await excludes(
                { securityConfiguration },
                "The cluster's security configuration is judged itself",
                CLUSTER,
            );
        }
    });

    it("does not evaluate what is not known yet, and what is not JSON", async () => {
        await cannotEvaluate({ configuration: UNKNOWN }, ["configuration is not known yet"]);
        await cannotEvaluate({ configuration: "{" }, ["configuration is not JSON"]);
    });
});
