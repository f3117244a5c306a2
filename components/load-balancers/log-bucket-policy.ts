import type { PolicyDocument } from "../policy-documents/policy-document";

/** Policy of a delivery bucket: Elastic Load Balancing writes for this account, everything travels over TLS. */
export function logBucketPolicy(bucketArn: string, accountId: string): PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "LoadBalancersWrite",
                Effect: "Allow",
                // The service, never ELB's account of the region: that account serves every customer.
                Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: `${bucketArn}/*/AWSLogs/${accountId}/*`,
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [bucketArn, `${bucketArn}/*`],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            {
                Sid: "Tls12OrNewer",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [bucketArn, `${bucketArn}/*`],
                Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
            },
        ],
    };
}
