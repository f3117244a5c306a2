import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const SCRIPT = join(__dirname, "..", "..", "tools", "state-store.sh");

/** Stands in for the AWS CLI: writes down each call, and answers questions as an account with or without them would. */
const AWS = `#!/bin/sh
for argument in "$@"; do printf '%s\\t' "$argument" >> "$CALLS"; done
printf 'region=%s\\n' "$AWS_REGION" >> "$CALLS"
case "$1 $2" in
    "sts get-caller-identity") echo 123456789012 ;;
    "kms list-aliases") echo "$KEY" ;;
    "kms create-key") echo new-key ;;
    "s3api list-buckets") echo "$BUCKET" ;;
    "s3api put-bucket-versioning") exit "\${REFUSED:-0}" ;;
esac
`;

interface Run {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
    readonly calls: readonly string[];
}

function run(account: string, env: Readonly<Record<string, string>> = {}): Run {
    const folder = mkdtempSync(join(tmpdir(), "appsonic-state-"));
    try {
        const calls = join(folder, "calls");
        writeFileSync(join(folder, "aws"), AWS);
        chmodSync(join(folder, "aws"), 0o755);
        const { status, stdout, stderr } = spawnSync("bash", [SCRIPT, account], {
            encoding: "utf8",
            env: {
                PATH: [folder, process.env["PATH"]].join(delimiter),
                CALLS: calls,
                KEY: "",
                BUCKET: "",
                ...env,
            },
        });
        const made = existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : [];
        return { status, stdout, stderr, calls: made };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

function operations({ calls }: Run): string[] {
    return calls.map((call) => call.split("\t").slice(0, 2).join(" "));
}

/** The argument behind an option, in the call of an operation. */
function argument(made: Run, operation: string, option: string): string | undefined {
    const call = made.calls
        .map((line) => line.split("\t"))
        .find((words) => words.slice(0, 2).join(" ") === operation);
    return call?.[call.indexOf(option) + 1];
}

const SETTINGS = [
    "s3api put-public-access-block",
    "s3api put-bucket-encryption",
    "s3api put-bucket-versioning",
    "s3api put-bucket-lifecycle-configuration",
    "s3api put-bucket-policy",
];

describe("tools/state-store.sh", () => {
    it("makes key and bucket in eu-west-1, and says how to use them", () => {
        const made = run("123456789012");
        assert.equal(made.status, 0, made.stderr);
        assert.deepEqual(operations(made), [
            "sts get-caller-identity",
            "kms list-aliases",
            "kms create-key",
            "kms create-alias",
            "kms enable-key-rotation",
            "s3api list-buckets",
            "s3api create-bucket",
            ...SETTINGS,
        ]);
        assert.ok(made.calls.every((call) => call.endsWith("region=eu-west-1")));
        assert.equal(
            made.stdout,
            "pulumi login 's3://appsonic-pulumi-state-123456789012?region=eu-west-1'\n" +
                "pulumi stack init STACK --secrets-provider 'awskms://alias/pulumi-state?region=eu-west-1'\n",
        );
    });

    it("keeps what is there, and sets it right", () => {
        const made = run("123456789012", {
            KEY: "old-key",
            BUCKET: "appsonic-pulumi-state-123456789012",
        });
        assert.equal(made.status, 0, made.stderr);
        assert.deepEqual(operations(made), [
            "sts get-caller-identity",
            "kms list-aliases",
            "kms enable-key-rotation",
            "s3api list-buckets",
            ...SETTINGS,
        ]);
        assert.equal(argument(made, "kms enable-key-rotation", "--key-id"), "old-key");
    });

    it("encrypts with the key, and lets in nobody without TLS", () => {
        const made = run("123456789012");
        const encryption = argument(
            made,
            "s3api put-bucket-encryption",
            "--server-side-encryption-configuration",
        );
        assert.deepEqual(JSON.parse(encryption ?? ""), {
            Rules: [
                {
                    ApplyServerSideEncryptionByDefault: {
                        SSEAlgorithm: "aws:kms",
                        KMSMasterKeyID: "new-key",
                    },
                    BucketKeyEnabled: true,
                },
            ],
        });
        const policy = argument(made, "s3api put-bucket-policy", "--policy");
        assert.deepEqual(JSON.parse(policy ?? ""), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "TlsOnly",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: [
                        "arn:aws:s3:::appsonic-pulumi-state-123456789012",
                        "arn:aws:s3:::appsonic-pulumi-state-123456789012/*",
                    ],
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        });
        const lifecycle = argument(
            made,
            "s3api put-bucket-lifecycle-configuration",
            "--lifecycle-configuration",
        );
        assert.ok(JSON.parse(lifecycle ?? ""));
        const versioning = "s3api put-bucket-versioning";
        assert.equal(argument(made, versioning, "--versioning-configuration"), "Status=Enabled");
        assert.equal(argument(made, versioning, "--expected-bucket-owner"), "123456789012");
    });

    for (const account of ["", "12345", "12345678901x"]) {
        it(`refuses what is no account: "${account}"`, () => {
            const made = run(account);
            assert.equal(made.status, 1);
            assert.deepEqual(made.calls, []);
            assert.ok(made.stderr.includes(`found "${account}"`), made.stderr);
        });
    }

    it("refuses the credentials of another account, and makes nothing there", () => {
        const made = run("999999999999");
        assert.equal(made.status, 1);
        assert.deepEqual(operations(made), ["sts get-caller-identity"]);
        assert.equal(
            made.stderr,
            "credentials are of account 123456789012, expected 999999999999\n",
        );
    });

    it("stops where AWS refuses, and does not say that all is done", () => {
        const made = run("123456789012", { REFUSED: "254" });
        assert.equal(made.status, 254);
        assert.equal(made.stdout, "");
        assert.equal(operations(made).at(-1), "s3api put-bucket-versioning");
    });
});
