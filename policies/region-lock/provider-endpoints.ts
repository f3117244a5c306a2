import { definePolicy } from "../lib/define-policy";
import { formatPath } from "../lib/unknown-value";
import { visitTexts } from "../lib/views/texts";
import { homesOf } from "./placement";
import { REGION } from "./region";
import { mentionsIn } from "./text-mentions";

/** An endpoint of one's own wins over the provider's region (P-07). */
export const providerEndpoints = definePolicy({
    name: "provider-endpoints",
    control: "REGION-01",
    title: "AWS providers send their calls to endpoints of eu-west-1.",
    severity: "critical",
    why: "A provider with an endpoint of another region makes its resources there, whatever its region says.",
    remediation: "Remove endpoints and stsRegion from the provider, or name eu-west-1 in them.",
    frameworks: ["gdpr:44"],
    // The class's token is `aws`, not its type, so the type is named.
    resourceTypes: ["pulumi:providers:aws"],
    check(props, report, { type, ifKnown }) {
        const homes = homesOf(props, ifKnown);
        visitTexts(props, {
            // The provider's region is judged by provider-region.
            skips: (key) => key === "region",
            text: (text, path) => {
                for (const { phrase, region } of mentionsIn(text, String(path.at(-1)), type)) {
                    if (homes.includes(region)) continue;
                    report(`${formatPath(path)} names ${phrase}, expected "${REGION}"`);
                }
            },
            unknown: ifKnown,
        });
    },
    examples: {
        accepted: [
            {
                title: "a provider without endpoints of its own",
                resources: [{ type: "pulumi:providers:aws", props: { region: REGION } }],
            },
        ],
        rejected: [
            {
                title: "a provider whose buckets are made elsewhere",
                resources: [
                    {
                        type: "pulumi:providers:aws",
                        props: {
                            region: REGION,
                            // Pulumi gives providers what is no text as JSON.
                            endpoints: `[{"s3":"https://s3.us-east-1.amazonaws.com"}]`,
                        },
                    },
                ],
                messages: [`endpoints names a host in "us-east-1", expected "eu-west-1"`],
            },
        ],
    },
});
