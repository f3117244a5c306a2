import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../../preflight/project/project";
import type { Answer, Job } from "./inline-program";
import { ROOT, Surroundings } from "./surroundings";

/** An event of the engine (sdk/go/common/apitype/events.go), as far as its kind. */
export type EngineEvent = Readonly<Record<string, unknown>>;

/** What an operation of the real engine gave. */
export interface Operation {
    readonly ok: boolean;
    readonly output: string;
    readonly events: readonly EngineEvent[];
}

/** How an operation is done. */
export interface OperationOptions {
    readonly policyPacks?: readonly string[];
    /** None, or one for each pack. */
    readonly policyPackConfigs?: readonly string[];
    readonly expectNoChanges?: boolean;
    readonly env?: Readonly<Record<string, string>>;
    /** Another program than the workspace's own. */
    readonly program?: string;
}

/** One stack of one program under the real engine: a copy of its project files, and a state of its own. */
export class Engine {
    /** Folder of Pulumi.yaml, the stack file and what the program reads. */
    public readonly workspace: string;
    public readonly project: string;
    private operations = 0;

    /**
     * @param program folder with Pulumi.yaml
     * @param surroundings where the state is; another stack's, to share it
     */
    constructor(
        private readonly program: string,
        public readonly stack: string,
        public readonly surroundings = new Surroundings(),
    ) {
        this.workspace = join(surroundings.folder, stack);
        mkdirSync(this.workspace);
        // The program itself stays where its modules are.
        for (const name of readdirSync(program)) {
            if (/^Pulumi(\..*)?\.yaml$|^content$/.test(name))
                cpSync(join(program, name), join(this.workspace, name), { recursive: true });
        }
        this.project = readProject(program).name;
    }

    /** `pulumi preview`. */
    public preview(options: OperationOptions = {}): Promise<Operation> {
        return this.operate("preview", options);
    }

    /** `pulumi up`. */
    public up(options: OperationOptions = {}): Promise<Operation> {
        return this.operate("up", options);
    }

    /** The stack's file, to read and change. */
    public get stackFile(): string {
        return join(this.workspace, `Pulumi.${this.stack}.yaml`);
    }

    /** The file in which the backend keeps the state. */
    public get stateFile(): string {
        return join(
            this.surroundings.state,
            ".pulumi",
            "stacks",
            this.project,
            `${this.stack}.json`,
        );
    }

    /** `pulumi stack export`, secrets in plaintext. */
    public async export(): Promise<unknown> {
        const { ok, output } = await this.command(["stack", "export", "--show-secrets"]);
        if (!ok) throw new Error(`pulumi stack export failed: ${output}`);
        return JSON.parse(output);
    }

    /** Any other command of the CLI, on this stack. */
    public async command(
        args: readonly string[],
        env: Readonly<Record<string, string>> = {},
    ): Promise<Omit<Operation, "events">> {
        const stack = args.join(" ") === "stack init" ? [this.stack] : ["--stack", this.stack];
        const child = spawn(
            this.surroundings.pulumi,
            [...args, ...stack, "--non-interactive", "--color", "never"],
            {
                cwd: this.workspace,
                env: { ...this.surroundings.env, ...env },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        return finished(child);
    }

    /** Removes the state and everything around it. */
    public remove(): void {
        this.surroundings.remove();
    }

    private async operate(
        operation: Job["operation"],
        options: OperationOptions,
    ): Promise<Operation> {
        const file = join(this.workspace, "..", `${this.stack}-${String(++this.operations)}.json`);
        const job: Job = {
            operation,
            program: options.program ?? this.program,
            workspace: this.workspace,
            project: this.project,
            stack: this.stack,
            policyPacks: options.policyPacks ?? [],
            policyPackConfigs: options.policyPackConfigs ?? [],
            expectNoChanges: options.expectNoChanges ?? false,
            events: `${file}.events`,
        };
        writeFileSync(file, JSON.stringify(job));
        const child = spawn(
            process.execPath,
            [
                "--require",
                "ts-node/register/transpile-only",
                join(__dirname, "inline-program.ts"),
                file,
            ],
            {
                cwd: ROOT,
                env: {
                    ...this.surroundings.env,
                    // An inline program's transforms run outside of what the SDK keeps for it, and find the mode here.
                    PULUMI_NODEJS_DRY_RUN: String(operation === "preview"),
                    ...options.env,
                },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        const { output } = await finished(child);
        if (!existsSync(`${file}.answer`))
            throw new Error(`the inline program ended early:\n${output}`);
        const answer = JSON.parse(readFileSync(`${file}.answer`, "utf8")) as Answer;
        const events = parseEvents(readFileSync(job.events, "utf8"));
        return { ...answer, output: `${answer.output}${output}`, events };
    }
}

function isDebugging(event: EngineEvent): boolean {
    const diagnostic = event["diagnosticEvent"] as { readonly severity: string } | undefined;
    return diagnostic?.severity === "debug";
}

/**
 * Events, one in a line, but for what the SDK logs for debugging: that quotes whole messages, secrets in plaintext
 * included.
 */
export function parseEvents(lines: string): readonly EngineEvent[] {
    return lines
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as EngineEvent)
        .filter((event) => !isDebugging(event));
}

async function finished(child: ChildProcess): Promise<{ ok: boolean; output: string }> {
    let output = "";
    let errors = "";
    child.stdout?.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr?.on("data", (data: Buffer) => (errors += data.toString()));
    const [status] = (await once(child, "close")) as [number | null];
    return { ok: status === 0, output: status === 0 ? output : `${output}${errors}` };
}
