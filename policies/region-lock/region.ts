/** The one region in which data is stored (P-07). Stated on purpose a second time: here it is what we check. */
export const REGION = "eu-west-1";
