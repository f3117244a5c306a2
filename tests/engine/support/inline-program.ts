// Runs one operation of the real engine on a program through the Automation API, in a process of its own: the SDK's
// state is global, and a program reads its configuration while it loads. Reads a Job from the file that is named first,
// writes an Answer beside it.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EngineEvent, LocalWorkspace } from "@pulumi/pulumi/automation";

/** What is to be done. */
export interface Job {
    readonly operation: "preview" | "up";
    /** Folder of the program. */
    readonly program: string;
    /** Folder of Pulumi.yaml and the stack file. */
    readonly workspace: string;
    readonly project: string;
    readonly stack: string;
    readonly policyPacks: readonly string[];
    readonly policyPackConfigs: readonly string[];
    readonly expectNoChanges: boolean;
    /** Where the events go, one JSON object a line. */
    readonly events: string;
}

/** What came of it. */
export interface Answer {
    readonly ok: boolean;
    /** What the CLI printed. */
    readonly output: string;
}

async function run(job: Job): Promise<Answer> {
    // As the engine starts a program: in its folder.
    process.chdir(job.program);
    const load = createRequire(join(job.program, "program.js"));
    // Stack traces of ten thousand promises cost more than everything else; nothing here reads them.
    Error.stackTraceLimit = 0;
    const stack = await LocalWorkspace.createOrSelectStack(
        {
            projectName: job.project,
            stackName: job.stack,
            program: async () => {
                const exported: unknown = load(".");
                const made =
                    typeof exported === "function" ? (exported as () => unknown)() : exported;
                return (await made) as Record<string, unknown>;
            },
        },
        { workDir: job.workspace },
    );
    const events: string[] = [];
    let output = "";
    const print = (text: string): void => {
        output += text;
    };
    const options = {
        color: "never" as const,
        policyPacks: [...job.policyPacks],
        policyPackConfigs: [...job.policyPackConfigs],
        expectNoChanges: job.expectNoChanges,
        onOutput: print,
        onError: print,
        onEvent: (event: EngineEvent) => events.push(JSON.stringify(event)),
    };
    let ok = true;
    try {
        await stack[job.operation](options);
    } catch (error) {
        ok = false;
        // What the CLI printed is there already; anything else is an error of the program or of this file.
        if (!(error instanceof Error) || error.constructor.name !== "CommandError")
            print(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    writeFileSync(job.events, events.map((event) => `${event}\n`).join(""));
    return { ok, output };
}

const file = process.argv[2] ?? "";
void run(JSON.parse(readFileSync(file, "utf8")) as Job).then((answer) => {
    writeFileSync(`${file}.answer`, JSON.stringify(answer));
    // A program may leave something open that the engine does not wait for.
    process.exit(0);
});
