/** Address by which others call a service. */
export function serviceUrl(hostName: string): string {
    return `https://${hostName}`;
}

/** Environment variables that tell a service where the services are that it may call: `SUPPORT_CONSOLE_URL`. */
export function calleeVariables(
    callees: readonly { readonly serviceName: string; readonly hostName: string }[],
): Record<string, string> {
    return Object.fromEntries(
        callees.map(({ serviceName, hostName }) => [
            `${serviceName.toUpperCase().replaceAll("-", "_")}_URL`,
            serviceUrl(hostName),
        ]),
    );
}

/**
 * The environment variables of a service: what the platform sets, and what the service declares beside it.
 * @throws {Error} one line for each declared variable or secret that the platform sets itself
 */
export function withoutClashes<V>(
    platform: Readonly<Record<string, V>>,
    declared: Readonly<Record<string, V>>,
    secrets: Readonly<Record<string, unknown>>,
): Record<string, V> {
    const problems = Object.entries({ environment: declared, secrets }).flatMap(
        ([path, variables]) =>
            Object.keys(variables)
                .filter((name) => Object.hasOwn(platform, name))
                .map(
                    (name) => `${path}.${name}: found a value, expected none: the platform sets it`,
                ),
    );
    if (problems.length > 0) throw new Error(problems.join("\n"));
    return { ...platform, ...declared };
}
