import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import ts from "typescript";
import { packs, ROOT } from "../../tools/policies/packs";

/** Loads a pack in a process that ends itself when it is told to, so that what it ran counts as covered. */
const PROGRAM = `process.once("SIGTERM", () => process.exit()); require("./index.ts");`;

/** Starts a pack as the engine does, but for the type check, which has a test of its own. */
function start(name: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", PROGRAM], {
        cwd: join(ROOT, "policies", name),
        env: { ...process.env, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
    });
}

async function describePack(port: string): Promise<AnalyzerInfo> {
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
    try {
        return await new Promise<AnalyzerInfo>((resolve, reject) => {
            client.getAnalyzerInfo(new Empty(), (error: ServiceError | null, info) => {
                if (error) reject(error);
                else resolve(info);
            });
        });
    } finally {
        client.close();
    }
}

describe("packs", function () {
    // Processes and a type check: slow on a busy machine, and no test is about how slow.
    this.timeout(300_000);

    for (const { name, policies } of packs()) {
        it(`serve their policies: ${name}`, async () => {
            const pack = start(name);
            try {
                const ended = once(pack, "exit").then(([status]) => [
                    `exit status ${String(status)}`,
                ]);
                const [port] = (await Promise.race([once(pack.stdout!, "data"), ended])) as [
                    Buffer | string,
                ];
                const info = await describePack(port.toString().trim());
                assert.equal(info.getName(), name);
                assert.match(info.getVersion(), /^\d+\.\d+\.\d+$/);
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => policy.getName()),
                    policies.map((policy) => policy.name),
                );
            } finally {
                const closed = once(pack, "close");
                if (pack.kill()) await closed;
            }
        });
    }

    it("do not start with exceptions that are not valid", async () => {
        const missing = join(__dirname, "no-such-file.json");
        const pack = start("region-lock", { APPSONIC_EXCEPTIONS: missing });
        let errors = "";
        pack.stderr!.on("data", (data: Buffer) => (errors += data.toString()));
        const [status] = (await once(pack, "close")) as [number];
        assert.equal(status, 1);
        assert.ok(
            errors.includes(`APPSONIC_EXCEPTIONS: found "${missing}", expected a readable file`),
            errors,
        );
    });

    it("have types that are right under the options that the engine compiles packs with", () => {
        const program = ts.createProgram({
            rootNames: packs().map(({ name }) => join(ROOT, "policies", name, "index.ts")),
            // @pulumi/pulumi/cmd/run-policy-pack/run.js; a pack has no tsconfig. Declarations of packages are theirs.
            options: {
                target: ts.ScriptTarget.ES2020,
                module: ts.ModuleKind.NodeNext,
                moduleResolution: ts.ModuleResolutionKind.NodeNext,
                noEmit: true,
                skipLibCheck: true,
            },
        });
        const problems = ts
            .getPreEmitDiagnostics(program)
            .map(
                ({ file, messageText }) =>
                    `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
            );
        assert.deepEqual(problems, []);
    });
});
