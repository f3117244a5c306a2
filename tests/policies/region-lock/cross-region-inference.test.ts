import assert from "node:assert/strict";
import {
    crossRegionInference,
    inferencePlaces,
} from "../../../policies/region-lock/cross-region-inference";
import { failures, judge } from "../support/judge";
import { describePlaces, type PlaceRow } from "../support/places";

const GUARDRAIL = "aws:bedrock/guardrail:Guardrail";
const LISTS = /(?<=\.)(nodes|models|variants)(?=\.)|^(variants)(?=\.)/g;

const models = Object.entries(inferencePlaces).flatMap(([type, rules]) =>
    Object.keys(rules)
        .filter(() => type !== GUARDRAIL)
        .map((path): PlaceRow => [
            type,
            path.replace(LISTS, (list) => `${list}[0]`),
            "us.amazon.nova-lite-v1:0",
            `is "us.amazon.nova-lite-v1:0", an inference profile of several regions, expected a model of the region`,
            [
                "amazon.nova-lite-v1:0",
                "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0",
                "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2",
            ],
        ]),
);

describe("cross-region-inference", () => {
    describePlaces(
        crossRegionInference,
        inferencePlaces,
        [
            ...models,
            [
                GUARDRAIL,
                "crossRegionConfig",
                { guardrailProfileIdentifier: "a" },
                "is set, expected nothing: it lets other regions read what the guardrail is asked about",
                [],
            ],
        ],
        ["crossRegionConfig"],
    );

    it("judges every property that chooses a model", () => {
        assert.equal(models.length, 18);
    });

    it("reports profiles of every part of the world, by id and by ARN, and models elsewhere", async () => {
        const said = async (foundationModel: string) =>
            failures(
                await judge(crossRegionInference, {
                    type: "aws:bedrock/agentAgent:AgentAgent",
                    props: { foundationModel },
                }),
            );
        for (const area of ["us", "us-gov", "eu", "apac", "au", "ca", "jp", "global"]) {
            for (const text of [
                `${area}.anthropic.a-v1:0`,
                `arn:aws:bedrock:eu-west-1:1:inference-profile/${area}.anthropic.a-v1:0`,
            ]) {
                assert.deepEqual(await said(text), [
                    `foundationModel is "${text}", an inference profile of several regions, expected a model of the region`,
                ]);
            }
        }
        assert.deepEqual(await said("arn:aws:bedrock:us-east-1::foundation-model/eu.a"), [
            `foundationModel is an ARN in "us-east-1", expected one in "eu-west-1"`,
        ]);
        assert.deepEqual(await said("eu.1"), []);
        assert.deepEqual(await said("neu.anthropic.a"), []);
    });
});
