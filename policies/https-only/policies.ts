import type { Policy } from "../lib/policy";
import { databaseTls } from "./database-tls";
import { listenerHttps } from "./listener-https";
import { oracleNetworkEncryption } from "./oracle-network-encryption";
import { parameterGroupTls } from "./parameter-group-tls";
import { tlsSettingsInStack } from "./tls-settings-in-stack";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    databaseTls,
    listenerHttps,
    oracleNetworkEncryption,
    parameterGroupTls,
    tlsSettingsInStack,
];
