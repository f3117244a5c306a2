import type { Problems } from "./problems";
import type { Draft } from "./readers";
import type { ServiceSettings } from "./services";

/** A load balancer knows priorities from 1 on; Beanstalk takes them up to 1000. */
const PRIORITIES = 1000;

/**
 * Place of a service's rule on its load balancer. Beanstalk cannot change a rule later, so it must not depend on what
 * else is in the stack file: it is a hash (FNV-1a) of the name. Host names differ, so the order itself means nothing.
 */
export function rulePriority(service: string): number {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(service)) hash = Math.imul(hash ^ byte, 0x01000193);
    return ((hash >>> 0) % PRIORITIES) + 1;
}

/** Reports the rare pair of names that would share a priority on one load balancer. */
export function checkRulePriorities(
    services: readonly (Draft<ServiceSettings> | undefined)[],
    problems: Problems,
): void {
    const first = new Map<string, string>();
    for (const [index, service] of services.entries()) {
        if (service?.name === undefined || service.ownLoadBalancer === true) continue;
        const priority = rulePriority(service.name);
        const place = `${String(service.tier)} ${priority}`;
        const other = first.get(place);
        if (other === undefined) {
            first.set(place, service.name);
        } else if (other !== service.name) {
            problems.add(
                `services[${index}].name`,
                `"${service.name}", which has the rule priority (${priority}) of "${other}"`,
                "another name",
            );
        }
    }
}
