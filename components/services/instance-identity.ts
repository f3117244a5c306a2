import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../policy-documents/policy-document";
import type { PolicyStatement } from "../policy-documents/policy-document";

/** Who a service's instances are. */
export interface InstanceIdentityArgs {
    readonly serviceName: string;
    readonly tags: Readonly<Record<string, string>>;
}

/** The role of a service's instances; what it may do is added once keys and stores exist. */
export class InstanceIdentity extends pulumi.ComponentResource {
    /** ARN of the role. */
    public readonly roleArn: pulumi.Output<string>;
    /** Name of the role. */
    public readonly roleName: pulumi.Output<string>;
    readonly #name: string;
    readonly #profileName: pulumi.Output<string>;
    readonly #policies: iam.RolePolicy[] = [];

    constructor(name: string, args: InstanceIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:services:InstanceIdentity", name, {}, opts);
        this.#name = name;
        const role = new iam.Role(
            `${name}-role`,
            {
                description: `Instances of ${args.serviceName}`,
                // No condition on the source account: EC2 sends none when it hands out an instance's credentials.
                assumeRolePolicy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "Instances",
                            Effect: "Allow",
                            Principal: { Service: "ec2.amazonaws.com" },
                            Action: "sts:AssumeRole",
                        },
                    ],
                }),
                maxSessionDuration: 3600,
                tags: args.tags,
            },
            { parent: this },
        );
        const profile = new iam.InstanceProfile(
            `${name}-profile`,
            { role: role.name, tags: args.tags },
            { parent: this },
        );
        this.roleArn = role.arn;
        this.roleName = role.name;
        this.#profileName = profile.name;
        this.registerOutputs({ roleArn: this.roleArn, roleName: this.roleName });
    }

    /** Adds a policy to the role; `purpose` names it. */
    allow(purpose: string, statements: pulumi.Input<readonly PolicyStatement[]>): void {
        this.#policies.push(
            new iam.RolePolicy(
                `${this.#name}-${purpose}`,
                {
                    role: this.roleName,
                    policy: pulumi
                        .output(statements)
                        .apply((known) => JSON.stringify(policyDocument(known))),
                },
                { parent: this },
            ),
        );
    }

    /** Name of the instance profile; resolves when every policy added so far is in place. */
    readyProfileName(): pulumi.Output<string> {
        return pulumi
            .all([this.#profileName, ...this.#policies.map((policy) => policy.id)])
            .apply(([name]) => String(name));
    }
}
