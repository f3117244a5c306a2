import assert from "node:assert/strict";
import { readState } from "../../../preflight/real-engine/state";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";
import { BUCKET, fileOf, ROOT } from "./events";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const stateOf = (...resources: object[]): string =>
    JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
const root = { urn: ROOT, custom: false, type: "pulumi:pulumi:Stack" };
const bucket = { urn: BUCKET, custom: true, type: "aws:s3/bucket:Bucket", parent: ROOT };

function refused(file: string, message: string): void {
    assert.throws(
        () => readState(file),
        (error) => {
            assert.ok(error instanceof UsageError);
            assert.deepEqual(error.problems, [`${file}: ${message}`]);
            return true;
        },
    );
}

describe("readState", () => {
    it("accepts an export: resources with parents, providers, regions and places", () => {
        const file = fileOf(
            `\uFEFF${stateOf(
                {
                    ...root,
                    sourcePosition: "project:///node_modules/@pulumi/runtime/stack.ts#37,19",
                },
                {
                    ...bucket,
                    provider: "urn:pulumi:prod::shop::pulumi:providers:aws::main::id",
                    inputs: { region: "eu-west-1" },
                    sourcePosition: "project:///components/bucket.ts#7,3",
                },
                { ...bucket, delete: true },
            )}`,
        );
        assert.deepEqual(readState(file), {
            file,
            resources: [
                {
                    urn: ROOT,
                    type: "pulumi:pulumi:Stack",
                    name: "shop-prod",
                    parent: "",
                    provider: "",
                },
                {
                    urn: BUCKET,
                    type: "aws:s3/bucket:Bucket",
                    name: "images",
                    parent: ROOT,
                    provider: "urn:pulumi:prod::shop::pulumi:providers:aws::main::id",
                    region: "eu-west-1",
                    source: { file: "components/bucket.ts", line: 7 },
                },
            ],
            external: new Set(),
            secrets: [],
        });
    });

    it("knows what the program only reads", () => {
        const { external } = readState(fileOf(stateOf(root, { ...bucket, external: true })));
        assert.deepEqual(external, new Set([BUCKET]));
    });

    it("takes the secrets of an export with --show-secrets, and no ciphertext for one", () => {
        const { secrets } = readState(
            fileOf(
                stateOf(
                    { ...root, outputs: { a: { ...SECRET, ciphertext: "v1:AAAA" } } },
                    {
                        ...bucket,
                        inputs: { region: { ...SECRET, plaintext: '"eu-west-1"' } },
                        outputs: {
                            password: { ...SECRET, plaintext: '"hunter2"' },
                            deep: [{ ...SECRET, plaintext: '{"key":"k3y","clear":"images"}' }],
                            bucket: "images",
                        },
                    },
                ),
            ),
        );
        assert.deepEqual([...secrets].sort(), ["eu-west-1", "hunter2", "k3y"]);
    });

    it("reports files that are no export", () => {
        const expected = "expected the JSON that `pulumi stack export` writes";
        refused(fileOf(" \n"), `found an empty file, ${expected}`);
        refused(fileOf("resources:\n"), `found other text, ${expected}`);
        refused(fileOf(stateOf(root).slice(0, -5)), `found JSON that is cut off, ${expected}`);
        refused(fileOf('{"runs":[]}'), "deployment: found nothing, expected an object");
        refused(
            fileOf('{"version":3,"deployment":{}}'),
            "deployment.resources: found nothing, expected a list",
        );
        refused(
            fileOf(stateOf()),
            "deployment.resources: found no resource, expected the analyzed stack's",
        );
        refused(
            fileOf(stateOf(root, { urn: "bucket" })),
            "deployment.resources[1].urn: found another text, expected a URN",
        );
        const dir = folder({});
        refused(
            dir,
            "found EISDIR: illegal operation on a directory, read, expected a file that can be read",
        );
    });
});
