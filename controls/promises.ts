/** A sentence of the privacy statement. Ids are never reused. */
export interface PrivacyPromise {
    readonly id: PromiseId;
    /** What is promised. */
    readonly promise: string;
    /** What that means for this repository. */
    readonly meaning: string;
    /** How far code can prove it. */
    readonly proof: "code" | "partly" | "people";
    /** What is left to people, where something is. */
    readonly left?: string;
}

/** Id of a promise. */
export type PromiseId = `P-${string}`;

/** Every promise of the privacy statement, in its order; docs/privacy-statement.md says the same in the same words. */
export const promises: readonly PrivacyPromise[] = [
    {
        id: "P-01",
        promise: "Collected information is not given to anyone else.",
        meaning:
            "No resource policy, grant, snapshot, image, key or log destination admits another account or the public.",
        proof: "partly",
        left: "What people do with information outside AWS is beyond it.",
    },
    {
        id: "P-02",
        promise:
            "Downloadable add-ons send usage analytics (versions, product, support entitlement number) home; a customer can stop that in the settings or by blocking it in its own network. The installer's analytics go to Atlassian, not to us.",
        meaning:
            "The intake is a service of its own, with a host name and a load balancer of its own, so that blocking it, by name or address, blocks nothing else.",
        proof: "partly",
        left: "The switch in the settings is part of the add-ons.",
    },
    {
        id: "P-03",
        promise: "AppSonic provisions, monitors and maintains the AWS components itself.",
        meaning:
            "Everything is code here; drift is detected; each part has an alarm and a runbook.",
        proof: "code",
    },
    {
        id: "P-04",
        promise: "Log information is stored in CloudWatch.",
        meaning:
            "Every component ships its logs to an encrypted CloudWatch log group with a retention; nothing logs elsewhere only.",
        proof: "code",
    },
    {
        id: "P-05",
        promise:
            "Customer data stays in Atlassian's cloud; what is kept is only: account data (licence validation, contract, communication), session data (anonymised usage statistics), and error logs of the browser side.",
        meaning:
            "A service that stores data declares one of the data classes; any other class is refused. Kept data expires.",
        proof: "partly",
        left: "Declaration, expiry and place can be proved; the class is what the service's owner says of it, not what the application writes.",
    },
    {
        id: "P-06",
        promise:
            "Page-view analytics (Google Analytics, in the browser) contain no customer or operational data.",
        meaning:
            "Happens in the browser, outside this platform; servers send nothing out but what a service declares.",
        proof: "people",
        left: "Only the servers' outgoing traffic can be checked here; what pages send is reviewed by people.",
    },
    {
        id: "P-07",
        promise: "Data is stored in eu-west-1.",
        meaning:
            "Region lock: provider, every resource, every ARN, zone, copy and replica, Pulumi's own state and secrets; people cannot act elsewhere either.",
        proof: "code",
    },
    {
        id: "P-08",
        promise:
            "Only developers and support engineers have access to the AWS platform, and to application data only for administration or support.",
        meaning:
            "Exactly these two roles can be assumed by people, with MFA, short sessions and a permissions boundary; other principals (services, deployment) are declared. Developers read no application data; support does so in sessions that are named and logged.",
        proof: "code",
    },
    {
        id: "P-09",
        promise: "HTTPS and SSH are the only protocols that the platform offers.",
        meaning:
            "From anywhere outside, only 443 and (to the bastion) 22 are reachable; HTTPS goes all the way to the instance; no plain-HTTP listener exists, not even to redirect.",
        proof: "code",
    },
    {
        id: "P-10",
        promise:
            "SSH is for support engineers only, from known trusted internal networks, with keys.",
        meaning:
            "One bastion; a mandatory list of trusted networks, each with an owner, narrow, never the whole world; per-engineer public keys that expire; no passwords.",
        proof: "code",
    },
    {
        id: "P-11",
        promise:
            "The platform is Java REST web services on Elastic Beanstalk, layered into public and internal/private.",
        meaning:
            "Public services behind an internet-facing load balancer; internal ones behind an internal one, reachable only from the platform.",
        proof: "code",
    },
    {
        id: "P-12",
        promise:
            "Each service is responsible for its own data and provides its own access control.",
        meaning:
            "One service = own role, own key, own data store, own security groups; none can reach another's data.",
        proof: "partly",
        left: "Authenticating callers is the application's part.",
    },
    {
        id: "P-13",
        promise:
            "Logs of these services are shipped, monitored and alarmed on when behaviour is abnormal.",
        meaning:
            "Static and anomaly alarms for every service, data store, the bastion and the account itself, delivered to people.",
        proof: "partly",
        left: "That somebody reads the alarms is tested by people.",
    },
    {
        id: "P-14",
        promise: "Data of all cloud add-ons is backed up with incremental backups.",
        meaning:
            "AWS Backup: encrypted locked vault, continuous (point-in-time) where AWS offers it, daily otherwise, restore-tested, alarmed on.",
        proof: "code",
    },
    {
        id: "P-15",
        promise:
            "Collected data serves licence validation, support and the improvement of the service only.",
        meaning:
            "Purpose and retention are declared per service and appear in the record of processing.",
        proof: "partly",
        left: "The declaration can be proved; what the data is used for is known to people.",
    },
];
