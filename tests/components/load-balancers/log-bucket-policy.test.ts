import assert from "node:assert/strict";

import { logBucketPolicy } from "../../../components/load-balancers/log-bucket-policy";

const ARN = "arn:aws:s3:::delivery";
const both = [ARN, `${ARN}/*`];

describe("policy of the delivery bucket", () => {
    const [write, tls, version, ...more] = logBucketPolicy(ARN, "123456789012").Statement;

    it("lets the load balancers of the account write, under a prefix of their own", () => {
        assert.deepEqual(write, {
            Sid: "LoadBalancersWrite",
            Effect: "Allow",
            Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: `${ARN}/*/AWSLogs/123456789012/*`,
            Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        });
    });

    it("refuses plain HTTP and old TLS to everybody, on the bucket and its objects", () => {
        const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: both };
        assert.deepEqual(tls, {
            Sid: "TlsOnly",
            ...deny,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        });
        assert.deepEqual(version, {
            Sid: "Tls12OrNewer",
            ...deny,
            Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
        });
        assert.deepEqual(more, []);
    });
});
