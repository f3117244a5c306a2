import type { Policy } from "../lib/policy";
import { apiBackendHttps } from "./api-backend-https";
import { apiCacheTls } from "./api-cache-tls";
import { apiTlsPolicy } from "./api-tls-policy";
import { beanstalkListenerHttps } from "./beanstalk-listener-https";
import { beanstalkNotificationHttps } from "./beanstalk-notification-https";
import { beanstalkProcessHttps } from "./beanstalk-process-https";
import { beanstalkSsh } from "./beanstalk-ssh";
import { beanstalkTlsPolicy } from "./beanstalk-tls-policy";
import { bucketPolicySecureTransport } from "./bucket-policy-secure-transport";
import { bucketSecureTransport } from "./bucket-secure-transport";
import { bucketWebsite } from "./bucket-website";
import { buildSourceTls } from "./build-source-tls";
import { callbackHttps } from "./callback-https";
import { certificateKey } from "./certificate-key";
import { certificateManaged } from "./certificate-managed";
import { certificateTransparency } from "./certificate-transparency";
import { certificateValidation } from "./certificate-validation";
import { classicListenerTlsPolicy } from "./classic-listener-tls-policy";
import { classicTlsPolicy } from "./classic-tls-policy";
import { databaseProxyTls } from "./database-proxy-tls";
import { databaseTls } from "./database-tls";
import { databaseTlsVersion } from "./database-tls-version";
import { datasyncLocationTls } from "./datasync-location-tls";
import { daxTls } from "./dax-tls";
import { distributionHsts } from "./distribution-hsts";
import { distributionOriginHttps } from "./distribution-origin-https";
import { distributionOriginTlsVersion } from "./distribution-origin-tls-version";
import { distributionTlsPolicy } from "./distribution-tls-policy";
import { distributionViewerHttps } from "./distribution-viewer-https";
import { distributionWebFirewall } from "./distribution-web-firewall";
import { dmsDataProviderTls } from "./dms-data-provider-tls";
import { dmsEndpointTls } from "./dms-endpoint-tls";
import { efsMountTls } from "./efs-mount-tls";
import { efsPolicySecureTransport } from "./efs-policy-secure-transport";
import { efsSecureTransport } from "./efs-secure-transport";
import { elasticacheTls } from "./elasticache-tls";
import { emrTransitEncryption } from "./emr-transit-encryption";
import { entranceProtocol } from "./entrance-protocol";
import { fileGatewayEncryption } from "./file-gateway-encryption";
import { glueConnectionTls } from "./glue-connection-tls";
import { kafkaClusterTls } from "./kafka-cluster-tls";
import { kafkaConnectorTls } from "./kafka-connector-tls";
import { lightsailDefaultPorts } from "./lightsail-default-ports";
import { listenerCertificate } from "./listener-certificate";
import { listenerHsts } from "./listener-hsts";
import { listenerHttps } from "./listener-https";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { lustreEncryption } from "./lustre-encryption";
import { mailTls } from "./mail-tls";
import { memorydbTls } from "./memorydb-tls";
import { meshTls } from "./mesh-tls";
import { messagePolicySecureTransport } from "./message-policy-secure-transport";
import { messageSecureTransport } from "./message-secure-transport";
import { networkAclPorts } from "./network-acl-ports";
import { networkAclRules } from "./network-acl-rules";
import { oracleNetworkEncryption } from "./oracle-network-encryption";
import { parameterGroupTls } from "./parameter-group-tls";
import { quicksightSourceTls } from "./quicksight-source-tls";
import { redirectHttps } from "./redirect-https";
import { redshiftServerlessTls } from "./redshift-serverless-tls";
import { searchDomainHttps } from "./search-domain-https";
import { searchDomainNodeEncryption } from "./search-domain-node-encryption";
import { searchDomainTlsVersion } from "./search-domain-tls-version";
import { securityGroupNetworks } from "./security-group-networks";
import { securityGroupPorts } from "./security-group-ports";
import { serviceConnectTls } from "./service-connect-tls";
import { serviceFirewallPorts } from "./service-firewall-ports";
import { serviceTargetTls } from "./service-target-tls";
import { sshBastion } from "./ssh-bastion";
import { sshNetworks } from "./ssh-networks";
import { sshRanges } from "./ssh-ranges";
import { subnetNetworkAcl } from "./subnet-network-acl";
import { subscriptionHttps } from "./subscription-https";
import { targetHealthCheckTls } from "./target-health-check-tls";
import { targetTls } from "./target-tls";
import { tlsSettingsInStack } from "./tls-settings-in-stack";
import { trainingTrafficEncryption } from "./training-traffic-encryption";
import { transferConnectorHttps } from "./transfer-connector-https";
import { voiceConnectorEncryption } from "./voice-connector-encryption";
import { webFirewall } from "./web-firewall";
import { webhookHttps } from "./webhook-https";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    apiBackendHttps,
    apiCacheTls,
    apiTlsPolicy,
    beanstalkListenerHttps,
    beanstalkNotificationHttps,
    beanstalkProcessHttps,
    beanstalkSsh,
    beanstalkTlsPolicy,
    bucketPolicySecureTransport,
    bucketSecureTransport,
    bucketWebsite,
    buildSourceTls,
    callbackHttps,
    certificateKey,
    certificateManaged,
    certificateTransparency,
    certificateValidation,
    classicListenerTlsPolicy,
    classicTlsPolicy,
    databaseProxyTls,
    databaseTls,
    databaseTlsVersion,
    datasyncLocationTls,
    daxTls,
    distributionHsts,
    distributionOriginHttps,
    distributionOriginTlsVersion,
    distributionTlsPolicy,
    distributionViewerHttps,
    distributionWebFirewall,
    dmsDataProviderTls,
    dmsEndpointTls,
    efsMountTls,
    efsPolicySecureTransport,
    efsSecureTransport,
    elasticacheTls,
    emrTransitEncryption,
    entranceProtocol,
    fileGatewayEncryption,
    glueConnectionTls,
    kafkaClusterTls,
    kafkaConnectorTls,
    lightsailDefaultPorts,
    listenerCertificate,
    listenerHsts,
    listenerHttps,
    listenerTlsPolicy,
    lustreEncryption,
    mailTls,
    memorydbTls,
    meshTls,
    messagePolicySecureTransport,
    messageSecureTransport,
    networkAclPorts,
    networkAclRules,
    oracleNetworkEncryption,
    parameterGroupTls,
    quicksightSourceTls,
    redirectHttps,
    redshiftServerlessTls,
    searchDomainHttps,
    searchDomainNodeEncryption,
    searchDomainTlsVersion,
    securityGroupNetworks,
    securityGroupPorts,
    serviceConnectTls,
    serviceFirewallPorts,
    serviceTargetTls,
    sshBastion,
    sshNetworks,
    sshRanges,
    subnetNetworkAcl,
    subscriptionHttps,
    targetHealthCheckTls,
    targetTls,
    tlsSettingsInStack,
    trainingTrafficEncryption,
    transferConnectorHttps,
    voiceConnectorEncryption,
    webFirewall,
    webhookHttps,
];
