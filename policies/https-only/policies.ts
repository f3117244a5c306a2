import type { Policy } from "../lib/policy";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
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
    listenerCertificate,
    listenerHttps,
    listenerTlsPolicy,
    redirectHttps,
    targetHealthCheckTls,
    targetTls,
];
