/**
 * Actions of services that have one endpoint for all regions, and the reason: a lock on aws:RequestedRegion has to let them
 * through, for their requests go to us-east-1 or us-west-2 wherever one is. AWS's own example of such a lock
 * (IAM User Guide, "Denies access to AWS based on the requested Region") names the first ones. Services that are regional are
 * missing on purpose, although public lists name them: acm, config, kms and wafv2 keep what they hold where they are called.
 * Whether such a service may be used at all is another control's question.
 */
const REASONS: Readonly<Record<string, string>> = {
    "cloudfront:*": "distributions have no region",
    "iam:*": "identities have no region",
    "organizations:*": "accounts have no region",
    "route53:*": "zones have no region",
    "support:*": "cases have no region",
    "budgets:*": "costs of all regions",
    "globalaccelerator:*": "accelerators have no region",
    "importexport:*": "jobs have no region",
    "waf:*": "the old firewall of distributions",
    "account:*": "contacts of the account, regions that it has switched on",
    "artifact:*": "reports and agreements of AWS",
    "aws-marketplace:*": "subscriptions of the account",
    "aws-portal:*": "billing, in old policies",
    "billing:*": "bills of all regions",
    "ce:*": "costs of all regions",
    "chatbot:*": "channels to which messages of all regions go",
    "consolidatedbilling:*": "bills of all accounts",
    "cur:*": "cost reports of all regions",
    "ec2:DescribeRegions": "a list of all regions",
    "freetier:*": "what is free in all regions",
    "health:*": "notices of AWS about all regions",
    "invoicing:*": "bills of all regions",
    "networkmanager:*": "networks across regions",
    "payments:*": "how bills are paid",
    "pricing:*": "prices of all regions",
    "purchase-orders:*": "how bills are paid",
    "route53domains:*": "registrations have no region",
    "s3:GetAccountPublicAccessBlock": "one switch for all regions",
    "s3:GetBucketLocation": "asked before the region is known",
    "s3:ListAllMyBuckets": "one list for all regions",
    "s3:PutAccountPublicAccessBlock": "one switch for all regions",
    "savingsplans:*": "prices of all regions",
    "shield:*": "protections have no region",
    "sts:*": "its global endpoint is in us-east-1",
    "supportplans:*": "what support the account has",
    "tax:*": "what is on bills",
    "trustedadvisor:*": "advice about all regions",
};

/** Patterns of the actions that no region lock can be about. */
export const GLOBAL_ACTIONS: readonly string[] = Object.keys(REASONS);

/** AWS's own policies that allow such actions only, or nothing. */
export const GLOBAL_POLICIES: ReadonlySet<string> = new Set(
    [
        "AWSAccountManagementFullAccess",
        "AWSBillingReadOnlyAccess",
        "AWSDenyAll",
        "AWSOrganizationsFullAccess",
        "AWSOrganizationsReadOnlyAccess",
        "AWSSupportAccess",
        "IAMFullAccess",
        "IAMReadOnlyAccess",
        "IAMUserChangePassword",
        "IAMUserSSHKeys",
        "job-function/Billing",
    ].map((name) => `arn:aws:iam::aws:policy/${name}`),
);
