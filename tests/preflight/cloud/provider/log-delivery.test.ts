import assert from "node:assert/strict";
import { join } from "node:path";
import { createSimulation } from "../../../../preflight/cloud";

describe("log deliveries, contacts and bucket metrics", () => {
    const simulation = createSimulation({ sdkRoots: [join(__dirname, "../../../..")] });
    const provider = {
        urn: "urn:pulumi:dev::p::pulumi:providers:aws::aws",
        type: "pulumi:providers:aws",
        inputs: { region: "eu-west-1" },
    };
    const create = (type: string, inputs: Record<string, unknown>) =>
        simulation.create({
            urn: `urn:pulumi:dev::p::${type}::x`,
            type,
            name: "x",
            inputs,
            preview: false,
            provider,
        });

    it("have the ids by which they are imported, and ARNs of their kind", () => {
        const source = create("aws:cloudwatch/logDeliverySource:LogDeliverySource", {
            name: "src",
        });
        assert.deepEqual(
            [source.id, source.outputs.arn, source.guessed],
            ["src", "arn:aws:logs:eu-west-1:123456789012:delivery-source:src", false],
        );
        const destination = create("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", {
            name: "dst",
        });
        assert.equal(
            destination.outputs.arn,
            "arn:aws:logs:eu-west-1:123456789012:delivery-destination:dst",
        );
        const delivery = create("aws:cloudwatch/logDelivery:LogDelivery", {});
        assert.match(delivery.id, /^[A-Z0-9]{16}$/);
        assert.equal(
            delivery.outputs.arn,
            `arn:aws:logs:eu-west-1:123456789012:delivery:${delivery.id}`,
        );
        const contact = create("aws:account/alternativeContact:AlternativeContact", {
            alternateContactType: "SECURITY",
        });
        assert.equal(contact.id, "SECURITY");
        const metric = create("aws:s3/bucketMetric:BucketMetric", {
            bucket: "b",
            name: "EntireBucket",
        });
        assert.equal(metric.id, "b:EntireBucket");
    });
});
