import type { Policy } from "../lib/policy";
import { apiBackendHttps } from "./api-backend-https";
import { apiTlsPolicy } from "./api-tls-policy";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
import { classicListenerTlsPolicy } from "./classic-listener-tls-policy";
import { classicTlsPolicy } from "./classic-tls-policy";
import { databaseTls } from "./database-tls";
import { distributionHsts } from "./distribution-hsts";
import { distributionOriginHttps } from "./distribution-origin-https";
import { distributionOriginTlsVersion } from "./distribution-origin-tls-version";
import { distributionTlsPolicy } from "./distribution-tls-policy";
import { distributionViewerHttps } from "./distribution-viewer-https";
import { distributionWebFirewall } from "./distribution-web-firewall";
import { entranceProtocol } from "./entrance-protocol";
import { listenerCertificate } from "./listener-certificate";
import { listenerHsts } from "./listener-hsts";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { oracleNetworkEncryption } from "./oracle-network-encryption";
import { parameterGroupTls } from "./parameter-group-tls";
import { redirectHttps } from "./redirect-https";
import { serviceTargetTls } from "./service-target-tls";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";
import { tlsSettingsInStack } from "./tls-settings-in-stack";
import { webFirewall } from "./web-firewall";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    apiBackendHttps,
    apiTlsPolicy,
    certificateKey,
    certificateManaged,
    certificateTransparency,
    certificateValidation,
    classicListenerTlsPolicy,
    classicTlsPolicy,
    databaseTls,
    distributionHsts,
    distributionOriginHttps,
    distributionOriginTlsVersion,
    distributionTlsPolicy,
    distributionViewerHttps,
    distributionWebFirewall,
    entranceProtocol,
    listenerCertificate,
    listenerHsts,
    listenerHttps,
    listenerTlsPolicy,
    oracleNetworkEncryption,
    parameterGroupTls,
    redirectHttps,
    serviceTargetTls,
    targetHealthCheckTls,
    targetTls,
    tlsSettingsInStack,
    webFirewall,
];
