/** For so many seconds browsers are to insist on HTTPS, at least: a year. */
export const MIN_MAX_AGE = 31_536_000;

/** CloudFront's own policies for headers of responses that set Strict-Transport-Security, for a year. */
export const MANAGED_HEADERS_POLICIES: readonly string[] = [
    "67f7725c-6f97-4210-82d7-5512b31e9d03", // SecurityHeadersPolicy
    "e61eb60c-9c35-4d20-a928-2b84e02af89c", // CORS-and-SecurityHeadersPolicy
    "eaab4381-ed33-4a86-88ca-d9558dc6cd63", // CORS-with-preflight-and-SecurityHeadersPolicy
];

/** For how many seconds a Strict-Transport-Security header makes browsers insist on HTTPS; 0 when it does not say so. */
export function maxAgeOf(header: string): number {
    return Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)"?\s*(?:;|$)/i.exec(header)?.[1] ?? 0);
}
