import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import type { PolicyDocument } from "../policy-documents/policy-document";
import { type Boundary, deploymentBoundary, peopleBoundary } from "./boundary";
import { deploymentPolicy, developerPolicy, supportPolicy } from "./role-policies";
import { deploymentTrust, peopleTrust } from "./trust";

const MANAGED = "arn:aws:iam::aws:policy";
const SESSION_SECONDS = 3600;

/** Who may assume which role; IAM refuses ARNs of principals that do not exist. */
export interface AccessRolesArgs {
    readonly accountId: string;
    /** What names of the stores begin with that support may read: the stack's name. */
    readonly stack: string;
    /** ARNs of IAM users or Identity Center's roles. None: there is no such role. */
    readonly developers: readonly string[];
    /** ARNs of IAM users or Identity Center's roles. None: there is no such role. */
    readonly support: readonly string[];
    /** ARN of the role or user that deploys. */
    readonly deployment: string;
}

interface RoleParts {
    readonly description: string;
    readonly trust: PolicyDocument;
    readonly boundary: pulumi.Input<string>;
    /** Own policy of the role. */
    readonly policy: PolicyDocument;
    /** Policies of AWS by suffix. */
    readonly managed: Readonly<Record<string, string>>;
}

/** The two roles of people and the one of the deployment; nobody else gets in (P-07, P-08). */
export class AccessRoles extends pulumi.ComponentResource {
    /** Role of developers; undefined when there are none. */
    public readonly developerRoleArn: pulumi.Output<string> | undefined;
    /** Role of support engineers; undefined when there are none. */
    public readonly supportRoleArn: pulumi.Output<string> | undefined;
    /** Role that deploys this program. */
    public readonly deploymentRoleArn: pulumi.Output<string>;

    constructor(name: string, args: AccessRolesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:access:AccessRoles", name, {}, opts);
        const { accountId, stack, developers, support } = args;
        const people = this.boundary(
            `${name}-people`,
            "Most that a person can do.",
            peopleBoundary(),
        );
        if (developers.length > 0) {
            this.developerRoleArn = this.role(`${name}-developer`, {
                description: "Developers: see and steer environments, read no application data.",
                trust: peopleTrust(developers),
                boundary: people,
                policy: developerPolicy(),
                managed: { view: `${MANAGED}/job-function/ViewOnlyAccess` },
            });
        }
        if (support.length > 0) {
            this.supportRoleArn = this.role(`${name}-support-engineer`, {
                description: "Support engineers: read application data to support and administer.",
                trust: peopleTrust(support),
                boundary: people,
                policy: supportPolicy({ accountId, stack }),
                managed: {
                    view: `${MANAGED}/job-function/ViewOnlyAccess`,
                    // Cases with AWS; Security Hub wants a role that has it (IAM.18).
                    support: `${MANAGED}/AWSSupportAccess`,
                },
            });
        }
        this.deploymentRoleArn = this.role(`${name}-deployment`, {
            description: "Deployment: builds the platform, in its region only.",
            trust: deploymentTrust(args.deployment),
            boundary: this.boundary(
                `${name}-deployment`,
                "Most that the deployment can do.",
                deploymentBoundary(),
            ),
            policy: deploymentPolicy(),
            managed: { administrator: `${MANAGED}/AdministratorAccess` },
        });
        this.registerOutputs({
            developerRoleArn: this.developerRoleArn,
            supportRoleArn: this.supportRoleArn,
            deploymentRoleArn: this.deploymentRoleArn,
        });
    }

    private boundary(name: string, description: string, document: Boundary): pulumi.Output<string> {
        return new iam.Policy(
            `${name}-boundary`,
            { name: `${name}-boundary`, description, policy: JSON.stringify(document) },
            { parent: this, protect: true },
        ).arn;
    }

    private role(name: string, parts: RoleParts): pulumi.Output<string> {
        const child = { parent: this };
        const role = new iam.Role(
            `${name}-role`,
            {
                name,
                description: parts.description,
                assumeRolePolicy: JSON.stringify(parts.trust),
                permissionsBoundary: parts.boundary,
                // A role that is assumed from a role gets no longer session anyway.
                maxSessionDuration: SESSION_SECONDS,
            },
            child,
        );
        new iam.RolePolicy(
            `${name}-policy`,
            { role: role.name, policy: JSON.stringify(parts.policy) },
            child,
        );
        for (const [suffix, policyArn] of Object.entries(parts.managed)) {
            new iam.RolePolicyAttachment(
                `${name}-${suffix}`,
                { role: role.name, policyArn },
                child,
            );
        }
        return role.arn;
    }
}
