import { kafkaClusterTls } from "../../../policies/https-only/kafka-cluster-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(kafkaClusterTls, "aws:msk/cluster:Cluster");
const PATH = "encryptionInfo.encryptionInTransit";

function cluster(encryptionInTransit: unknown) {
    return { encryptionInfo: { encryptionInTransit } };
}

describe("kafka-cluster-tls", () => {
    it("accepts clusters that speak TLS only, because they say so or by MSK's default", async () => {
        await accepts(cluster({ clientBroker: "TLS", inCluster: true }));
        for (const props of [
            {},
            { encryptionInfo: null },
            { encryptionInfo: { encryptionAtRestKmsKeyArn: "arn" } },
            cluster(null),
            cluster({}),
            cluster({ clientBroker: null, inCluster: null }),
        ]) {
            await accepts(props);
        }
    });

    it("reports clusters that take plain text from clients", async () => {
        for (const value of ["TLS_PLAINTEXT", "PLAINTEXT", ""]) {
            await reports(cluster({ clientBroker: value }), [
                `${PATH}.clientBroker is "${value}", expected "TLS"`,
            ]);
        }
    });

    it("reports clusters whose brokers speak plain text", async () => {
        await reports(cluster({ inCluster: false }), [`${PATH}.inCluster is false, expected true`]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ encryptionInfo: UNKNOWN }, ["encryptionInfo is not known yet"]);
        await cannotEvaluate(cluster(UNKNOWN), [`${PATH} is not known yet`]);
        await cannotEvaluate(
            cluster({ clientBroker: UNKNOWN, inCluster: false }),
            [`${PATH}.clientBroker is not known yet`],
            [`${PATH}.inCluster is false, expected true`],
        );
        await cannotEvaluate(
            cluster({ clientBroker: "PLAINTEXT", inCluster: UNKNOWN }),
            [`${PATH}.inCluster is not known yet`],
            [`${PATH}.clientBroker is "PLAINTEXT", expected "TLS"`],
        );
    });
});
