import { callbackHttps } from "../../../policies/https-only/callback-https";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
const { accepts, reports, cannotEvaluate } = verdictsOf(callbackHttps, CLIENT);

describe("callback-https", () => {
    for (const type of [CLIENT, "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"]) {
        it(`accepts HTTPS, an application's own scheme, and the developer's computer on ${type}`, async () => {
            await accepts({}, type);
            await accepts(
                {
                    callbackUrls: [
                        "https://a.example",
                        "my-app://callback",
                        "http://localhost:3000",
                    ],
                    logoutUrls: ["http://127.0.0.1"],
                    defaultRedirectUri: "https://a.example",
                },
                type,
            );
        });

        it(`reports plain HTTP on ${type}`, async () => {
            await reports(
                {
                    callbackUrls: ["https://a.example", "http://a.example"],
                    logoutUrls: ["HTTP://a.example/bye"],
                    defaultRedirectUri: "http://localhost.example",
                },
                [
                    "callbackUrls[1] begins with http://, expected https://",
                    "defaultRedirectUri begins with http://, expected https://",
                    "logoutUrls[0] begins with http://, expected https://",
                ],
                type,
            );
        });
    }

    it("reports where streamed desktops and agents send people", async () => {
        await reports(
            { redirectUrl: "http://a.example", feedbackUrl: "http://b.example" },
            [
                "feedbackUrl begins with http://, expected https://",
                "redirectUrl begins with http://, expected https://",
            ],
            "aws:appstream/stack:Stack",
        );
        await reports(
            { samlProperties: { userAccessUrl: "http://a.example" } },
            ["samlProperties.userAccessUrl begins with http://, expected https://"],
            "aws:workspaces/directory:Directory",
        );
    });

    it("does not evaluate what is not known yet, and judges the rest", async () => {
        await cannotEvaluate(
            { callbackUrls: [UNKNOWN, "http://a.example"], logoutUrls: UNKNOWN },
            ["callbackUrls[0] is not known yet", "logoutUrls is not known yet"],
            ["callbackUrls[1] begins with http://, expected https://"],
        );
    });
});
