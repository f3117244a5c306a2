import { searchDomainNodeEncryption } from "../../../policies/https-only/search-domain-node-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const OPENSEARCH = "aws:opensearch/domain:Domain";
const { accepts, reports, cannotEvaluate } = verdictsOf(searchDomainNodeEncryption, OPENSEARCH);
const UNSET = "nodeToNodeEncryption.enabled is not set, which means false, expected true";

describe("search-domain-node-encryption", () => {
    for (const type of [OPENSEARCH, "aws:elasticsearch/domain:Domain"]) {
        it(`accepts domains whose nodes speak TLS: ${type}`, async () => {
            await accepts({ nodeToNodeEncryption: { enabled: true } }, type);
        });

        it(`reports domains whose nodes do not, be it one node only: ${type}`, async () => {
            const message = "nodeToNodeEncryption.enabled is false, expected true";
            await reports({ nodeToNodeEncryption: { enabled: false } }, [message], type);
            for (const props of [
                {},
                { nodeToNodeEncryption: null },
                { nodeToNodeEncryption: {} },
                { clusterConfig: { instanceCount: 1 } },
            ]) {
                await reports(props, [UNSET], type);
            }
        });

        it(`does not evaluate what is not known yet: ${type}`, async () => {
            await cannotEvaluate(
                { nodeToNodeEncryption: UNKNOWN },
                ["nodeToNodeEncryption is not known yet"],
                [],
                type,
            );
            await cannotEvaluate(
                { nodeToNodeEncryption: { enabled: UNKNOWN } },
                ["nodeToNodeEncryption.enabled is not known yet"],
                [],
                type,
            );
        });
    }
});
