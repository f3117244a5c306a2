/** AWS allows a load balancer 32 characters; Pulumi adds 8 to keep a replacement apart from what it replaces. */
const LONGEST_NAME = 32 - 8;

/**
 * Refuses names that AWS would refuse a load balancer, or that mean something else to it.
 * @throws {Error} saying what was found and what is expected
 */
export function checkName(name: string): void {
    const fits =
        name.length <= LONGEST_NAME && /^[a-z][a-z0-9-]*$/i.test(name) && !name.endsWith("-");
    // `internal-` begins AWS's own DNS names, `awseb-` load balancers that belong to Beanstalk and cannot be shared.
    const reserved = name.startsWith("internal-") || name.startsWith("awseb-");
    if (fits && !reserved) return;
    throw new Error(
        `load balancer: found name "${name}", expected at most ${String(LONGEST_NAME)} letters, digits and hyphens, beginning with a letter other than in "internal-" and "awseb-"`,
    );
}
