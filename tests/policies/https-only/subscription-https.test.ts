import { subscriptionHttps } from "../../../policies/https-only/subscription-https";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    subscriptionHttps,
    "aws:sns/topicSubscription:TopicSubscription",
);

describe("subscription-https", () => {
    it("accepts HTTPS, and what is no HTTP at all", async () => {
        await accepts({ protocol: "https", endpoint: "https://hooks.example" });
        await accepts({ protocol: "HTTPS", endpoint: "https://hooks.example" });
        await accepts({ protocol: "email", endpoint: "a@example.com" });
        await accepts({ protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:123456789012:q" });
        await accepts({ protocol: "sms", endpoint: "+33199000000" });
        await accepts({ protocol: "lambda", endpoint: UNKNOWN });
        await accepts({ endpoint: "http://hooks.example" });
        await accepts({ protocol: "https" });
        await accepts({});
    });

    it("reports plain HTTP once, by protocol or by address, and prints no address", async () => {
        await reports({ protocol: "http", endpoint: "http://user:pass@hooks.example" }, [
            'protocol is "http", expected "https"',
        ]);
        await reports({ protocol: "HTTP" }, ['protocol is "http", expected "https"']);
        await reports({ protocol: "https", endpoint: "HTTP://hooks.example" }, [
            "endpoint begins with http://, expected https://",
        ]);
    });

    it("does not evaluate what is not known yet, and needs no address to report the protocol", async () => {
        await cannotEvaluate({ protocol: UNKNOWN }, ["protocol is not known yet"]);
        await cannotEvaluate({ protocol: "https", endpoint: UNKNOWN }, [
            "endpoint is not known yet",
        ]);
        await reports({ protocol: "http", endpoint: UNKNOWN }, [
            'protocol is "http", expected "https"',
        ]);
    });
});
