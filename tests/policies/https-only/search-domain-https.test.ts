import { searchDomainHttps } from "../../../policies/https-only/search-domain-https";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const OPENSEARCH = "aws:opensearch/domain:Domain";
const CLOUDSEARCH = "aws:cloudsearch/domain:Domain";
const { accepts, reports, cannotEvaluate } = verdictsOf(searchDomainHttps, OPENSEARCH);
/** Types with the property that holds the options of the endpoint. */
const TYPES = [
    [OPENSEARCH, "domainEndpointOptions"],
    ["aws:elasticsearch/domain:Domain", "domainEndpointOptions"],
    [CLOUDSEARCH, "endpointOptions"],
] as const;

describe("search-domain-https", () => {
    for (const [type, options] of TYPES) {
        const unset = [`${options}.enforceHttps is not set, which means false, expected true`];

        it(`accepts domains that refuse HTTP: ${type}`, async () => {
            await accepts({ [options]: { enforceHttps: true } }, type);
        });

        it(`reports domains that do not: ${type}`, async () => {
            const message = `${options}.enforceHttps is false, expected true`;
            await reports({ [options]: { enforceHttps: false } }, [message], type);
            for (const props of [{}, { [options]: null }]) await reports(props, unset, type);
        });

        it(`does not evaluate what is not known yet: ${type}`, async () => {
            await cannotEvaluate({ [options]: UNKNOWN }, [`${options} is not known yet`], [], type);
            await cannotEvaluate(
                { [options]: { enforceHttps: UNKNOWN } },
                [`${options}.enforceHttps is not known yet`],
                [],
                type,
            );
        });
    }

    it("knows that the provider enforces HTTPS where there are options, but not for CloudSearch", async () => {
        const options = { tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" };
        await accepts({ domainEndpointOptions: options });
        await accepts({ domainEndpointOptions: {} });
        await reports(
            { endpointOptions: options },
            ["endpointOptions.enforceHttps is not set, which means false, expected true"],
            CLOUDSEARCH,
        );
    });
});
