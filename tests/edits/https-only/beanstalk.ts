import type { AddedResource, Edit, Editable } from "../edit";

const TYPE = "aws:elasticbeanstalk/environment:Environment";
const TEMPLATE = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";
const PRODUCTION = "prod-support-console-environment";

type Options = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An environment, or a template, with a load balancer of its own. */
const DEDICATED: Options = {
    "aws:elasticbeanstalk:environment": { LoadBalancerType: "application" },
    "aws:elbv2:listener:default": { ListenerEnabled: "false" },
    "aws:elbv2:listener:443": {
        Protocol: "HTTPS",
        SSLCertificateArns: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d",
        SSLPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    },
    "aws:elasticbeanstalk:environment:process:default": { Protocol: "HTTPS" },
};

function settingsOf(options: Options): readonly Editable[] {
    return Object.entries(options).flatMap(([namespace, values]) =>
        Object.entries(values).map(([name, value]) => ({ namespace, name, value })),
    );
}

/** Gives an option another value, and another name. */
function set(option: string, value: string, name = option): Edit["change"] {
    return (inputs) => {
        const settings = inputs["settings"] as Editable[];
        for (const setting of settings.filter((each) => each["name"] === option)) {
            setting["name"] = name;
            setting["value"] = value;
        }
    };
}

const own: AddedResource = { type: TYPE, name: "own", inputs: { settings: settingsOf(DEDICATED) } };
const templated: readonly AddedResource[] = [
    { type: TEMPLATE, name: "web", inputs: { name: "web", settings: settingsOf(DEDICATED) } },
    { type: TYPE, name: "from-template", inputs: { templateName: "web" } },
];

/** Edits of Beanstalk's option settings (P-09, P-11). */
export const beanstalk: readonly Edit[] = [
    {
        policy: "beanstalk-listener-https",
        title: "an environment that leaves its port on the shared load balancer to Beanstalk",
        type: TYPE,
        name: PRODUCTION,
        change: set("Rules", ""),
    },
    {
        policy: "beanstalk-listener-https",
        title: "an environment whose own load balancer listens on port 80",
        type: TYPE,
        name: "own",
        added: [own],
        change: set("ListenerEnabled", "true"),
    },
    {
        policy: "beanstalk-listener-https",
        title: "a template whose load balancer listens on port 80",
        type: TEMPLATE,
        name: "web",
        added: templated,
        change: set("ListenerEnabled", "true"),
    },
    {
        policy: "beanstalk-process-https",
        title: "an environment whose instances speak plain HTTP",
        type: TYPE,
        name: PRODUCTION,
        change: set("Protocol", "HTTP"),
    },
    {
        policy: "beanstalk-ssh",
        title: "an environment whose instances the world reaches by SSH",
        type: TYPE,
        name: PRODUCTION,
        change: set(
            "DisableDefaultEC2SecurityGroup",
            "tcp,22,22,0.0.0.0/0",
            "SSHSourceRestriction",
        ),
    },
    {
        policy: "beanstalk-notification-https",
        title: "an environment that sends its events over plain HTTP",
        type: TYPE,
        name: PRODUCTION,
        change: set("Notification Topic ARN", "http", "Notification Protocol"),
    },
    {
        policy: "beanstalk-tls-policy",
        title: "an environment whose own load balancer admits TLS 1.0",
        type: TYPE,
        name: "own",
        added: [own],
        change: set("SSLPolicy", "ELBSecurityPolicy-2016-08"),
    },
];
