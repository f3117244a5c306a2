import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { findPulumi } from "../cli/pulumi";

/** The repository. */
export const ROOT = join(__dirname, "..", "..", "..");

/** The passphrase of every state in the suite; secrets must not be found without it. */
export const PASSPHRASE = "the suite's own passphrase";

/**
 * What the engine calls by name, as scripts: the simulated cloud as two provider plugins, and the start of a pack where
 * no language host is installed (NewPolicyAnalyzer in Pulumi's analyzer_plugin.go).
 */
const COMMANDS: Readonly<Record<string, string>> = {
    "pulumi-resource-aws": plugin("aws"),
    "pulumi-resource-awsx": plugin("awsx"),
    // Comes with an installed CLI, and runs the SDK's own server of dynamic providers.
    "pulumi-resource-pulumi-nodejs": ofSdk("dynamic-provider", `"$@"`),
    "pulumi-analyzer-policy-nodejs": ofSdk("run-policy-pack", `"$1" "$2"`),
};

function plugin(name: string): string {
    return `exec "$NODE" "${join(ROOT, "dist", "preflight", "cloud", "plugin", `${name}.js`)}" "$@"`;
}

function ofSdk(command: string, args: string): string {
    return `exec "$NODE" "${require.resolve(`@pulumi/pulumi/cmd/${command}`)}" ${args}`;
}

/** A scratch folder with all that Pulumi keeps outside a project: its home, the state, and the commands on PATH. */
export class Surroundings {
    public readonly folder = mkdtempSync(join(tmpdir(), "appsonic-engine-"));
    public readonly state = join(this.folder, "state");
    public readonly env: NodeJS.ProcessEnv;
    public readonly pulumi: string;

    constructor() {
        const pulumi = findPulumi();
        if (pulumi === undefined)
            throw new Error("found no Pulumi CLI, expected one from `npm run test:engine`");
        this.pulumi = pulumi;
        const commands = join(this.folder, "bin");
        for (const folder of [commands, this.state, join(this.folder, "home")]) mkdirSync(folder);
        for (const [name, script] of Object.entries(COMMANDS)) {
            const file = join(commands, name);
            writeFileSync(file, `#!/bin/sh\n${script}\n`);
            chmodSync(file, 0o755);
        }
        this.env = {
            ...process.env,
            NODE: process.execPath,
            PATH: [commands, dirname(pulumi), process.env["PATH"]].join(delimiter),
            PULUMI_HOME: join(this.folder, "home"),
            PULUMI_BACKEND_URL: `file://${this.state}`,
            PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
            PULUMI_SKIP_UPDATE_CHECK: "true",
            // The state is written once, at the end, instead of after each of six hundred steps.
            PULUMI_SKIP_CHECKPOINTS: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            // Nothing here may reach an account.
            AWS_ACCESS_KEY_ID: "",
            AWS_SECRET_ACCESS_KEY: "",
            AWS_PROFILE: "",
            AWS_EC2_METADATA_DISABLED: "true",
        };
    }

    /** Removes everything. */
    public remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}
