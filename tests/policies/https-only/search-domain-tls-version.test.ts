import { searchDomainTlsVersion } from "../../../policies/https-only/search-domain-tls-version";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const OPENSEARCH = "aws:opensearch/domain:Domain";
const CLOUDSEARCH = "aws:cloudsearch/domain:Domain";
const { accepts, reports, cannotEvaluate } = verdictsOf(searchDomainTlsVersion, OPENSEARCH);

const PFS = "Policy-Min-TLS-1-2-PFS-2023-10";
const FIPS = "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08";
const TLS_1_2 = "Policy-Min-TLS-1-2-2019-07";
const TLS_1_0 = "Policy-Min-TLS-1-0-2019-07";

/** Type, options, accepted policies, refused ones. */
const TYPES: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    [
        OPENSEARCH,
        "domainEndpointOptions",
        [PFS, FIPS],
        [TLS_1_2, TLS_1_0, "", "Policy-Min-TLS-1-3"],
    ],
    ["aws:elasticsearch/domain:Domain", "domainEndpointOptions", [PFS, FIPS], [TLS_1_2, TLS_1_0]],
    [CLOUDSEARCH, "endpointOptions", [TLS_1_2], [TLS_1_0, PFS]],
];

describe("search-domain-tls-version", () => {
    for (const [type, options, accepted, refused] of TYPES) {
        const expected = `expected ${accepted.map((each) => `"${each}"`).join(" or ")}`;

        it(`accepts policies that are new enough: ${type}`, async () => {
            for (const each of accepted)
                await accepts({ [options]: { tlsSecurityPolicy: each } }, type);
        });

        it(`reports every other policy: ${type}`, async () => {
            for (const each of refused) {
                const message = `${options}.tlsSecurityPolicy is "${each}", ${expected}`;
                await reports({ [options]: { tlsSecurityPolicy: each } }, [message], type);
            }
        });

        it(`reports the policy that AWS takes by default: ${type}`, async () => {
            const message = `${options}.tlsSecurityPolicy is not set, which means "${TLS_1_0}", ${expected}`;
            for (const props of [{}, { [options]: null }, { [options]: { enforceHttps: true } }]) {
                await reports(props, [message], type);
            }
        });

        it(`does not evaluate what is not known yet: ${type}`, async () => {
            await cannotEvaluate({ [options]: UNKNOWN }, [`${options} is not known yet`], [], type);
            await cannotEvaluate(
                { [options]: { tlsSecurityPolicy: UNKNOWN } },
                [`${options}.tlsSecurityPolicy is not known yet`],
                [],
                type,
            );
        });
    }
});
