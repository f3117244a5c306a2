import type { Check, Inputs } from "../lib/policy";
import { isSet } from "../lib/properties";
import { visitPath } from "../lib/property-paths";
import { quote } from "../lib/quote";
import { parseArn } from "../lib/views/arns";
import { isOwnZone } from "../lib/views/region-names";
import { declaredRegion } from "../lib/views/regions";
import { REGION } from "./region";

/** The resource that a property belongs to. */
export interface Placed {
    readonly props: Inputs;
    /**
     * The regions that a property may name: ours, and the resource's own. A resource that is elsewhere is reported for that, and
     * what lies there with it moves when it does.
     */
    readonly homes: readonly string[];
}

/** Decides on the value of one property. */
export interface Rule {
    /** @returns what follows the property's path in the message: `is …, expected …`; `undefined` when all is well */
    readonly judge: (value: unknown, resource: Placed) => string | undefined;
    /** The property must not be set, whatever its value, which may not be known yet. */
    readonly presence?: boolean;
    /** What is wrong when the property is not set, because of what AWS takes instead. */
    readonly unset?: string;
}

/**
 * What the properties of some types must be: type → path (`replicas.regionName`) → rule. The path `""` is the resource itself.
 */
export type Places = Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/** Types that a policy is about, in the order in which it states them. */
export function typesOf(places: Places): readonly [string, ...string[]] {
    // Every policy has places.
    return Object.keys(places) as unknown as readonly [string, ...string[]];
}

/** Checks the properties of a resource by the rules for its type. */
export function judgePlaces(places: Places): Check<Inputs> {
    return (props, report, { type, ifKnown }) => {
        const resource: Placed = { props, homes: homesOf(props, ifKnown) };
        for (const [path, rule] of Object.entries({ ...places[type] })) {
            const found = new Set<string>();
            const decide = (value: unknown, at: string): void => {
                found.add(at);
                const problem = rule.judge(value, resource);
                if (problem !== undefined) report(`${at} ${problem}`.trim());
            };
            // What cannot be read is set.
            const readSafely = (part: () => void): void => {
                ifKnown(() => {
                    try {
                        part();
                    } catch (error) {
                        found.add(path);
                        throw error;
                    }
                });
            };
            if (path === "") decide(props, "");
            else visitPath(props, path, readSafely, decide, rule.presence);
            if (found.size === 0 && rule.unset !== undefined)
                report(`${path} is not set, ${rule.unset}`);
        }
    };
}

/** The regions that a resource's properties may name. */
export function homesOf(props: Inputs, ifKnown: (part: () => void) => void): readonly string[] {
    let own: string | undefined;
    ifKnown(() => {
        own = declaredRegion(props);
    });
    return own === undefined ? [REGION] : [REGION, own];
}

/** The value is the name of our region. */
export const regionName: Rule = {
    judge: (value, { homes }) => {
        const region = String(value);
        return homes.includes(region) ? undefined : `is ${quote(region)}, expected "${REGION}"`;
    },
};

/** An ARN, where there is one, is of our region; names and ids, which hold no region, are of the resource's. */
export const arn: Rule = {
    judge: (value, { homes }) => {
        const region = parseArn(String(value))?.region ?? "";
        return region === "" || homes.includes(region)
            ? undefined
            : `is an ARN in ${quote(region)}, expected one in "${REGION}"`;
    },
};

/** The value is the name of our region, or an ARN in it. */
export const regionNameOrArn: Rule = {
    judge: (value, resource) =>
        (parseArn(String(value)) === undefined ? regionName : arn).judge(value, resource),
};

/** The value is a zone of our region, by name or id, in the region's own place; `all` is what targets outside zones have. */
export const zone: Rule = {
    judge: (value, { homes }) => {
        const text = String(value);
        return text === "all" || homes.some((region) => isOwnZone(text, region))
            ? undefined
            : `is ${quote(text)}, expected a zone of "${REGION}"`;
    },
};

/** The flag is off. Some of AWS's flags are texts. */
export const off: Rule = {
    judge: (value) =>
        String(value).toLowerCase() === "true" ? "is true, expected false" : undefined,
};

/** The value is none of those, in whatever case. */
export function noneOf(values: readonly string[], expected: string): Rule {
    return {
        judge: (value) =>
            values.includes(String(value).toUpperCase())
                ? `is ${quote(String(value))}, expected ${expected}`
                : undefined,
    };
}

/** The property is not set. @param why completes "is set, expected nothing: " */
export function unset(why: string): Rule {
    return { judge: () => `is set, expected nothing: ${why}`, presence: true };
}

/** There is no such resource. @param what whole message: what it does, and what is expected */
export function absent(what: string): Rule {
    return { judge: () => what };
}

/** The property goes with another one, which is judged: what it names lies with that. */
export const withAnother: Rule = { judge: () => undefined, presence: true };

/** A rule for lists of regions that count only while another property has a certain value. */
export function regionNameWhile(key: string, value: string): Rule {
    return {
        judge: (region, resource) =>
            isSet(resource.props, key) && resource.props[key] === value
                ? regionName.judge(region, resource)
                : undefined,
    };
}
