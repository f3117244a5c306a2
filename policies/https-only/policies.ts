import type { Policy } from "../lib/policy";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
import { databaseTls } from "./database-tls";
import { distributionOriginHttps } from "./distribution-origin-https";
import { distributionOriginTlsVersion } from "./distribution-origin-tls-version";
import { distributionTlsPolicy } from "./distribution-tls-policy";
import { distributionViewerHttps } from "./distribution-viewer-https";
import { listenerCertificate } from "./listener-certificate";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { oracleNetworkEncryption } from "./oracle-network-encryption";
import { parameterGroupTls } from "./parameter-group-tls";
import { redirectHttps } from "./redirect-https";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";
import { tlsSettingsInStack } from "./tls-settings-in-stack";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    certificateKey,
    certificateManaged,
    certificateTransparency,
    certificateValidation,
    databaseTls,
    distributionOriginHttps,
    distributionOriginTlsVersion,
    distributionTlsPolicy,
    distributionViewerHttps,
    listenerCertificate,
    listenerHttps,
    listenerTlsPolicy,
    oracleNetworkEncryption,
    parameterGroupTls,
    redirectHttps,
    targetHealthCheckTls,
    targetTls,
    tlsSettingsInStack,
];
