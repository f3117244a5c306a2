import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../engine/launch";
import type { Note } from "../engine/graph";
import type { Progress } from "../engine/job";
import { ProgramError } from "../engine/program-error";
import type { PackConfig, PackSource } from "../packs/pack";
import { type Project, readProject, readStackFile, shown, stackNames } from "../project/project";
import { type StackConfig, resolveConfig } from "../project/stack-config";
import type { RunEvidence } from "../report/evidence";
import { exceptionEvidence } from "../report/exceptions";
import { sortedNotes } from "../report/notes";
import { redactPacks, redactor } from "../report/redact";
import { UsageError } from "../usage-error";
import { isObject } from "../values";
import { grantedExceptions } from "./granted-exceptions";
import { ownPacks } from "./installation";
import { type JudgeJob, type Judgement, stackContext } from "./judge-run";
import type { Options } from "./options";

/** The organization that packs and programs see; a backend without organizations has this one. */
const ORGANIZATION = "organization";

/** What became of one stack. */
export type StackOutcome =
    | { readonly stack: string; readonly run: RunEvidence }
    /** It could not be judged, and why. */
    | { readonly stack: string; readonly problems: readonly string[] };

/** Follows the work; called often. */
export type OnProgress = (stack: string, progress: Progress) => void;

/**
 * Runs the program once for each stack and judges what it makes. A stack that cannot be judged does not keep the
 * others from it.
 * @throws {UsageError} when nothing can be run: options, project, stack files or configuration are not usable
 */
export async function check(
    options: Options,
    onProgress: OnProgress,
): Promise<readonly StackOutcome[]> {
    const project = readProject(options.program);
    const stacks = chooseStacks(project, options.stacks);
    const packs = packSources(options);
    const granted = grantedExceptions(options.exceptions);
    const configured = collect(
        stacks.map((stack) => () => ({
            stack,
            config: resolveConfig(project, readStackFile(project, stack), options.overrides),
        })),
    );
    return inPairs(configured, async ({ stack, config }) => {
        const started = new Date();
        const redact = redactor(config.secretKeys.map((key) => config.values[key] ?? ""));
        try {
            const judgement = await runStack(options, project, stack, config, packs, (progress) => {
                onProgress(stack, progress);
            });
            if (judgement.packs.length === 0)
                return { stack, problems: ["found no policy, expected at least one"] };
            const today = options.date ?? started.toISOString().slice(0, 10);
            const urns = new Set(judgement.resources.map((resource) => resource.urn));
            const notes = [...config.notes, ...judgement.notes].map((note): Note => ({
                ...note,
                message: redact(note.message),
            }));
            const run: RunEvidence = {
                project: project.name,
                stack,
                mode: options.mode,
                source: "preflight",
                startedAt: started.toISOString(),
                durationMs: Date.now() - started.getTime(),
                packs: redactPacks(judgement.packs, redact),
                resources: judgement.resources,
                exceptions: exceptionEvidence(granted, stack, judgement.packs, urns, today),
                notes: sortedNotes(notes),
            };
            return { stack, run };
        } catch (error) {
            if (error instanceof ProgramError)
                return { stack, problems: programProblem(error).map(redact) };
            throw error;
        }
    });
}

async function runStack(
    options: Options,
    project: Project,
    stack: string,
    config: StackConfig,
    packs: readonly PackSource[],
    onProgress: (progress: Progress) => void,
): Promise<Judgement> {
    const { mode } = options;
    const job: JudgeJob = {
        packs,
        isolated: options.isolated,
        only: options.policies,
        skip: options.skip,
        context: stackContext(
            { project: project.name, stack, organization: ORGANIZATION, mode },
            config,
        ),
        environment: {
            ...(options.exceptions === undefined
                ? {}
                : { APPSONIC_EXCEPTIONS: options.exceptions }),
            ...(options.date === undefined ? {} : { APPSONIC_TODAY: options.date }),
        },
    };
    const outcome = await launch(
        {
            dir: project.dir,
            ...(project.main === undefined ? {} : { main: project.main }),
            project: project.name,
            stack,
            organization: ORGANIZATION,
            mode,
            config: config.values,
            secretConfigKeys: config.secretKeys,
            timeout: options.timeoutSeconds,
        },
        {
            after: {
                module: join(__dirname, "judge-run"),
                name: "judgeRun",
                remediate: "prepare",
                argument: job,
                dropGraph: true,
            },
            onProgress,
        },
    );
    return outcome.result as Judgement;
}

function chooseStacks(project: Project, asked: readonly string[]): readonly string[] {
    if (asked.length > 0) return asked;
    const known = stackNames(project);
    return known.length > 0 ? known : ["dev"];
}

/** Packs with their configuration. @throws {UsageError} for a configuration that is not a JSON map */
export function packSources(
    options: Pick<Options, "policyPacks" | "policyPackConfigs">,
): readonly PackSource[] {
    if (options.policyPacks.length === 0) return ownPacks().map((dir) => ({ dir }));
    return collect(
        options.policyPacks.map((dir, index) => (): PackSource => {
            const file = options.policyPackConfigs[index];
            return file === undefined ? { dir } : { dir, config: readPackConfig(file) };
        }),
    );
}

function readPackConfig(file: string): PackConfig {
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        throw new UsageError([`${file}: found ${(error as Error).message}, expected JSON`]);
    }
    if (!isObject(content))
        throw new UsageError([`${file}: found ${shown(content)}, expected a map of policies`]);
    return content as PackConfig;
}

function programProblem(error: ProgramError): readonly string[] {
    const place = error.place === undefined ? "" : `${error.place.file}:${error.place.line}: `;
    const detail = error.detail === undefined ? [] : error.detail.split("\n");
    return [...`${place}${error.message}`.split("\n"), ...detail.map((line) => `    ${line}`)];
}

/** Does everything, and throws all problems at once. */
function collect<T>(tasks: readonly (() => T)[]): T[] {
    const problems: string[] = [];
    const done = tasks.flatMap((task) => {
        try {
            return [task()];
        } catch (error) {
            if (!(error instanceof UsageError)) throw error;
            problems.push(...error.problems);
            return [];
        }
    });
    if (problems.length > 0) throw new UsageError(problems);
    return done;
}

/** Two at a time, results in the order given: a stack keeps about one core busy. */
async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const done: R[] = [];
    const queue = items.entries();
    const worker = async (): Promise<void> => {
        for (const [index, item] of queue) done[index] = await work(item);
    };
    await Promise.all([worker(), worker()]);
    return done;
}
