import assert from "node:assert/strict";
import fc from "fast-check";
import type { Inputs } from "../../../../policies/lib/policy";
import { actionsOf } from "../../../../policies/lib/views/listener-actions";
import { guarded, UNKNOWN } from "../../support/unknown";

function view(props: Inputs) {
    return actionsOf(guarded(props));
}

/** What the first action's redirect, which has these properties, says. */
function redirect(props: Inputs) {
    const [{ redirect: found }] = view({ actions: [{ redirect: props }] }) as [
        ReturnType<typeof view>[number],
    ];
    const { protocol, port, staysOnHost } = found!;
    return { protocol, port, staysOnHost };
}

describe("actionsOf", () => {
    const stays = { protocol: undefined, port: undefined, staysOnHost: true };

    it("finds a listener's default actions and a rule's actions", () => {
        const paths = (props: Inputs) => view(props).map(({ path }) => path);
        assert.deepEqual(paths({ defaultActions: [{}, {}] }), [
            "defaultActions[0]",
            "defaultActions[1]",
        ]);
        assert.deepEqual(paths({ actions: [{}] }), ["actions[0]"]);
        assert.deepEqual(paths({}), []);
    });

    it("tells redirects from other actions", () => {
        const actions = view({
            actions: [
                { type: "forward", forward: { targetGroups: [{ arn: "arn" }] } },
                { type: "fixed-response", redirect: null },
                { type: "redirect", redirect: { statusCode: "HTTP_301" } },
            ],
        });
        assert.deepEqual(
            actions.map((action) => action.redirect !== undefined),
            [false, false, true],
        );
    });

    it("reads what a redirect leaves out, or keeps by name, as the request's own", () => {
        assert.deepEqual(redirect({}), stays);
        assert.deepEqual(redirect({ protocol: "", port: "", host: "" }), stays);
        assert.deepEqual(
            redirect({ protocol: "#{protocol}", port: "#{port}", host: "#{host}" }),
            stays,
        );
    });

    it("reads what a redirect changes", () => {
        assert.deepEqual(redirect({ protocol: "http" }), { ...stays, protocol: "HTTP" });
        assert.deepEqual(redirect({ port: 8080 }), { ...stays, port: "8080" });
        assert.deepEqual(redirect({ host: "www.#{host}" }), { ...stays, staysOnHost: false });
    });

    it("reads each action, and each part of a redirect, on its own", () => {
        const [first, second] = view({
            actions: [UNKNOWN, { redirect: { protocol: UNKNOWN, port: "80" } }],
        });
        assert.throws(() => first!.redirect, { message: /\.actions\.0 can't be known/ });
        assert.equal(second!.redirect!.port, "80");
        assert.throws(() => second!.redirect!.protocol, {
            message: /\.actions\.1\.redirect\.protocol can't be known/,
        });
    });

    it("finds as many actions as there are, in their order", () => {
        fc.assert(
            fc.property(fc.array(fc.option(fc.constantFrom("HTTP", "HTTPS"))), (protocols) => {
                const defaultActions = protocols.map((protocol) =>
                    protocol === null ? { type: "forward" } : { redirect: { protocol } },
                );
                assert.deepEqual(
                    view({ defaultActions }).map((each) => each.redirect?.protocol ?? null),
                    protocols,
                );
            }),
        );
    });
});
