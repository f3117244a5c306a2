import { getCallerIdentityOutput, getRegion, Provider } from "@pulumi/aws";
import { getPolicyDocumentOutput } from "@pulumi/aws/iam";
import { Bucket } from "@pulumi/aws/s3";
import { SecurityGroup, Vpc } from "@pulumi/aws/ec2";
import { ComponentResource } from "@pulumi/pulumi";

export = async (): Promise<object> => {
    const { region } = await getRegion();
    const provider = new Provider("frankfurt", { region: "eu-central-1" });
    const vpc = Vpc.get("vpc", "vpc-0123456789abcdef0");
    const far = Vpc.get("far", "vpc-0123456789abcdef1", {}, { provider });
    const holder = new ComponentResource("stress:index:Holder", "holder");
    const named = Bucket.get("named", "a-bucket-that-is-there", {}, { parent: holder });
    new SecurityGroup("in-read-vpc", { vpcId: vpc.id, description: region });
    new SecurityGroup("in-far-vpc", { vpcId: far.id }, { provider });
    const copy = Bucket.get("by-output", named.id);
    const document = getPolicyDocumentOutput({
        statements: [{ actions: ["s3:GetObject"], resources: [copy.arn] }],
    });
    new Bucket("after-function", { tags: { caller: getCallerIdentityOutput().accountId } });
    return { document: document.json, region };
};
