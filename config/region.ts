/** The region everything lives in (P-07): a constant, because no stack may choose another. */
export const REGION = "eu-west-1";

/** Zones of the region. */
export const ZONES: readonly string[] = [`${REGION}a`, `${REGION}b`, `${REGION}c`];
