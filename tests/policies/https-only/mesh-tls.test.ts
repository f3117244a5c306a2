import { meshTls } from "../../../policies/https-only/mesh-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    meshTls,
    "aws:appmesh/virtualNode:VirtualNode",
);

const NODE = "aws:appmesh/virtualNode:VirtualNode";
const GATEWAY = "aws:appmesh/virtualGateway:VirtualGateway";

function backend(tls: unknown) {
    return { virtualService: { virtualServiceName: "orders", clientPolicy: { tls } } };
}

describe("mesh-tls", () => {
    for (const type of [NODE, GATEWAY]) {
        it(`accepts what takes TLS only, or nothing: ${type}`, async () => {
            const listeners = [{ tls: { mode: "STRICT" } }, { tls: { mode: "strict" } }];
            await accepts({ spec: { listeners } }, type);
            for (const props of [{}, { spec: {} }, { spec: { listeners: [] } }]) {
                await accepts(props, type);
            }
        });

        it(`reports each listener that takes plain text: ${type}`, async () => {
            const listeners = [
                { tls: { mode: "PERMISSIVE" } },
                { tls: { mode: "STRICT" } },
                { tls: { mode: "DISABLED" } },
                { portMapping: { port: 80, protocol: "http" } },
            ];
            await reports(
                { spec: { listeners } },
                [
                    `spec.listeners[0].tls.mode is "PERMISSIVE", expected "STRICT"`,
                    `spec.listeners[2].tls.mode is "DISABLED", expected "STRICT"`,
                    `spec.listeners[3].tls.mode is not set, which means "DISABLED", expected "STRICT"`,
                ],
                type,
            );
        });

        it(`reports a policy for backends that is not enforced: ${type}`, async () => {
            const backendDefaults = { clientPolicy: { tls: { enforce: false } } };
            await reports(
                { spec: { backendDefaults } },
                ["spec.backendDefaults.clientPolicy.tls.enforce is false, expected true"],
                type,
            );
            for (const tls of [null, {}, { enforce: true }]) {
                await accepts({ spec: { backendDefaults: { clientPolicy: { tls } } } }, type);
            }
        });
    }

    it("reports each backend's policy that is not enforced", async () => {
        const backends = [
            backend({ enforce: false }),
            backend({ enforce: true }),
            backend({}),
            backend(null),
            { virtualService: {} },
            {},
        ];
        await reports({ spec: { backends } }, [
            "spec.backends[0].virtualService.clientPolicy.tls.enforce is false, expected true",
        ]);
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ spec: UNKNOWN }, ["spec is not known yet"]);
        await cannotEvaluate(
            {
                spec: {
                    listeners: UNKNOWN,
                    backendDefaults: UNKNOWN,
                    backends: [UNKNOWN, backend({ enforce: false })],
                },
            },
            [
                "spec.backendDefaults is not known yet",
                "spec.backends[0] is not known yet",
                "spec.listeners is not known yet",
            ],
            ["spec.backends[1].virtualService.clientPolicy.tls.enforce is false, expected true"],
        );
        await cannotEvaluate(
            { spec: { listeners: [UNKNOWN, { tls: { mode: UNKNOWN } }, {}], backends: UNKNOWN } },
            [
                "spec.backends is not known yet",
                "spec.listeners[0] is not known yet",
                "spec.listeners[1].tls.mode is not known yet",
            ],
            [`spec.listeners[2].tls.mode is not set, which means "DISABLED", expected "STRICT"`],
        );
    });
});
