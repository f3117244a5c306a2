import assert from "node:assert/strict";
import { distributionHsts } from "../../../policies/https-only/distribution-hsts";
import { UNKNOWN, urnOf, type Fixture } from "../support/judge";
import { verdicts } from "../support/verdicts";

const MANAGED = "67f7725c-6f97-4210-82d7-5512b31e9d03";
const EXPECTED = "expected a policy with strictTransportSecurity for 31536000 seconds or more";

function distribution(
    props: Record<string, unknown>,
    type = "aws:cloudfront/distribution:Distribution",
): Fixture {
    return { type, name: "web", props };
}

/** A distribution whose default behaviour names this policy. */
function naming(responseHeadersPolicyId: unknown): Fixture {
    return distribution({ defaultCacheBehavior: { responseHeadersPolicyId } });
}

function policy(accessControlMaxAgeSec: unknown, id: unknown = "own"): Fixture {
    return {
        type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
        name: "headers",
        props: {
            id,
            securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec } },
        },
    };
}

function judged(...fixtures: Fixture[]) {
    return verdicts(distributionHsts, fixtures);
}

describe("distribution-hsts", () => {
    it("accepts CloudFront's own policies for secure headers", async () => {
        for (const id of [
            MANAGED,
            "e61eb60c-9c35-4d20-a928-2b84e02af89c",
            "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
        ]) {
            assert.deepEqual(await judged(naming(id)), []);
        }
    });

    it("accepts a policy of the program for a year and more", async () => {
        for (const seconds of [31_536_000, 63_072_000, "31536000"]) {
            assert.deepEqual(await judged(naming("own"), policy(seconds)), []);
        }
    });

    it("reports a policy of the program for less", async () => {
        for (const seconds of [31_535_999, 0]) {
            assert.deepEqual(await judged(naming("own"), policy(seconds)), [
                `web fail: defaultCacheBehavior.responseHeadersPolicyId leads to ${seconds} seconds of HTTPS, ${EXPECTED}`,
            ]);
        }
        const cors = { ...policy(0), props: { id: "own", corsConfig: {} } };
        assert.deepEqual(await judged(naming("own"), cors), [
            `web fail: defaultCacheBehavior.responseHeadersPolicyId leads to 0 seconds of HTTPS, ${EXPECTED}`,
        ]);
    });

    it("reports each behaviour without a policy", async () => {
        assert.deepEqual(
            await judged(
                distribution({
                    defaultCacheBehavior: { responseHeadersPolicyId: MANAGED },
                    orderedCacheBehaviors: [{ responseHeadersPolicyId: "" }],
                }),
            ),
            [`web fail: orderedCacheBehaviors[0].responseHeadersPolicyId is not set, ${EXPECTED}`],
        );
        assert.deepEqual(
            await judged(
                distribution(
                    { defaultCacheBehavior: {}, cacheBehaviors: [{}] },
                    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
                ),
            ),
            [
                `web fail: cacheBehaviors[0].responseHeadersPolicyId is not set, ${EXPECTED}`,
                `web fail: defaultCacheBehavior.responseHeadersPolicyId is not set, ${EXPECTED}`,
            ],
        );
    });

    it("finds the policy by what the behaviour was made of while the id is not known", async () => {
        const made = (headers: Fixture) => ({
            ...naming(UNKNOWN),
            propertyDependencies: { defaultCacheBehavior: [urnOf(headers)] },
        });
        const long = policy(31_536_000, UNKNOWN);
        const short = policy(60, UNKNOWN);
        assert.deepEqual(await judged(made(long), long), []);
        assert.deepEqual(await judged(made(short), short), [
            `web fail: defaultCacheBehavior.responseHeadersPolicyId leads to 60 seconds of HTTPS, ${EXPECTED}`,
        ]);
    });

    it("does not choose between several policies, or take another resource for one", async () => {
        const one = policy(31_536_000, UNKNOWN);
        const two = { ...policy(60, UNKNOWN), name: "two" };
        const key = { type: "aws:cloudfront/keyGroup:KeyGroup", name: "keys" };
        for (const others of [[one, two], [key], []]) {
            const web = {
                ...naming(UNKNOWN),
                propertyDependencies: { defaultCacheBehavior: others.map(urnOf) },
            };
            assert.deepEqual(await judged(web, ...others), [
                "web not-evaluated: defaultCacheBehavior.responseHeadersPolicyId is not known yet",
            ]);
        }
    });

    it("does not evaluate a policy of which nothing is known yet", async () => {
        assert.deepEqual(await judged(naming(UNKNOWN), policy(31_536_000)), [
            "web not-evaluated: defaultCacheBehavior.responseHeadersPolicyId is not known yet",
        ]);
    });

    it("does not evaluate a policy that is declared elsewhere", async () => {
        for (const others of [[], [policy(31_536_000)], [policy(31_536_000, UNKNOWN)]]) {
            assert.deepEqual(await judged(naming("elsewhere"), ...others), [
                `web not-evaluated: defaultCacheBehavior.responseHeadersPolicyId is "elsewhere", which the stack does not declare, ${EXPECTED}`,
            ]);
        }
    });

    it("judges the behaviours around what is not known yet", async () => {
        assert.deepEqual(
            await judged(
                distribution({
                    defaultCacheBehavior: UNKNOWN,
                    orderedCacheBehaviors: [{}],
                    cacheBehaviors: UNKNOWN,
                }),
            ),
            [
                `web fail: orderedCacheBehaviors[0].responseHeadersPolicyId is not set, ${EXPECTED}`,
                "web not-evaluated: cacheBehaviors is not known yet",
                "web not-evaluated: defaultCacheBehavior is not known yet",
            ],
        );
        assert.deepEqual(await judged(naming("own"), policy(UNKNOWN)), [
            "web not-evaluated: securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec is not known yet",
        ]);
    });
});
