import assert from "node:assert/strict";
import { redirectHttps } from "../../../policies/https-only/redirect-https";
import { UNKNOWN } from "../support/judge";
import { verdicts } from "../support/verdicts";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";

/** A redirect with these properties, as a listener's second default action. */
function redirect(props: Record<string, unknown>, type = LISTENER) {
    const key = type.endsWith("Rule") ? "actions" : "defaultActions";
    return verdicts(redirectHttps, {
        type,
        props: {
            [key]: [
                { type: "authenticate-cognito" },
                { type: "redirect", redirect: { statusCode: "HTTP_301", ...props } },
            ],
        },
    });
}

describe("redirect-https", () => {
    it("accepts HTTPS, and what the request had", async () => {
        for (const props of [
            {},
            { protocol: "HTTPS", port: "443" },
            { protocol: "https", port: 443 },
            { protocol: "#{protocol}", port: "#{port}" },
            { protocol: "HTTPS", host: "example.com", port: "8443" },
        ]) {
            assert.deepEqual(await redirect(props), []);
        }
    });

    for (const [type, path] of [
        [LISTENER, "defaultActions[1]"],
        ["aws:alb/listener:Listener", "defaultActions[1]"],
        ["aws:elasticloadbalancingv2/listener:Listener", "defaultActions[1]"],
        ["aws:applicationloadbalancing/listener:Listener", "defaultActions[1]"],
        [RULE, "actions[1]"],
        ["aws:alb/listenerRule:ListenerRule", "actions[1]"],
        ["aws:elasticloadbalancingv2/listenerRule:ListenerRule", "actions[1]"],
        ["aws:applicationloadbalancing/listenerRule:ListenerRule", "actions[1]"],
    ] as const) {
        it(`reports HTTP on ${type}`, async () => {
            assert.deepEqual(await redirect({ protocol: "HTTP" }, type), [
                `fail: ${path}.redirect.protocol is "HTTP", expected HTTPS`,
            ]);
        });
    }

    it("reports HTTP on another host, too", async () => {
        assert.deepEqual(await redirect({ protocol: "http", host: "example.com", port: "80" }), [
            `fail: defaultActions[1].redirect.protocol is "HTTP", expected HTTPS`,
        ]);
    });

    it("reports a port of its own that is not 443", async () => {
        for (const [props, port] of [
            [{ protocol: "HTTPS", port: "80" }, "80"],
            [{ port: 8443 }, "8443"],
            [{ port: "4430", host: "#{host}" }, "4430"],
        ] as const) {
            assert.deepEqual(await redirect(props), [
                `fail: defaultActions[1].redirect.port is "${port}", expected 443`,
            ]);
        }
    });

    it("judges what is known of a redirect", async () => {
        assert.deepEqual(await redirect({ protocol: UNKNOWN, port: "80" }), [
            `fail: defaultActions[1].redirect.port is "80", expected 443`,
            "not-evaluated: defaultActions[1].redirect.protocol is not known yet",
        ]);
        assert.deepEqual(await redirect({ protocol: "HTTP", port: UNKNOWN }), [
            `fail: defaultActions[1].redirect.protocol is "HTTP", expected HTTPS`,
            "not-evaluated: defaultActions[1].redirect.port is not known yet",
        ]);
        assert.deepEqual(await redirect({ port: "80", host: UNKNOWN }), [
            "not-evaluated: defaultActions[1].redirect.host is not known yet",
        ]);
        assert.deepEqual(await redirect({ port: "443", host: UNKNOWN }), []);
    });

    it("judges the actions around one that is not known yet", async () => {
        const actions = [UNKNOWN, { redirect: { protocol: "HTTP" } }];
        assert.deepEqual(await verdicts(redirectHttps, { type: RULE, props: { actions } }), [
            `fail: actions[1].redirect.protocol is "HTTP", expected HTTPS`,
            "not-evaluated: actions[0] is not known yet",
        ]);
    });

    it("does not evaluate actions none of which is known yet", async () => {
        assert.deepEqual(
            await verdicts(redirectHttps, { type: RULE, props: { actions: UNKNOWN } }),
            ["not-evaluated: actions is not known yet"],
        );
    });

    it("accepts a listener that redirects nowhere", async () => {
        const defaultActions = [{ type: "forward", targetGroupArn: UNKNOWN }];
        assert.deepEqual(
            await verdicts(redirectHttps, { type: LISTENER, props: { defaultActions } }),
            [],
        );
    });
});
