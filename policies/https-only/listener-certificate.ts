import { definePolicy } from "../lib/define-policy";
import { isIamCertificate } from "../lib/views/certificates";
import { certificatesOf, LISTENER_WITH_CERTIFICATE_TYPES } from "../lib/views/listeners";

const EXPECTED = "expected the ARN of an ACM certificate";

/** A listener shows a certificate that AWS issued and renews by itself (P-09). */
export const listenerCertificate = definePolicy({
    name: "listener-certificate",
    control: "HTTPS-05",
    title: "Listeners with TLS show a certificate of ACM.",
    severity: "high",
    why: "AWS makes no listener with TLS without a certificate; one that was uploaded to IAM is renewed by nobody, and its private key has been in somebody's hands.",
    remediation:
        "Set the listener's certificateArn (sslCertificateId of a classic load balancer's listener) to the ARN of an aws.acm.Certificate that is validated by DNS.",
    frameworks: [
        "fsbp:ELB.2",
        "cdk-nag:ELBv2ACMCertificateRequired",
        "config:ELBV2_ACM_CERTIFICATE_REQUIRED",
    ],
    resourceTypes: LISTENER_WITH_CERTIFICATE_TYPES,
    check(props, report, subject) {
        const listeners = certificatesOf(subject.type, props);
        let plain = 0;
        for (const listener of listeners) {
            subject.ifKnown(() => {
                if (!listener.isEncrypted) {
                    plain++;
                    return;
                }
                const { path, value } = listener.certificate;
                if (value === undefined || value === "") {
                    report(`${path} is not set, ${EXPECTED}`);
                } else if (isIamCertificate(value)) {
                    report(`${path} is one that was uploaded to IAM, ${EXPECTED}`);
                }
            });
        }
        if (plain === listeners.length) subject.notApplicable("No listener speaks TLS");
    },
    examples: {
        accepted: [
            {
                title: "a certificate of ACM",
                resources: [
                    {
                        type: "aws:lb/listener:Listener",
                        props: {
                            protocol: "HTTPS",
                            certificateArn:
                                "arn:aws:acm:eu-west-1:123456789012:certificate/7e7a28d2-163f-4b8f-b9cd-822f96c08d6a",
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a certificate that was uploaded to IAM",
                resources: [
                    {
                        type: "aws:elb/loadBalancer:LoadBalancer",
                        props: {
                            listeners: [
                                {
                                    lbPort: 443,
                                    lbProtocol: "HTTPS",
                                    sslCertificateId:
                                        "arn:aws:iam::123456789012:server-certificate/web",
                                },
                            ],
                        },
                    },
                ],
                messages: [
                    `listeners[0].sslCertificateId is one that was uploaded to IAM, ${EXPECTED}`,
                ],
            },
            {
                title: "a listener without a certificate",
                resources: [{ type: "aws:lb/listener:Listener", props: { protocol: "HTTPS" } }],
                messages: [`certificateArn is not set, ${EXPECTED}`],
            },
        ],
    },
});
