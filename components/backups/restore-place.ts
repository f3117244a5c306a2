import * as ec2 from "@pulumi/aws/ec2";
import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";

/** The network that restore tests use. */
export interface RestorePlaceArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Subnets without a way out, in two zones or more. */
    readonly subnetIds: readonly pulumi.Input<string>[];
}

/** Where restore tests put databases: among the data subnets, and reachable by nobody. */
export class RestorePlace extends pulumi.ComponentResource {
    public readonly dbSubnetGroupName: pulumi.Output<string>;
    /** A group without rules. */
    public readonly securityGroupId: pulumi.Output<string>;

    constructor(name: string, args: RestorePlaceArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:backups:RestorePlace", name, {}, opts);
        const child = { parent: this };
        const subnets = new rds.SubnetGroup(
            `${name}-subnets`,
            { description: "Restore tests.", subnetIds: [...args.subnetIds] },
            child,
        );
        const group = new ec2.SecurityGroup(
            `${name}-security-group`,
            {
                description: "Restore tests: nobody calls, nothing is called.",
                vpcId: args.vpcId,
                ingress: [],
                egress: [],
            },
            child,
        );
        this.dbSubnetGroupName = subnets.name;
        this.securityGroupId = group.id;
        this.registerOutputs({
            dbSubnetGroupName: this.dbSubnetGroupName,
            securityGroupId: this.securityGroupId,
        });
    }
}
