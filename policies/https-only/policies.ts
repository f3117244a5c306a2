import type { Policy } from "../lib/policy";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
import { distributionOriginHttps } from "./distribution-origin-https";
import { distributionOriginTlsVersion } from "./distribution-origin-tls-version";
import { distributionTlsPolicy } from "./distribution-tls-policy";
import { distributionViewerHttps } from "./distribution-viewer-https";
import { listenerCertificate } from "./listener-certificate";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { redirectHttps } from "./redirect-https";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    certificateKey,
    certificateManaged,
    certificateTransparency,
    certificateValidation,
    distributionOriginHttps,
    distributionOriginTlsVersion,
    distributionTlsPolicy,
    distributionViewerHttps,
    listenerCertificate,
    listenerHttps,
    listenerTlsPolicy,
    redirectHttps,
    targetHealthCheckTls,
    targetTls,
];
