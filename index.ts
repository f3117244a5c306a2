import { Provider } from "@pulumi/aws/provider";
import { Bastion } from "./components/bastion/bastion";
import { VolumeEncryption } from "./components/encryption/volume-encryption";
import { LoadBalancers } from "./components/load-balancers/load-balancers";
import { AlarmTopics } from "./components/monitoring/alarm-topics";
import { Network } from "./components/network/network";
import { Services } from "./components/services/services";
import { REGION, loadConfig } from "./config";

const config = loadConfig();
const { accountId, accountBaseline: ownsAccount, stack } = config;
const { hostedZoneId } = config.dns;
const logRetentionDays = config.logs.retentionDays;

const tags = { project: "appsonic-platform", stack, "managed-by": "pulumi" };
const provider = new Provider("aws", {
    region: REGION,
    allowedAccountIds: [accountId],
    defaultTags: { tags },
});
const on = { providers: [provider] };

const { recipients } = config.alarms;
const topics = new AlarmTopics(`${stack}-alarms`, { accountId, recipients }, on).arns;
const volumes = new VolumeEncryption(`${stack}-volumes`, { accountId, ownsAccount }, on);

const { trustedNetworks } = config.bastion;
const network = new Network(
    `${stack}-network`,
    {
        accountId,
        ...config.network,
        trustedNetworks,
        flowLogRetentionInDays: logRetentionDays,
    },
    on,
);
const { vpcId, publicSubnetIds, internalSubnetIds, appSubnetIds } = network;

const loadBalancers = new LoadBalancers(
    stack,
    {
        accountId,
        specs: config.loadBalancers,
        vpcId,
        subnetIds: { public: publicSubnetIds, internal: internalSubnetIds },
        hostedZoneId,
        webFirewall: config.webFirewall,
        logRetentionDays,
    },
    // AWS refuses a public load balancer in a network without its gateway; ids of subnets are known before that.
    { ...on, dependsOn: [network] },
).byName;

const services = new Services(
    stack,
    {
        accountId,
        ownsAccount,
        specs: config.services,
        hostedZoneId,
        network,
        subnetIds: { public: appSubnetIds, internal: internalSubnetIds },
        loadBalancers,
        logRetentionDays,
        notificationTopicArn: topics.warning,
    },
    // Instances start at once: they need the network's way out and the default key of their volumes.
    { ...on, dependsOn: [network, volumes] },
).byName;
