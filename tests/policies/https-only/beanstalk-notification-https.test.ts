import assert from "node:assert/strict";
import { beanstalkNotificationHttps } from "../../../policies/https-only/beanstalk-notification-https";
import { type Fixture, UNKNOWN } from "../support/judge";
import { said, template, UNSEEN } from "./support/environments";

const TOPICS = "aws:elasticbeanstalk:sns:topics";

const says = (values: Readonly<Record<string, unknown>>, more = {}, ...others: Fixture[]) =>
    said(beanstalkNotificationHttps, { [TOPICS]: values }, more, ...others);

describe("beanstalk-notification-https", () => {
    it("accepts HTTPS, mail, queues, and a topic of one's own", async () => {
        for (const values of [
            {},
            { "Notification Protocol": "" },
            { "Notification Protocol": "email", "Notification Endpoint": "a@example.com" },
            { "Notification Protocol": "https", "Notification Endpoint": "https://example.com" },
            { "Notification Protocol": "sqs" },
            { "Notification Topic ARN": "arn:aws:sns:eu-west-1:123456789012:t" },
        ]) {
            assert.deepEqual(await says(values), []);
        }
    });

    it("reports plain HTTP, in any case", async () => {
        for (const protocol of ["http", "HTTP"]) {
            assert.deepEqual(await says({ "Notification Protocol": protocol }), [
                `env fail: ${TOPICS} Notification Protocol is "${protocol}", expected https`,
            ]);
        }
    });

    it("reports on the template that sets it, and does not evaluate one that is not seen", async () => {
        const http = template({ [TOPICS]: { "Notification Protocol": "http" } });
        assert.deepEqual(await says({}, { templateName: "t" }, http), [
            `template fail: ${TOPICS} Notification Protocol is "http", expected https`,
        ]);
        assert.deepEqual(await says({}, { templateName: "elsewhere" }), [UNSEEN]);
    });

    it("does not evaluate what is not known yet", async () => {
        assert.deepEqual(await says({ "Notification Protocol": UNKNOWN }), [
            "env not-evaluated: settings[0].value is not known yet",
        ]);
    });
});
