import type { Inputs } from "../policy";
import { visitPath } from "../property-paths";

/** Type → paths of properties that hold a URL. */
type Urls = Readonly<Record<string, readonly string[]>>;

const APPFLOW = "connectorProfileConfig.connectorProfileProperties";

/**
 * Where resources send data, or credentials with which data is fetched. Other policies judge the backends of APIs, the partners
 * of file transfers, and where people's browsers go.
 */
export const DELIVERY_URLS: Urls = {
    "aws:amplify/app:App": ["customRules.target"],
    "aws:appflow/connectorProfile:ConnectorProfile": [
        ...["datadog", "dynatrace", "inforNexus", "marketo", "salesforce", "serviceNow"],
        ...["slack", "veeva", "zendesk"],
    ]
        .map((connector) => `${APPFLOW}.${connector}.instanceUrl`)
        .concat([
            `${APPFLOW}.customConnector.oauth2Properties.tokenUrl`,
            `${APPFLOW}.sapoData.applicationHostUrl`,
            `${APPFLOW}.sapoData.oauthProperties.authCodeUrl`,
            `${APPFLOW}.sapoData.oauthProperties.tokenUrl`,
        ]),
    "aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget": [
        "targetConfiguration.http.passthrough.endpoint",
        "targetConfiguration.inference.provider.endpoint",
        "targetConfiguration.mcp.mcpServer.endpoint",
    ],
    "aws:bedrock/agentcoreHarness:AgentcoreHarness": ["tools.config.remoteMcp.url"],
    "aws:cloudwatch/eventApiDestination:EventApiDestination": ["invocationEndpoint"],
    "aws:cloudwatch/eventConnection:EventConnection": [
        "authParameters.oauth.authorizationEndpoint",
    ],
    "aws:codebuild/project:Project": ["source.location", "secondarySources.location"],
    "aws:codeconnections/host:Host": ["providerEndpoint"],
    "aws:codestarconnections/host:Host": ["providerEndpoint"],
    "aws:cognito/identityProvider:IdentityProvider": [
        "attributes_url",
        "attributes_url_add_attributes",
        "authorize_url",
        "jwks_uri",
        "oidc_issuer",
        "token_url",
        "MetadataURL",
    ].map((detail) => `providerDetails.${detail}`),
    "aws:datasync/locationAzureBlob:LocationAzureBlob": ["containerUrl"],
    "aws:emrserverless/application:Application": [
        "monitoringConfiguration.prometheusMonitoringConfiguration.remoteWriteUrl",
    ],
    "aws:glue/connection:Connection": [
        "authenticationConfiguration.oauth2Properties.tokenUrl",
        "connectionProperties.CONNECTION_URL",
    ],
    "aws:iot/topicRule:TopicRule": [
        "elasticsearch.endpoint",
        "https.url",
        "https.confirmationUrl",
        "errorAction.elasticsearch.endpoint",
        "errorAction.http.url",
        "errorAction.http.confirmationUrl",
    ],
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
        "elasticsearchConfiguration.clusterEndpoint",
        "httpEndpointConfiguration.url",
        "opensearchConfiguration.clusterEndpoint",
        "opensearchserverlessConfiguration.collectionEndpoint",
        "splunkConfiguration.hecEndpoint",
    ],
    "aws:medialive/channel:Channel": ["destinations.settings.url"],
    "aws:pinpoint/app:App": ["campaignHook.webUrl"],
    "aws:quicksight/dataSource:DataSource": [
        "parameters.jira.siteBaseUrl",
        "parameters.serviceNow.siteBaseUrl",
    ],
    "aws:sagemaker/workforce:Workforce": [
        "authorizationEndpoint",
        "issuer",
        "jwksUri",
        "logoutEndpoint",
        "tokenEndpoint",
        "userInfoEndpoint",
    ].map((endpoint) => `oidcConfig.${endpoint}`),
    "aws:securitylake/subscriberNotification:SubscriberNotification": [
        "configuration.httpsNotificationConfiguration.endpoint",
    ],
    "aws:transfer/server:Server": ["url"],
    "aws:verifiedaccess/trustProvider:TrustProvider": [
        "nativeApplicationOidcOptions",
        "oidcOptions",
    ].flatMap((options) =>
        ["authorizationEndpoint", "issuer", "tokenEndpoint", "userInfoEndpoint"].map(
            (endpoint) => `${options}.${endpoint}`,
        ),
    ),
};

/** Where people's browsers are sent with what they signed in to. */
export const CALLBACK_URLS: Urls = {
    "aws:appstream/stack:Stack": ["feedbackUrl", "redirectUrl"],
    "aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget": [
        "credentialProviderConfiguration.oauth.defaultReturnUrl",
    ],
    "aws:bedrock/agentcoreWorkloadIdentity:AgentcoreWorkloadIdentity": [
        "allowedResourceOauth2ReturnUrls",
    ],
    "aws:cognito/managedUserPoolClient:ManagedUserPoolClient": [
        "callbackUrls",
        "defaultRedirectUri",
        "logoutUrls",
    ],
    "aws:cognito/userPoolClient:UserPoolClient": [
        "callbackUrls",
        "defaultRedirectUri",
        "logoutUrls",
    ],
    "aws:workspaces/directory:Directory": ["samlProperties.userAccessUrl"],
};

/** Types that have such URLs. */
export function typesWith(urls: Urls): readonly [string, ...string[]] {
    return Object.keys(urls) as [string, ...string[]];
}

/**
 * Goes through the URLs of a resource, with the path of each.
 * @param ifKnown takes care of what is not known yet: it ends its own part only
 */
export function visitUrls(
    urls: Urls,
    type: string,
    props: Inputs,
    ifKnown: (part: () => void) => void,
    visit: (url: string, path: string) => void,
): void {
    for (const path of urls[type] ?? []) {
        visitPath(props, path, ifKnown, (value, at) => {
            if (typeof value === "string") visit(value, at);
        });
    }
}

/** Whether a URL is one of plain HTTP. */
export function isPlainHttp(url: string): boolean {
    return /^\s*http:/i.test(url);
}

/** Whether a URL leads nowhere else than the computer that it is opened on, as developers use it. */
export function isLocal(url: string): boolean {
    return /^\s*http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d*)?([/?#]|$)/i.test(url);
}
