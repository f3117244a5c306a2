import {
    environmentWith,
    type Options,
    settingsOf,
} from "../../../../policies/https-only/beanstalk-example";
import type { Policy } from "../../../../policies/lib/policy";
import type { Fixture } from "../../support/judge";
import { verdicts } from "../../support/verdicts";

export const ENVIRONMENT = "aws:elasticbeanstalk:environment";
export const APPLICATION: Options = { [ENVIRONMENT]: { LoadBalancerType: "application" } };
export const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d";

/** Everything that a policy says of one environment. */
export function said(
    policy: Policy,
    options: Options,
    more: Readonly<Record<string, unknown>> = {},
    ...others: readonly Fixture[]
): Promise<readonly string[]> {
    const { type, props } = environmentWith(options);
    return verdicts(policy, [{ type, name: "env", props: { ...props, ...more } }, ...others]);
}

/** A configuration template with these settings, for `templateName: "t"`. */
export function template(options: Options): Fixture {
    return {
        type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
        name: "template",
        props: { name: "t", settings: settingsOf(options) },
    };
}

/** What every policy says of an environment whose template this stack does not declare. */
export const UNSEEN =
    'env not-evaluated: templateName is "elsewhere", which this stack does not declare, expected a ConfigurationTemplate of this stack';
