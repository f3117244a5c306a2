import assert from "node:assert/strict";
import { distributionViewerHttps } from "../../../policies/https-only/distribution-viewer-https";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const ONE = "aws:cloudfront/distribution:Distribution";
const MANY = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";

function distribution(props: Record<string, unknown>, type = ONE) {
    return verdicts(distributionViewerHttps, { type, props });
}

const secure = { viewerProtocolPolicy: "https-only" };

describe("distribution-viewer-https", () => {
    it("accepts HTTPS only", async () => {
        assert.deepEqual(
            await distribution({ defaultCacheBehavior: secure, orderedCacheBehaviors: [secure] }),
            [],
        );
        assert.deepEqual(
            await distribution({ defaultCacheBehavior: secure, cacheBehaviors: [secure] }, MANY),
            [],
        );
    });

    it("reports everything else, a redirect among it", async () => {
        for (const viewerProtocolPolicy of ["allow-all", "redirect-to-https", "HTTPS-ONLY", ""]) {
            for (const type of [ONE, MANY]) {
                assert.deepEqual(
                    await distribution({ defaultCacheBehavior: { viewerProtocolPolicy } }, type),
                    [
                        `fail: defaultCacheBehavior.viewerProtocolPolicy is "${viewerProtocolPolicy}", expected https-only`,
                    ],
                );
            }
        }
    });

    it("reports each behaviour, and what is not set", async () => {
        const open = { viewerProtocolPolicy: "allow-all" };
        assert.deepEqual(
            await distribution({
                defaultCacheBehavior: secure,
                orderedCacheBehaviors: [secure, open],
            }),
            [
                `fail: orderedCacheBehaviors[1].viewerProtocolPolicy is "allow-all", expected https-only`,
            ],
        );
        assert.deepEqual(
            await distribution({ defaultCacheBehavior: {}, cacheBehaviors: [open] }, MANY),
            [
                `fail: cacheBehaviors[0].viewerProtocolPolicy is "allow-all", expected https-only`,
                "fail: defaultCacheBehavior.viewerProtocolPolicy is not set, expected https-only",
            ],
        );
    });

    it("judges the behaviours around what is not known yet", async () => {
        const open = { viewerProtocolPolicy: "allow-all" };
        assert.deepEqual(
            await distribution({
                defaultCacheBehavior: { viewerProtocolPolicy: UNKNOWN },
                orderedCacheBehaviors: UNKNOWN,
                cacheBehaviors: [UNKNOWN, open],
            }),
            [
                `fail: cacheBehaviors[1].viewerProtocolPolicy is "allow-all", expected https-only`,
                "not-evaluated: cacheBehaviors[0] is not known yet",
                "not-evaluated: defaultCacheBehavior.viewerProtocolPolicy is not known yet",
                "not-evaluated: orderedCacheBehaviors is not known yet",
            ],
        );
    });
});
