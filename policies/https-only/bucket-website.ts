import { definePolicy } from "../lib/define-policy";
import { BUCKET_TYPES, ownSettings, satelliteTypes } from "../lib/views/buckets";

const WEBSITE_TYPES = satelliteTypes("website");

/** An S3 website has no HTTPS, whatever it serves or redirects to, and whatever the bucket's policy says (P-09). */
export const bucketWebsite = definePolicy({
    name: "bucket-website",
    control: "HTTPS-25",
    title: "Buckets serve no websites.",
    severity: "high",
    why: "The website endpoint of a bucket speaks plain HTTP only: what it serves can be read and changed on the way, and a redirect to HTTPS comes after the first request was sent.",
    remediation:
        "Remove the BucketWebsiteConfiguration, or website from the bucket, and serve the bucket's objects through its REST endpoint over HTTPS.",
    frameworks: ["kics:s3_static_website_host_enabled", "gdpr:32(1)(a)"],
    resourceTypes: [...BUCKET_TYPES, ...WEBSITE_TYPES],
    check(props, report, { type }) {
        const expected = "whose endpoint speaks plain HTTP only, expected none";
        if (WEBSITE_TYPES.includes(type)) {
            report(`makes a website, ${expected}`);
            return;
        }
        for (const { path } of ownSettings(props, "website")) {
            report(`${path} makes a website, ${expected}`);
        }
    },
    examples: {
        accepted: [
            {
                title: "a bucket without a website",
                resources: [{ type: "aws:s3/bucket:Bucket", props: { bucket: "logs" } }],
            },
        ],
        rejected: [
            {
                title: "a bucket that only redirects",
                resources: [
                    {
                        type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
                        props: {
                            bucket: "www.example.com",
                            redirectAllRequestsTo: { hostName: "example.com", protocol: "https" },
                        },
                    },
                ],
                messages: ["makes a website, whose endpoint speaks plain HTTP only, expected none"],
            },
            {
                title: "a bucket with a website in its own properties",
                resources: [
                    {
                        type: "aws:s3/bucket:Bucket",
                        props: { bucket: "docs", website: { indexDocument: "index.html" } },
                    },
                ],
                messages: [
                    "website makes a website, whose endpoint speaks plain HTTP only, expected none",
                ],
            },
        ],
    },
});
