import type { PolicyMetadata } from "../../../policies/lib/policy";

/** Metadata of policies that exist in tests only. */
export const METADATA: PolicyMetadata = {
    name: "test-policy",
    control: "TEST-01",
    title: "Things are as they should be.",
    severity: "high",
    why: "Things break.",
    remediation: "Put things right.",
    frameworks: ["fsbp:Test.1"],
    examples: { accepted: [], rejected: [] },
};

/** A resource type without meaning. */
export const THING = "test:index/thing:Thing";
