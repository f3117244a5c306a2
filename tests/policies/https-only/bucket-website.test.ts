import assert from "node:assert/strict";
import { bucketWebsite } from "../../../policies/https-only/bucket-website";
import { judge, UNKNOWN } from "../support/judge";

const EXPECTED = "makes a website, whose endpoint speaks plain HTTP only, expected none";

function failed(...messages: string[]) {
    return {
        diagnostics: messages.map((message) => ({ verdict: "fail", message, level: "mandatory" })),
        notApplicable: [],
    };
}

describe("bucket-website", () => {
    for (const type of [
        "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
        "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
    ]) {
        it(`reports every ${type}, whatever it serves`, async () => {
            for (const props of [
                { bucket: "docs", indexDocument: { suffix: "index.html" } },
                { bucket: "docs", redirectAllRequestsTo: { hostName: "x.org", protocol: "https" } },
                { bucket: UNKNOWN, indexDocument: UNKNOWN },
            ]) {
                assert.deepEqual(await judge(bucketWebsite, { type, props }), failed(EXPECTED));
            }
        });
    }

    for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
        it(`accepts a ${type} without a website`, async () => {
            for (const props of [
                { bucket: "logs" },
                { bucket: UNKNOWN, website: null, websites: [] },
                { websiteEndpoint: "logs.s3-website-eu-west-1.amazonaws.com" },
            ]) {
                assert.deepEqual(await judge(bucketWebsite, { type, props }), failed());
            }
        });

        it(`reports websites of a ${type}`, async () => {
            assert.deepEqual(
                await judge(bucketWebsite, {
                    type,
                    props: { website: { indexDocument: UNKNOWN } },
                }),
                failed(`website ${EXPECTED}`),
            );
            assert.deepEqual(
                await judge(bucketWebsite, { type, props: { websites: [UNKNOWN, {}] } }),
                failed(`websites[0] ${EXPECTED}`, `websites[1] ${EXPECTED}`),
            );
        });

        it(`does not evaluate a website of a ${type} that is not known yet`, async () => {
            for (const key of ["website", "websites"]) {
                assert.deepEqual(await judge(bucketWebsite, { type, props: { [key]: UNKNOWN } }), {
                    diagnostics: [
                        {
                            verdict: "not-evaluated",
                            message: `${key} is not known yet`,
                            level: "advisory",
                        },
                    ],
                    notApplicable: [],
                });
            }
        });
    }
});
