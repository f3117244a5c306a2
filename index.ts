import { Provider } from "@pulumi/aws/provider";
import { AccessRoles } from "./components/access/access-roles";
import { AccountBaseline } from "./components/account/account-baseline";
import { Backups } from "./components/backups/backups";
import { RestorePlace } from "./components/backups/restore-place";
import { Bastion } from "./components/bastion/bastion";
import { VolumeEncryption } from "./components/encryption/volume-encryption";
import { LoadBalancers } from "./components/load-balancers/load-balancers";
import { AlarmTopics } from "./components/monitoring/alarm-topics";
import { Monitoring } from "./components/monitoring/monitoring";
import { Network } from "./components/network/network";
import { Services } from "./components/services/services";
import { REGION, loadConfig } from "./config";

const config = loadConfig();
const { accountId, accountBaseline: ownsAccount, securityContact, stack, webFirewall } = config;
const { hostedZoneId } = config.dns;
const logRetentionDays = config.logs.retentionDays;
const base = { accountId, ownsAccount, stack, hostedZoneId, logRetentionDays };

const tags = { project: "appsonic-platform", stack, "managed-by": "pulumi" };
const inAccount = { region: REGION, allowedAccountIds: [accountId], defaultTags: { tags } };
const on = { providers: [new Provider("aws", inAccount)] };

const baseline = { ...base, securityContact, retentionInDays: logRetentionDays };
const account = ownsAccount ? new AccountBaseline(`${stack}-account`, baseline, on) : undefined;
const topics = new AlarmTopics(`${stack}-alarms`, { ...base, ...config.alarms }, on).arns;
const volumes = new VolumeEncryption(`${stack}-volumes`, base, on);

const ranges = { ...base, ...config.network, ...config.bastion };
const network = new Network(`${stack}-network`, ranges, on);
const { vpcId, dataSubnetIds, publicSubnetIds, internalSubnetIds, appSubnetIds } = network;
// What starts at once needs the network's ways out and the key of its volumes, not only their ids.
const ready = { ...on, dependsOn: [network, volumes] };

new AccessRoles(`${stack}-access`, { ...base, ...config.access }, on);

const entrances = { public: publicSubnetIds, internal: internalSubnetIds };
const balancers = {
    ...base,
    specs: config.loadBalancers,
    webFirewall,
    vpcId,
    subnetIds: entrances,
};
const loadBalancers = new LoadBalancers(stack, balancers, ready).byName;

const tiers = { public: appSubnetIds, internal: internalSubnetIds };
const java = { ...base, specs: config.services, network, subnetIds: tiers, loadBalancers };
const notified = { ...java, notificationTopicArn: topics.warning };
const services = new Services(stack, notified, ready).byName;

const door = { ...config.bastion, network, volumeKeyArn: volumes.keyArn };
const bastion = new Bastion(`${stack}-bastion`, { ...base, ...door }, ready);

const place = { vpcId, subnetIds: dataSubnetIds };
const restoreTest = new RestorePlace(`${stack}-restore`, place, on);
const keeping = config.services.filter((service) => service.dataStores.length > 0);
const kept = { services: keeping.map((service) => service.name), storeTags: { stack } };
const backupArgs = { ...base, ...config.backup, ...kept, restoreTest };
const backups = new Backups(`${stack}-backups`, backupArgs, on);

const made = { services, loadBalancers, network, bastion, backups, account };
new Monitoring(stack, { topics, specs: config.services, ...made }, on);

export const bastionAddress = bastion.publicIp;
export const serviceUrls = config.services.map((service) => services[service.name]?.url);
