import type { Simulation } from "../cloud/simulation";
import { findDeclarations } from "./declaration-sites";
import { Engine, type Remediate } from "./engine";
import type { Graph, Resource } from "./graph";
import { rootUrn } from "./graph";
import { installedVersions } from "./installed-versions";
import type { RunOptions } from "./job";
import { MissingKeys } from "./missing-keys";
import { PendingRun } from "./pending-run";
import { findProgram, loadProgram } from "./program";
import { ProgramError } from "./program-error";
import { trackPromises } from "./promise-tracking";
import { loadSdk } from "./sdk";
import { createSdkClient } from "./sdk-client";
import { installStackTraces } from "./stack-traces";
import { fillStackReferences } from "./stack-references";
import { collectLog } from "./program-log";
import { keepTranslations } from "./typescript";

/** What a run needs beside its options; not plain data. */
export interface RunContext {
    readonly createSimulation: (options: {
        readonly sdkRoots: readonly string[];
        readonly region?: string;
    }) => Simulation;
    readonly remediate?: Remediate;
    readonly onResource?: (resource: Resource) => void;
    /** Errors know their place in the user's code; ten times slower with many resources. @defaultValue false */
    readonly traces?: boolean;
}

/**
 * Runs a program in this process, which is its own: its folder becomes the working directory, its SDK's state is
 * global, and errors that nobody handles are the program's.
 * @throws {ProgramError} for whatever keeps the program from being judged
 */
export async function runHere(options: RunOptions, context: RunContext): Promise<Graph> {
    const organization = options.organization ?? "organization";
    const secretConfigKeys = options.secretConfigKeys ?? [];
    const program = findProgram(options.dir, options.main);
    process.chdir(program.dir);
    setEnvironment(options, organization);
    const sdk = loadSdk(program.dir);
    const region = options.config["aws:region"];
    const engine = new Engine({
        project: options.project,
        stack: options.stack,
        organization,
        mode: options.mode,
        config: options.config,
        secretConfigKeys,
        simulation: context.createSimulation({
            sdkRoots: [program.dir, __dirname],
            ...(region !== undefined && { region }),
        }),
        installedVersion: installedVersions(program.dir),
        ...(context.remediate && { remediate: context.remediate }),
        ...(context.onResource && { onResource: context.onResource }),
    });
    const { client, monitor } = createSdkClient(sdk, engine, options.dir);
    const missing = new MissingKeys(sdk);
    for (const message of program.warnings) engine.note({ kind: "program-warning", message });
    collectLog(sdk, engine);
    findDeclarations(sdk);
    fillStackReferences(sdk, engine);
    sdk.settings.setMockOptions(
        client,
        options.project,
        options.stack,
        engine.isPreview,
        organization,
    );
    sdk.config.setAllConfig(options.config, secretConfigKeys);
    installStackTraces();
    Error.stackTraceLimit = context.traces === true ? 100 : 0;

    const pending = new PendingRun(engine, monitor, missing, trackPromises(sdk), options.dir);
    await pending.settle(sdk.stack.runInPulumiStack(() => loadProgram(program)));
    keepTranslations();
    const root = engine.node(rootUrn(options.project, options.stack));
    const outputs = root?.resource.outputs ?? {};
    if (engine.resources.length <= 1 && Object.keys(outputs).length === 0) {
        throw new ProgramError({
            kind: "empty",
            message: `${program.entry}: registered no resource and no output, expected a program that declares some`,
        });
    }
    return {
        project: options.project,
        stack: options.stack,
        organization,
        mode: options.mode,
        config: options.config,
        secretConfigKeys,
        resources: engine.resources,
        outputs,
        notes: engine.notes,
    };
}

/** Variables by which a second copy of the SDK, and some programs, learn where they are. */
function setEnvironment(options: RunOptions, organization: string): void {
    Object.assign(process.env, options.env, {
        PULUMI_NODEJS_ORGANIZATION: organization,
        PULUMI_NODEJS_PROJECT: options.project,
        PULUMI_NODEJS_ROOT_DIRECTORY: options.dir,
        PULUMI_NODEJS_STACK: options.stack,
        PULUMI_NODEJS_DRY_RUN: String(options.mode === "preview"),
        PULUMI_ORGANIZATION: organization,
        PULUMI_PROJECT: options.project,
        PULUMI_STACK: options.stack,
        PULUMI_CONFIG: JSON.stringify(options.config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(options.secretConfigKeys ?? []),
    });
}
