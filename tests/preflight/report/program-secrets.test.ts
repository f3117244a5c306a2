import assert from "node:assert/strict";
import type { Graph, Resource } from "../../../preflight/engine/graph";
import { programSecrets } from "../../../preflight/report/program-secrets";
import { OUTPUT, type Props, secret, SIGNATURE, UNKNOWN } from "../../../preflight/values";

/** Only what the function reads. */
const graph = (bags: readonly { inputs?: Props; outputs?: Props }[], outputs: Props = {}): Graph =>
    ({
        resources: bags.map((bag) => ({ inputs: {}, outputs: {}, ...bag }) as unknown as Resource),
        outputs,
    }) as unknown as Graph;

describe("programSecrets", () => {
    it("are what stands under a secret's mark, wherever that is", () => {
        const found = programSecrets(
            graph(
                [
                    {
                        inputs: {
                            password: secret("one"),
                            list: [{ deep: secret({ key: "two" }) }],
                        },
                    },
                    { outputs: { token: { [SIGNATURE]: OUTPUT, value: "three", secret: true } } },
                ],
                { url: secret("four") },
            ),
        );
        assert.deepEqual([...found].sort(), ["four", "one", "three", "two"]);
    });

    it("leave out what is said in the clear, too, and what is not known", () => {
        const bags = [
            { inputs: { a: secret("eu-west-1"), b: secret(UNKNOWN) } },
            { inputs: { region: "eu-west-1" } },
        ];
        assert.deepEqual(programSecrets(graph(bags)), []);
    });

    it("are none where nothing is secret", () => {
        assert.deepEqual(
            programSecrets(graph([{ inputs: { a: "b", c: [1, null, { d: "e" }] } }])),
            [],
        );
    });
});
