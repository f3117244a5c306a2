import assert from "node:assert/strict";

import { Certificate, proofOf } from "../../../components/load-balancers/certificate";
import { record } from "../recording";

const option = (domainName: string) => ({
    domainName,
    resourceRecordName: `_proof.${domainName}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_answer-of-${domainName}.acm-validations.aws.`,
});

const outputs = {
    "aws:acm/certificate:Certificate": () => ({
        // In an order of its own, as AWS gives them.
        domainValidationOptions: [option("b.appsonic.example"), option("a.appsonic.example")],
    }),
    "aws:route53/record:Record": (name: string) => ({ fqdn: `fqdn-of-${name}` }),
};
const hostNames = ["a.appsonic.example", "b.appsonic.example"];

describe("Certificate", () => {
    it("asks for all names, proved by DNS and published in transparency logs", async () => {
        const made = await record(
            () => new Certificate("public", { hostNames, hostedZoneId: "Z1" }),
            { outputs },
        );
        assert.deepEqual(made.inputs("aws:acm/certificate:Certificate", "public-certificate"), {
            domainName: "a.appsonic.example",
            subjectAlternativeNames: ["b.appsonic.example"],
            validationMethod: "DNS",
            keyAlgorithm: "RSA_2048",
            options: { certificateTransparencyLoggingPreference: "ENABLED" },
            tags: { Name: "public" },
        });
    });

    it("gives every name the record that belongs to it", async () => {
        const made = await record(
            () => new Certificate("public", { hostNames, hostedZoneId: "Z1" }),
            { outputs },
        );
        for (const hostName of hostNames) {
            assert.deepEqual(made.inputs("aws:route53/record:Record", `public-proof-${hostName}`), {
                zoneId: "Z1",
                name: `_proof.${hostName}.`,
                type: "CNAME",
                records: [`_answer-of-${hostName}.acm-validations.aws.`],
                ttl: 300,
                allowOverwrite: true,
            });
        }
    });

    it("is known only once it is issued", async () => {
        let arn: string | undefined;
        const made = await record(
            () => {
                new Certificate("public", { hostNames, hostedZoneId: "Z1" }).arn.apply(
                    (value) => (arn = value),
                );
            },
            {
                outputs: {
                    ...outputs,
                    "aws:acm/certificateValidation:CertificateValidation": () => ({
                        certificateArn: "issued",
                    }),
                },
            },
        );
        const validation = made.inputs(
            "aws:acm/certificateValidation:CertificateValidation",
            "public-validation",
        );
        assert.deepEqual(validation, {
            certificateArn: "arn:aws:mock:eu-west-1:123456789012:public-certificate",
            validationRecordFqdns: hostNames.map((name) => `fqdn-of-public-proof-${name}`),
        });
        assert.equal(arn, "issued");
    });

    it("reports a name that AWS gave no record for", () => {
        const options = [option("b.appsonic.example"), option("a.appsonic.example")];
        assert.throws(() => proofOf("c.appsonic.example", options), {
            message:
                'certificate: found validation records for "b.appsonic.example, a.appsonic.example", expected one for "c.appsonic.example"',
        });
    });

    it("reports no names", async () => {
        await assert.rejects(
            record(() => new Certificate("public", { hostNames: [], hostedZoneId: "Z1" })),
            { message: "public: found no host names, expected at least one for the certificate" },
        );
    });
});
