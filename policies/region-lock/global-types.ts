/** Resource types of one service that have no region of their own, since what they make is in no one region. */
export interface GlobalTypes {
    /** Module of @pulumi/aws. */
    readonly service: string;
    /** Names of the resource classes. */
    readonly resources: readonly string[];
}

/** Global types that may be used, with the reason why no customer's data leaves eu-west-1 by them. */
export interface AllowedTypes extends GlobalTypes {
    readonly reason: string;
}

/** The type tokens: `aws:iam/role:Role`. */
export function tokensOf({ service, resources }: GlobalTypes): readonly string[] {
    return resources.map(
        (name) => `aws:${service}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`,
    );
}

/** What a global service may do, and why. A type of no region that is neither here nor in `EDGE_TYPES` is reported. */
export const ALLOWED_GLOBAL_TYPES: readonly AllowedTypes[] = [
    {
        service: "account",
        resources: ["AlternativeContact", "PrimaryContact"],
        reason: "Whom AWS calls and bills: AppSonic's own contacts, which belong to the contract with AWS.",
    },
    {
        service: "account",
        resources: ["Region"],
        reason: "Switches a region off for the whole account, which is the strictest lock there is; switching one on is reported.",
    },
    {
        service: "backup",
        resources: ["GlobalSettings"],
        reason: "Says whether accounts may share backups; keeps none.",
    },
    {
        service: "bcmdata",
        resources: ["Export"],
        reason: "Delivers what AWS charges, to a bucket whose region is judged; AWS keeps its invoices in us-east-1 for every customer.",
    },
    {
        service: "billing",
        resources: ["View"],
        reason: "Chooses which charges are shown to whom.",
    },
    {
        service: "budgets",
        resources: ["Budget", "BudgetAction"],
        reason: "Watches what AWS charges; sums of money and names of resources, no customer's data.",
    },
    {
        service: "cloudtrail",
        resources: ["OrganizationDelegatedAdminAccount"],
        reason: "Names the account that looks after the organization's trails.",
    },
    {
        service: "costexplorer",
        resources: ["AnomalyMonitor", "AnomalySubscription", "CostAllocationTag", "CostCategory"],
        reason: "Sorts and watches what AWS charges; no customer's data.",
    },
    {
        service: "costoptimizationhub",
        resources: ["EnrollmentStatus", "Preferences"],
        reason: "Looks for savings in what AWS charges; no customer's data.",
    },
    {
        service: "cur",
        resources: ["ReportDefinition"],
        reason: "Delivers what AWS charges, to a bucket whose region is judged.",
    },
    {
        service: "ec2",
        resources: ["VpcIpamOrganizationAdminAccount"],
        reason: "Names the account that plans the organization's addresses.",
    },
    {
        service: "fms",
        resources: ["AdminAccount"],
        reason: "Names the account that looks after the organization's firewalls.",
    },
    {
        service: "iam",
        resources: [
            "AccessKey",
            "AccountAlias",
            "AccountPasswordPolicy",
            "Group",
            "GroupMembership",
            "GroupPoliciesExclusive",
            "GroupPolicy",
            "GroupPolicyAttachment",
            "GroupPolicyAttachmentsExclusive",
            "InstanceProfile",
            "OpenIdConnectProvider",
            "OrganizationsFeatures",
            "OutboundWebIdentityFederation",
            "Policy",
            "PolicyAttachment",
            "Role",
            "RolePoliciesExclusive",
            "RolePolicy",
            "RolePolicyAttachment",
            "RolePolicyAttachmentsExclusive",
            "SamlProvider",
            "SecurityTokenServicePreferences",
            "ServiceLinkedRole",
            "ServiceSpecificCredential",
            "SigningCertificate",
            "SshKey",
            "User",
            "UserGroupMembership",
            "UserLoginProfile",
            "UserPoliciesExclusive",
            "UserPolicy",
            "UserPolicyAttachment",
            "UserPolicyAttachmentsExclusive",
            "VirtualMfaDevice",
        ],
        reason: "Says who may do what in the account; no region decides without it, and it holds no customer's data. Where people may act is restricted by REGION-10.",
    },
    {
        service: "organizations",
        resources: [
            "Account",
            "AwsServiceAccess",
            "DelegatedAdministrator",
            "Organization",
            "OrganizationalUnit",
            "Policy",
            "PolicyAttachment",
            "ResourcePolicy",
            "Tag",
        ],
        reason: "Groups accounts and restricts them, to regions among other things; holds their names, no customer's data.",
    },
    {
        service: "ram",
        resources: ["SharingWithOrganization"],
        reason: "Says that accounts of the organization may share resources; moves none.",
    },
    {
        service: "rolesanywhere",
        resources: ["Profile", "TrustAnchor"],
        reason: "Belongs to the provider's region, which is judged (REGION-01), although it has no region property; says which certificates may assume a role.",
    },
    {
        service: "route53",
        resources: [
            "CidrCollection",
            "CidrLocation",
            "DelegationSet",
            "HealthCheck",
            "HostedZoneDnsSec",
            "KeySigningKey",
            "Record",
            "RecordsExclusive",
            "TrafficPolicy",
            "TrafficPolicyInstance",
            "VpcAssociationAuthorization",
            "Zone",
            "ZoneAssociation",
        ],
        reason: "Names and addresses, which are public or of our own networks; answered everywhere, and without customers' data. Where they lead is judged by REGION-03.",
    },
    {
        service: "route53domains",
        resources: ["DelegationSignerRecord", "Domain", "RegisteredDomain"],
        reason: "Registers AppSonic's own domains; the registry is public and of no region.",
    },
    {
        service: "s3",
        resources: ["AccountPublicAccessBlock"],
        reason: "Blocks public access to all buckets of the account; keeps nothing.",
    },
    {
        service: "savingsplans",
        resources: ["SavingsPlan"],
        reason: "A contract about prices.",
    },
    {
        service: "servicecatalog",
        resources: ["OrganizationsAccess"],
        reason: "Says that accounts of the organization may share a catalogue; moves none.",
    },
    {
        service: "shield",
        resources: [
            "ApplicationLayerAutomaticResponse",
            "ProactiveEngagement",
            "Protection",
            "ProtectionGroup",
            "ProtectionHealthCheckAssociation",
            "Subscription",
        ],
        reason: "Defends addresses that are in eu-west-1 against floods; sees packets, and keeps none of their content.",
    },
    {
        service: "ssmincidents",
        resources: ["ReplicationSet"],
        reason: "Names the regions that keep incidents itself; service-replicas judges them.",
    },
    {
        service: "uxc",
        resources: ["AccountCustomizations"],
        reason: "How the console looks.",
    },
];

/** Global types that are reported: nothing is known that needs them, and they keep or move data somewhere else. */
export const REFUSED_GLOBAL_TYPES: readonly GlobalTypes[] = [
    // A form for the makers of models, kept with them.
    { service: "bedrock", resources: ["UseCaseForModelAccess"] },
    { service: "chime", resources: ["SdkvoiceGlobalSettings"] },
    // Joins networks of any region with places outside AWS.
    { service: "directconnect", resources: ["Gateway", "HostedConnection"] },
    // Private keys, kept in every region; Certificate Manager keeps them in one.
    { service: "iam", resources: ["ServerCertificate"] },
    // A network over regions, and a register of networks that is kept in us-west-2.
    {
        service: "networkmanager",
        resources: [
            "AttachmentAccepter",
            "AttachmentRoutingPolicyLabel",
            "ConnectAttachment",
            "ConnectPeer",
            "Connection",
            "CoreNetwork",
            "CoreNetworkPolicyAttachment",
            "CustomerGatewayAssociation",
            "Device",
            "DxGatewayAttachment",
            "GlobalNetwork",
            "Link",
            "LinkAssociation",
            "PrefixListAssociation",
            "Site",
            "SiteToSiteVpnAttachment",
            "TransitGatewayConnectPeerAssociation",
            "TransitGatewayPeering",
            "TransitGatewayRegistration",
            "TransitGatewayRouteTableAttachment",
            "VpcAttachment",
        ],
    },
    // Gathers events of all regions and keeps them in hubs.
    {
        service: "notifications",
        resources: [
            "ChannelAssociation",
            "ContactsEmailContact",
            "EventRule",
            "ManagedNotificationAccountContactAssociation",
            "ManagedNotificationAdditionalChannelAssociation",
            "NotificationConfiguration",
            "NotificationHub",
            "OrganizationalUnitAssociation",
            "OrganizationsAccess",
        ],
    },
    // Moves traffic from one region to another.
    {
        service: "route53recoverycontrol",
        resources: ["Cluster", "ControlPanel", "RoutingControl", "SafetyRule"],
    },
    {
        service: "route53recoveryreadiness",
        resources: ["Cell", "ReadinessCheck", "RecoveryGroup", "ResourceSet"],
    },
    // Lets people of AWS read logs.
    {
        service: "shield",
        resources: ["DrtAccessLogBucketAssociation", "DrtAccessRoleArnAssociation"],
    },
];
