import { type Eip, LaunchTemplate } from "@pulumi/aws/ec2";
import type { InstanceProfile } from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";

import type { SupportEngineer } from "./authorized-keys";
import type { TrustedNetwork } from "./firewall";
import { BASTION_TAG } from "./instance-role";
import { bastionUserData } from "./user-data";

const REGION = "eu-west-1";
/** Of every Amazon Linux 2023 image. */
const ROOT_DEVICE = "/dev/xvda";
const ROOT_VOLUME_GIB = 20;

/** What decides how an instance is made. */
export interface LaunchTemplateArgs {
    readonly imageId: string;
    readonly instanceType: string;
    readonly volumeKeyArn: pulumi.Input<string>;
    readonly trustedNetworks: readonly TrustedNetwork[];
    readonly engineers: readonly SupportEngineer[];
}

/** What an instance is tied to. */
export interface LaunchTemplateParts {
    readonly address: Eip;
    readonly securityGroupId: pulumi.Output<string>;
    readonly profile: InstanceProfile;
}

/** Every instance is made of this; a change of it (an engineer, a key, an image) is a new version, which replaces the instance. */
export function bastionLaunchTemplate(
    name: string,
    args: LaunchTemplateArgs,
    parts: LaunchTemplateParts,
    parent: pulumi.Resource,
): LaunchTemplate {
    const tags = { Name: name, [BASTION_TAG]: name };
    return new LaunchTemplate(
        `${name}-template`,
        {
            description: `Instances of ${name}`,
            imageId: args.imageId,
            instanceType: args.instanceType,
            updateDefaultVersion: true,
            instanceInitiatedShutdownBehavior: "terminate",
            iamInstanceProfile: { arn: parts.profile.arn },
            // No keyName: EC2's key pairs neither name a person nor expire.
            metadataOptions: {
                httpEndpoint: "enabled",
                httpTokens: "required",
                httpPutResponseHopLimit: 1,
                httpProtocolIpv6: "disabled",
                instanceMetadataTags: "disabled",
            },
            monitoring: { enabled: true },
            networkInterfaces: [
                {
                    deviceIndex: 0,
                    // The fixed address is the only public one.
                    associatePublicIpAddress: "false",
                    deleteOnTermination: "true",
                    securityGroups: [parts.securityGroupId],
                },
            ],
            blockDeviceMappings: [
                {
                    deviceName: ROOT_DEVICE,
                    ebs: {
                        volumeType: "gp3",
                        volumeSize: ROOT_VOLUME_GIB,
                        encrypted: "true",
                        kmsKeyId: args.volumeKeyArn,
                        deleteOnTermination: "true",
                    },
                },
            ],
            tagSpecifications: ["instance", "network-interface", "volume"].map((resourceType) => ({
                resourceType,
                tags,
            })),
            userData: parts.address.allocationId.apply((allocationId) =>
                Buffer.from(
                    bastionUserData({
                        bastion: name,
                        region: REGION,
                        allocationId,
                        engineers: args.engineers,
                        sources: args.trustedNetworks.map((network) => network.cidr),
                    }),
                ).toString("base64"),
            ),
        },
        { parent },
    );
}
