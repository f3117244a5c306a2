import type { Policy } from "../lib/policy";
import { listenerCertificate } from "./listener-certificate";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { redirectHttps } from "./redirect-https";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    listenerCertificate,
    listenerHttps,
    listenerTlsPolicy,
    redirectHttps,
    targetHealthCheckTls,
    targetTls,
];
