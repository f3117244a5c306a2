import { definePolicy } from "../lib/define-policy";
import {
    CALLBACK_URLS,
    isLocal,
    isPlainHttp,
    typesWith,
    visitUrls,
} from "../lib/views/outgoing-urls";

/** After a sign-in the browser brings a code or a token to the callback (P-09). */
export const callbackHttps = definePolicy({
    name: "callback-https",
    control: "HTTPS-14",
    title: "Sign-ins return to HTTPS addresses only.",
    severity: "high",
    why: "The code or token that a sign-in returns opens the account to whoever reads it on the way.",
    remediation:
        "Begin callback, redirect and logout addresses with https://; http://localhost is accepted, for it does not leave the developer's computer.",
    frameworks: ["gdpr:32(1)(a)"],
    resourceTypes: typesWith(CALLBACK_URLS),
    check(props, report, subject) {
        visitUrls(CALLBACK_URLS, subject.type, props, subject.ifKnown, (url, path) => {
            if (isPlainHttp(url) && !isLocal(url)) {
                report(`${path} begins with http://, expected https://`);
            }
        });
    },
    examples: {
        accepted: [
            {
                title: "a callback on HTTPS, and one on the developer's computer",
                resources: [
                    {
                        type: "aws:cognito/userPoolClient:UserPoolClient",
                        props: {
                            callbackUrls: [
                                "https://app.example/callback",
                                "http://localhost:3000/callback",
                            ],
                        },
                    },
                ],
            },
        ],
        rejected: [
            {
                title: "a callback on plain HTTP",
                resources: [
                    {
                        type: "aws:cognito/userPoolClient:UserPoolClient",
                        props: { callbackUrls: ["http://app.example/callback"] },
                    },
                ],
                messages: ["callbackUrls[0] begins with http://, expected https://"],
            },
        ],
    },
});
