import type { Policy } from "../lib/policy";
import { bucketPolicySecureTransport } from "./bucket-policy-secure-transport";
import { bucketSecureTransport } from "./bucket-secure-transport";
import { bucketWebsite } from "./bucket-website";
import { listenerHttps } from "./listener-https";
import { messagePolicySecureTransport } from "./message-policy-secure-transport";
import { messageSecureTransport } from "./message-secure-transport";

/** The pack's policies, sorted by name. */
export const policies: readonly Policy[] = [
    bucketPolicySecureTransport,
    bucketSecureTransport,
    bucketWebsite,
    listenerHttps,
    messagePolicySecureTransport,
    messageSecureTransport,
];
