import assert from "node:assert/strict";
import { distributionWebFirewall } from "../../../policies/https-only/distribution-web-firewall";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const DISTRIBUTIONS = [
    "aws:cloudfront/distribution:Distribution",
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
];
const TENANT = "aws:cloudfront/distributionTenant:DistributionTenant";

function judged(type: string, props: Record<string, unknown>) {
    return verdicts(distributionWebFirewall, { type, props });
}

describe("distribution-web-firewall", () => {
    for (const type of DISTRIBUTIONS) {
        it(`accepts a firewall, known or not yet, on ${type}`, async () => {
            for (const webAclId of ["arn:acl", UNKNOWN]) {
                assert.deepEqual(await judged(type, { webAclId }), []);
            }
        });

        it(`reports that there is none on ${type}`, async () => {
            for (const props of [{}, { webAclId: "" }, { webAclId: null }]) {
                assert.deepEqual(await judged(type, props), [
                    "fail: webAclId is not set, expected a web ACL",
                ]);
            }
        });
    }

    it("accepts a tenant with its distribution's firewall, or one of its own", async () => {
        for (const props of [
            {},
            { customizations: {} },
            { customizations: { webAcl: {} } },
            { customizations: { webAcl: { action: "override", arn: "arn:acl" } } },
        ]) {
            assert.deepEqual(await judged(TENANT, props), []);
        }
    });

    it("reports a tenant that goes without", async () => {
        for (const action of ["disable", "Disable"]) {
            assert.deepEqual(await judged(TENANT, { customizations: { webAcl: { action } } }), [
                `fail: customizations.webAcl.action is "${action}", expected the distribution's`,
            ]);
        }
    });

    it("does not evaluate a tenant that is not known yet", async () => {
        for (const [customizations, path] of [
            [UNKNOWN, "customizations"],
            [{ webAcl: UNKNOWN }, "customizations.webAcl"],
            [{ webAcl: { action: UNKNOWN } }, "customizations.webAcl.action"],
        ] as const) {
            assert.deepEqual(await judged(TENANT, { customizations }), [
                `not-evaluated: ${path} is not known yet`,
            ]);
        }
    });
});
