import * as accessanalyzer from "@pulumi/aws/accessanalyzer";
import * as guardduty from "@pulumi/aws/guardduty";
import * as securityhub from "@pulumi/aws/securityhub";
import * as pulumi from "@pulumi/pulumi";

const REGION = "eu-west-1";

/** What GuardDuty looks at beside the trail, flow logs and DNS. */
const FEATURES = [
    "S3_DATA_EVENTS",
    "EBS_MALWARE_PROTECTION",
    "RDS_LOGIN_EVENTS",
    "LAMBDA_NETWORK_LOGS",
] as const;

const STANDARDS = {
    fsbp: "aws-foundational-security-best-practices/v/1.0.0",
    cis: "cis-aws-foundations-benchmark/v/3.0.0",
} as const;

const UNUSED_AFTER_DAYS = 90;

/** What the detectors wait for. */
export interface ThreatDetectionArgs {
    /** Recorder of AWS Config: Security Hub's controls find nothing without it. */
    readonly recorderName: pulumi.Input<string>;
}

/** Looks for intruders, for settings against good practice, and for access that nobody should have (P-01, P-03). */
export class ThreatDetection extends pulumi.ComponentResource {
    /** Id of GuardDuty's detector. */
    public readonly detectorId: pulumi.Output<string>;

    constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("appsonic:account:ThreatDetection", name, {}, opts);
        this.detectorId = this.guardDuty(name);
        this.securityHub(name, args.recorderName);
        this.analyzers(name);
        this.registerOutputs({ detectorId: this.detectorId });
    }

    private guardDuty(name: string): pulumi.Output<string> {
        const child = { parent: this };
        const detector = new guardduty.Detector(
            `${name}-detector`,
            { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" },
            { parent: this, protect: true },
        );
        for (const feature of FEATURES) {
            new guardduty.DetectorFeature(
                `${name}-${feature.toLowerCase().replaceAll("_", "-")}`,
                { detectorId: detector.id, name: feature, status: "ENABLED" },
                child,
            );
        }
        new guardduty.DetectorFeature(
            `${name}-runtime-monitoring`,
            {
                detectorId: detector.id,
                name: "RUNTIME_MONITORING",
                status: "ENABLED",
                // All three are stated: AWS reports the ones left out as disabled, which would be a difference for ever.
                additionalConfigurations: [
                    { name: "EKS_ADDON_MANAGEMENT", status: "DISABLED" },
                    { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "DISABLED" },
                    // It installs agents through Systems Manager, which services' instances do not have, and makes an endpoint
                    // and a security group in the network that the program does not know and that outlive it.
                    { name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" },
                ],
            },
            child,
        );
        return detector.id;
    }

    private securityHub(name: string, recorderName: pulumi.Input<string>): void {
        const hub = new securityhub.Account(
            `${name}-hub`,
            {
                // AWS's defaults are FSBP and CIS 1.2; the standards are chosen below.
                enableDefaultStandards: false,
                autoEnableControls: true,
                controlFindingGenerator: "SECURITY_CONTROL",
            },
            { parent: this },
        );
        for (const [suffix, standard] of Object.entries(STANDARDS)) {
            new securityhub.StandardsSubscription(
                `${name}-${suffix}`,
                {
                    standardsArn: pulumi
                        .output(recorderName)
                        .apply(() => `arn:aws:securityhub:${REGION}::standards/${standard}`),
                },
                { parent: this, dependsOn: [hub] },
            );
        }
    }

    private analyzers(name: string): void {
        const child = { parent: this };
        new accessanalyzer.Analyzer(
            `${name}-external-access`,
            { analyzerName: `${name}-external-access`, type: "ACCOUNT" },
            child,
        );
        new accessanalyzer.Analyzer(
            `${name}-unused-access`,
            {
                analyzerName: `${name}-unused-access`,
                type: "ACCOUNT_UNUSED_ACCESS",
                configuration: { unusedAccess: { unusedAccessAge: UNUSED_AFTER_DAYS } },
            },
            child,
        );
    }
}
