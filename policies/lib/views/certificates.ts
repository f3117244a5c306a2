import type { Inputs } from "../policy";
import { isSet } from "../properties";

/** Certificates in AWS Certificate Manager. */
export const CERTIFICATE_TYPE = "aws:acm/certificate:Certificate";

/** Properties that bring a certificate, or its key, from outside. */
const IMPORTED = ["certificateBody", "privateKey", "privateKeyWo"];

/** Where a certificate in ACM comes from: Amazon's public authority, an authority of one's own, or from outside. */
export type CertificateOrigin =
    | { readonly kind: "public" | "private" }
    /** With the property that brings it. */
    | { readonly kind: "imported"; readonly path: string };

/** Where a certificate comes from; which properties are set says so, whatever they hold. */
export function originOf(props: Inputs): CertificateOrigin {
    const path = IMPORTED.find((key) => isSet(props, key));
    if (path !== undefined) return { kind: "imported", path };
    return { kind: isSet(props, "certificateAuthorityArn") ? "private" : "public" };
}

/** Whether an ARN is that of a certificate that was uploaded to IAM, in any partition. */
export function isIamCertificate(arn: string): boolean {
    return /^arn:[^:]*:iam:/.test(arn);
}
