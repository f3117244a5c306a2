import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";

/** For which host names, proved where. */
export interface CertificateArgs {
    /** Names that clients connect to, at least one; the first is the certificate's own. */
    readonly hostNames: readonly string[];
    /** Hosted zone that holds all of them. */
    readonly hostedZoneId: pulumi.Input<string>;
}

/** A public certificate that AWS issues and renews by itself, proved by records in our own zone. */
export class Certificate extends pulumi.ComponentResource {
    /** ARN of the certificate; known only once it is issued, since a listener takes no other. */
    public readonly arn: pulumi.Output<string>;

    constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:load-balancers:Certificate", name, {}, opts);
        const [domainName, ...subjectAlternativeNames] = args.hostNames;
        if (domainName === undefined) {
            throw new Error(
                `${name}: found no host names, expected at least one for the certificate`,
            );
        }
        const certificate = new acm.Certificate(
            `${name}-certificate`,
            {
                domainName,
                subjectAlternativeNames,
                validationMethod: "DNS",
                keyAlgorithm: "RSA_2048",
                // Browsers refuse certificates that no public log has seen.
                options: { certificateTransparencyLoggingPreference: "ENABLED" },
                tags: { Name: name },
            },
            { parent: this },
        );
        const records = args.hostNames.map((hostName) => {
            const proof = certificate.domainValidationOptions.apply((options) =>
                proofOf(hostName, options),
            );
            return new route53.Record(
                `${name}-proof-${hostName}`,
                {
                    zoneId: args.hostedZoneId,
                    name: proof.resourceRecordName,
                    type: proof.resourceRecordType,
                    records: [proof.resourceRecordValue],
                    ttl: 300,
                    allowOverwrite: true, // the same name asks for the same record in every certificate
                },
                { parent: this },
            );
        });
        const validation = new acm.CertificateValidation(
            `${name}-validation`,
            {
                certificateArn: certificate.arn,
                validationRecordFqdns: records.map((record) => record.fqdn),
            },
            { parent: this },
        );
        this.arn = validation.certificateArn;
        this.registerOutputs({ arn: this.arn });
    }
}

/**
 * The record that proves one name; AWS keeps them as a set, so their order means nothing.
 * @throws {Error} when there is none for the name
 */
export function proofOf<T extends { readonly domainName: string }>(
    hostName: string,
    options: readonly T[],
): T {
    const option = options.find(({ domainName }) => domainName === hostName);
    if (option) return option;
    const found = options.map(({ domainName }) => domainName).join(", ");
    throw new Error(
        `certificate: found validation records for "${found}", expected one for "${hostName}"`,
    );
}
