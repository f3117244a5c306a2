/** Java platforms of Beanstalk that services run on. */
export type Platform = "corretto-17" | "corretto-21";

/**
 * The version that a new environment starts with. Managed updates take it from there, so the program ignores the
 * difference; raise it when the oldest is retired (Beanstalk's platform history, Java SE).
 */
const PLATFORM_VERSION = "4.6.5";

/** Full name of the solution stack: `64bit Amazon Linux 2023 v4.6.5 running Corretto 21`. */
export function solutionStackName(platform: Platform): string {
    const release = platform.slice("corretto-".length);
    return `64bit Amazon Linux 2023 v${PLATFORM_VERSION} running Corretto ${release}`;
}
