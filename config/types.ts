/** Who reaches a service: the Internet, or the platform only (P-11). */
export const TIERS = ["public", "internal"] as const;
/** Who reaches a service. */
export type Tier = (typeof TIERS)[number];

/** What a service may keep (P-05). */
export const DATA_CLASSES = [
    "account-data",
    "product-analytics",
    "session-data",
    "error-logs",
    "none",
] as const;
/** What a service keeps. */
export type DataClass = (typeof DATA_CLASSES)[number];

/** What kept data may serve (P-15). */
export const PURPOSES = ["licence-validation", "support", "service-improvement"] as const;
/** What a service's data serves. */
export type Purpose = (typeof PURPOSES)[number];

/** Java platforms of Elastic Beanstalk on Amazon Linux 2023. */
export const PLATFORMS = ["corretto-17", "corretto-21"] as const;
/** Java platform of a service. */
export type Platform = (typeof PLATFORMS)[number];

/** Processor architecture of a service's instances; follows from its instance types. */
export type Architecture = "arm64" | "x86_64";

/** Everything a stack file says, complete with defaults and with what follows from it. */
export interface PlatformConfig {
    /** Name of the stack; deployed names begin with it. */
    readonly stack: string;
    readonly accountId: string;
    /** This stack owns the settings that exist once per account (trail, detector, password policy …). */
    readonly accountBaseline: boolean;
    /** Whom AWS calls about security; always there when this stack owns the account baseline. */
    readonly securityContact?: SecurityContact;
    readonly network: NetworkConfig;
    readonly dns: DnsConfig;
    /** AWS WAF in front of the public load balancers. */
    readonly webFirewall: boolean;
    /** Every load balancer that the services need: "public" and "internal" where used, then the own ones by service name. */
    readonly loadBalancers: readonly LoadBalancerConfig[];
    readonly bastion: BastionConfig;
    readonly access: AccessConfig;
    readonly services: readonly ServiceConfig[];
    readonly alarms: AlarmsConfig;
    readonly backup: BackupConfig;
    readonly logs: LogsConfig;
}

/** The person AWS writes to when it sees a security problem in the account. */
export interface SecurityContact {
    readonly name: string;
    readonly title: string;
    readonly email: string;
    readonly phone: string;
}

/** Address space of the platform. */
export interface NetworkConfig {
    /** RFC 1918 range, /16 to /20. */
    readonly cidrBlock: string;
    readonly availabilityZones: readonly string[];
    readonly natGateways: "per-zone" | "single";
}

/** Where the platform's host names live. */
export interface DnsConfig {
    readonly zoneName: string;
    readonly hostedZoneId: string;
}

/** A load balancer and what answers behind it. */
export interface LoadBalancerConfig {
    /** "public", "internal", or the name of the service that has it to itself. */
    readonly name: string;
    readonly tier: Tier;
    /** Host names of the services behind it, sorted. */
    readonly hostNames: readonly string[];
    /** An issued ACM certificate; absent: the program issues one, validated by DNS. */
    readonly certificateArn?: string;
    /** Names of the services that may call a service behind it, sorted. */
    readonly callers: readonly string[];
}

/** The only way in for people (P-10). */
export interface BastionConfig {
    /** Pinned Amazon Linux 2023 image; its architecture fits `instanceType`. */
    readonly imageId: string;
    readonly instanceType: string;
    readonly architecture: Architecture;
    /** Host name of the bastion's fixed address, if it has one. */
    readonly hostName?: string;
    readonly trustedNetworks: readonly TrustedNetwork[];
    /** Engineers whose key has not expired. */
    readonly engineers: readonly Engineer[];
}

/** A network from which support engineers may reach the bastion. */
export interface TrustedNetwork {
    readonly name: string;
    /** Canonical IPv4 or IPv6 range. */
    readonly cidr: string;
    readonly ipVersion: 4 | 6;
    /** Who answers for the network. */
    readonly owner: string;
    /** Day on which somebody looks at it again, `YYYY-MM-DD`. */
    readonly reviewBy: string;
}

/** A support engineer who may open sessions on the bastion. */
export interface Engineer {
    /** Login name. */
    readonly name: string;
    /** Algorithm and base64 blob, without options and comment. */
    readonly publicKey: string;
    /** First day (UTC) on which the key no longer opens the bastion, `YYYY-MM-DD`. */
    readonly expires: string;
}

/** Who may assume which role (P-08). */
export interface AccessConfig {
    /** IAM users or Identity Center roles of this account. */
    readonly developers: readonly string[];
    /** IAM users or Identity Center roles of this account. */
    readonly support: readonly string[];
    /** Role or user that deploys this program. */
    readonly deployment: string;
}

/** One Java REST service. */
export interface ServiceConfig {
    readonly name: string;
    /** Name of its Beanstalk environment: `<stack>-<name>`. */
    readonly environmentName: string;
    readonly tier: Tier;
    readonly dataClass: DataClass;
    readonly purpose: Purpose;
    /** Days after which kept data is deleted; absent exactly when `dataClass` is "none". */
    readonly retentionDays?: number;
    readonly hostName: string;
    readonly ownLoadBalancer: boolean;
    /** Name of the load balancer it is behind. */
    readonly loadBalancer: string;
    /** Place among the rules of its load balancer, 1 to 1000; follows from its name, so that no other service moves it. */
    readonly rulePriority: number;
    readonly platform: Platform;
    readonly instanceTypes: readonly string[];
    readonly architecture: Architecture;
    readonly instances: InstanceCount;
    readonly healthCheckPath: string;
    readonly environment: Readonly<Record<string, string>>;
    /** Environment variable → ARN of a Secrets Manager secret or a Parameter Store parameter. */
    readonly secrets: Readonly<Record<string, string>>;
    readonly dataStores: readonly DataStoreConfig[];
    /** Days for which its own log is kept, where what it logs is the data it keeps. */
    readonly applicationLogRetentionDays?: number;
    /** It may open HTTPS connections to the Internet (P-06). */
    readonly internetAccess: boolean;
    /** Names of the services it may call. */
    readonly calls: readonly string[];
    readonly alarmThresholds: AlarmThresholds;
}

/** How many instances run. */
export interface InstanceCount {
    readonly min: number;
    readonly max: number;
}

/** When a service's alarms fire. */
export interface AlarmThresholds {
    /** Answers with status 5xx within five minutes. */
    readonly serverErrors: number;
    /** 99th percentile of the response time. */
    readonly latencySeconds: number;
    /** Mean use of the processors. */
    readonly cpuPercent: number;
}

/** What a service keeps its data in. */
export type DataStoreConfig = PostgresConfig | TableConfig | BucketConfig;

/** A PostgreSQL database on RDS. */
export interface PostgresConfig {
    readonly type: "postgres";
    readonly name: string;
    /** RDS identifier: `<stack>-<service>-<name>`. */
    readonly deployedName: string;
    readonly engineVersion: string;
    readonly instanceClass: string;
    readonly storageGiB: number;
    /** Size up to which storage grows by itself. */
    readonly maxStorageGiB: number;
    /** A standby in a second zone. */
    readonly multiZone: boolean;
}

/** A DynamoDB table. */
export interface TableConfig {
    readonly type: "table";
    readonly name: string;
    /** Table name: `<stack>-<service>-<name>`. */
    readonly deployedName: string;
    readonly partitionKey: string;
    readonly sortKey?: string;
    /** Attribute that holds when an item expires, in seconds since 1970. */
    readonly expiryAttribute: string;
}

/** An S3 bucket. */
export interface BucketConfig {
    readonly type: "bucket";
    readonly name: string;
    /** Bucket name: `appsonic-<stack>-<service>-<name>-<account>`. */
    readonly deployedName: string;
}

/** Who hears of alarms. */
export interface AlarmsConfig {
    readonly recipients: {
        /** E-mail addresses of those who are woken. */
        readonly critical: readonly string[];
        /** E-mail addresses of those who look during the day. */
        readonly warning: readonly string[];
    };
}

/** How long recovery points live, and who may delete them. */
export interface BackupConfig {
    readonly continuousDays: number;
    readonly dailyDays: number;
    readonly monthlyDays: number;
    readonly lock: "governance" | "compliance";
    /** Days during which a compliance lock can still be lifted; there exactly with `lock` "compliance". */
    readonly graceDays?: number;
}

/** How long the platform's own logs live. */
export interface LogsConfig {
    /** A value that CloudWatch Logs knows. */
    readonly retentionDays: number;
}
