import { definePolicy } from "../lib/define-policy";
import { quote } from "../lib/quote";
import { arn, judgePlaces, typesOf, unset, type Places, type Rule } from "./placement";

/** Ids of AWS's own inference profiles begin with a part of the world: `eu.anthropic.…`, `us.…`, `global.…`. */
const PROFILE = /(?:^|\/)(?:us|us-gov|eu|apac|au|ca|jp|global)\.[a-z]/;

const model: Rule = {
    judge: (value, resource) => {
        const text = String(value);
        return (
            arn.judge(text, resource) ??
            (PROFILE.test(text)
                ? `is ${quote(text)}, an inference profile of several regions, expected a model of the region`
                : undefined)
        );
    },
};

const evaluation = "evaluationConfig.automated";

/** Properties that choose a model, or the regions that may answer for one. */
export const inferencePlaces: Places = {
    "aws:bedrock/agentAgent:AgentAgent": { foundationModel: model },
    "aws:bedrock/agentDataSource:AgentDataSource": {
        "vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.modelArn":
            model,
    },
    "aws:bedrock/agentFlow:AgentFlow": {
        "definition.nodes.configuration.knowledgeBase.modelId": model,
        "definition.nodes.configuration.prompt.sourceConfiguration.inline.modelId": model,
    },
    "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase": {
        "knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn": model,
        "knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn": model,
    },
    "aws:bedrock/agentPrompt:AgentPrompt": { "variants.modelId": model },
    "aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator": {
        "evaluatorConfig.llmAsAJudge.modelConfig.bedrockEvaluatorModelConfig.modelId": model,
    },
    "aws:bedrock/agentcoreHarness:AgentcoreHarness": { "model.bedrockModelConfig.modelId": model },
    "aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy": {
        "configuration.consolidation.modelId": model,
        "configuration.extraction.modelId": model,
        "configuration.reflection.modelId": model,
    },
    "aws:bedrock/evaluationJob:EvaluationJob": {
        [`${evaluation}.customMetricConfig.evaluatorModelConfig.bedrockEvaluatorModel.modelIdentifier`]:
            model,
        [`${evaluation}.evaluatorModelConfig.bedrockEvaluatorModel.modelIdentifier`]: model,
        "inferenceConfig.models.bedrockModel.modelIdentifier": model,
        "inferenceConfig.ragConfig.knowledgeBaseConfig.retrieveAndGenerateConfig.modelArn": model,
    },
    "aws:bedrock/guardrail:Guardrail": {
        crossRegionConfig: unset("it lets other regions read what the guardrail is asked about"),
    },
    "aws:bedrock/inferenceProfile:InferenceProfile": { "modelSource.copyFrom": model },
    "aws:bedrockmodel/invocationJob:InvocationJob": { modelId: model },
};

/** A prompt is data, and often the most personal of all (P-07). */
export const crossRegionInference = definePolicy({
    name: "cross-region-inference",
    control: "REGION-07",
    title: "Models answer in eu-west-1.",
    severity: "high",
    why: "With an inference profile of several regions, Bedrock sends each prompt, and what is attached to it, to whichever of them is free.",
    remediation:
        "Name a foundation model of the region, or an inference profile of your own that was made from one; remove crossRegionConfig.",
    frameworks: ["gdpr:44"],
    resourceTypes: typesOf(inferencePlaces),
    check: judgePlaces(inferencePlaces),
    examples: {
        accepted: [
            {
                title: "an agent with a model of the region",
                resources: [
                    {
                        type: "aws:bedrock/agentAgent:AgentAgent",
                        props: {
                            agentName: "help",
                            foundationModel: "anthropic.claude-3-haiku-20240307-v1:0",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "an agent whose model answers anywhere in the EU",
                resources: [
                    {
                        type: "aws:bedrock/agentAgent:AgentAgent",
                        props: {
                            agentName: "help",
                            foundationModel: "eu.anthropic.claude-3-haiku-20240307-v1:0",
                        },
                    },
                ],
                messages: [
                    `foundationModel is "eu.anthropic.claude-3-haiku-20240307-v1:0", an inference profile of several regions, expected a model of the region`,
                ],
            },
        ],
    },
});
