import type * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { configure as reconcile } from "./configuration";
import {
    type Analysis,
    type BrokenPolicy,
    type Pack,
    type PackConfig,
    PackError,
    type PackInfo,
} from "./pack";
import type { Remediation, StackContext, Subject } from "./pack";
import * as protocol from "./protocol";

/** The analyzer's methods that are used here. */
export interface Methods {
    configureStack: [proto.AnalyzerStackConfigureRequest, unknown];
    getAnalyzerInfo: [Empty, proto.AnalyzerInfo];
    configure: [proto.ConfigureAnalyzerRequest, unknown];
    remediate: [proto.AnalyzeRequest, proto.RemediateResponse];
    analyze: [proto.AnalyzeRequest, proto.AnalyzeResponse];
    analyzeStack: [proto.AnalyzeStackRequest, proto.AnalyzeResponse];
}

/** How long one call may take; the slowest known, 20 stack policies on 10,000 resources, takes 11 s. */
export const CALL_TIMEOUT_MS = 120_000;

/** The pack's SDK is older than the method; the engine goes on without. */
export class Unimplemented extends Error {
    /** gRPC's status code. */
    readonly code = 12;
}

/** A way to a pack's analyzer service. */
export interface Channel {
    readonly inProcess: boolean;
    /** Calls a method; rejects with an error whose message is what the service said. */
    call<M extends keyof Methods>(method: M, request: Methods[M][0]): Promise<Methods[M][1]>;
    close(): Promise<void>;
}

/** Where a pack is, and what goes over its own word. */
export interface Origin {
    readonly dir: string;
    /** From PulumiPolicy.yaml; goes over package.json's. */
    readonly version?: string;
    readonly config?: PackConfig;
}

/**
 * Introduces a served pack to the stack, in the engine's order: ConfigureStack, GetAnalyzerInfo, Configure.
 * @throws {PackError} when the pack has no policies
 * @throws {PackConfigError} when its configuration is wrong; either way the channel is closed then
 */
export async function introduce(
    origin: Origin,
    channel: Channel,
    context: StackContext,
): Promise<Pack> {
    try {
        await channel
            .call("configureStack", protocol.stackRequest(context))
            .catch(ignoreUnimplemented);
        const declared = protocol.readPack(await channel.call("getAnalyzerInfo", new Empty()));
        if (declared.policies.length === 0) {
            throw new PackError(
                origin.dir,
                `no policies in pack ${declared.name}`,
                "at least one policy",
            );
        }
        const settings = reconcile(origin.dir, declared, origin.config);
        await channel.call("configure", protocol.configureRequest(settings));
        const version = origin.version ?? declared.version;
        return new ServedPack(origin.dir, channel, { ...declared, version }, settings);
    } catch (error) {
        await channel.close();
        if (error instanceof PackError) throw error;
        const detail = protocol.withoutStack(textOf(error));
        throw new PackError(
            origin.dir,
            "an error on the first calls",
            "a pack that describes itself",
            detail,
        );
    }
}

function ignoreUnimplemented(error: unknown): void {
    if ((error as { readonly code?: unknown }).code !== 12) throw error;
}

class ServedPack implements Pack {
    readonly inProcess: boolean;
    readonly #encode: protocol.Encode;
    readonly #declared: protocol.DeclaredPack;
    #settings: ReadonlyMap<string, protocol.PolicySetting>;
    info: PackInfo;

    constructor(
        readonly dir: string,
        readonly channel: Channel,
        declared: protocol.DeclaredPack,
        settings: ReadonlyMap<string, protocol.PolicySetting>,
    ) {
        this.inProcess = channel.inProcess;
        this.#encode = channel.inProcess ? protocol.lendStruct : protocol.encodeStruct;
        this.#declared = declared;
        this.#settings = settings;
        this.info = describe(declared, settings);
    }

    get remediates(): boolean {
        return this.info.policies.some(
            (policy) => policy.kind === "resource" && policy.enforcement === "remediate",
        );
    }

    async remediate(subject: Subject): Promise<readonly Remediation[]> {
        if (!this.remediates) return [];
        const request = protocol.resourceRequest(subject, this.#encode);
        try {
            return protocol.readRemediations(await this.channel.call("remediate", request));
        } catch (error) {
            const broken = protocol.readFailure(textOf(error));
            if (!broken) throw error;
            return [{ policy: broken.policy, diagnostic: `remediation failed: ${broken.message}` }];
        }
    }

    async analyze(subject: Subject): Promise<Analysis> {
        return this.#surviving(
            "resource",
            "analyze",
            protocol.resourceRequest(subject, this.#encode),
        );
    }

    async analyzeStack(subjects: readonly Subject[]): Promise<Analysis> {
        return this.#surviving(
            "stack",
            "analyzeStack",
            protocol.wholeStackRequest(subjects, this.#encode),
        );
    }

    async disable(policies: ReadonlySet<string>): Promise<void> {
        this.#settings = without(this.#settings, policies);
        this.info = describe(this.#declared, this.#settings);
        await this.channel.call("configure", protocol.configureRequest(this.#settings));
    }

    async close(): Promise<void> {
        await this.channel.close();
    }

    /**
     * A policy that throws fails the whole call, and what the other policies said is lost with it. So it is switched
     * off, the call is made again for the others, and the configuration is put back.
     */
    async #surviving<M extends "analyze" | "analyzeStack">(
        kind: "resource" | "stack",
        method: M,
        request: Methods[M][0],
    ): Promise<Analysis> {
        const broken: BrokenPolicy[] = [];
        try {
            for (;;) {
                try {
                    return protocol.readAnalysis(await this.channel.call(method, request), broken);
                } catch (error) {
                    const failure = protocol.readFailure(textOf(error));
                    const known = this.info.policies.some(
                        (policy) => policy.name === failure?.policy,
                    );
                    if (
                        !failure ||
                        !known ||
                        broken.some((other) => other.policy === failure.policy)
                    ) {
                        return this.#allBroken(kind, protocol.withoutStack(textOf(error)));
                    }
                    broken.push(failure);
                    await this.#configureWithout(broken);
                }
            }
        } finally {
            if (broken.length > 0) await this.#configureWithout([]);
        }
    }

    /** The service failed without naming a policy: nothing is known of any. */
    #allBroken(kind: "resource" | "stack", message: string): Analysis {
        const affected = this.info.policies.filter(
            (policy) => policy.kind === kind && policy.enforcement !== "disabled",
        );
        return {
            diagnostics: [],
            notApplicable: [],
            broken: affected.map((policy) => ({ policy: policy.name, message })),
        };
    }

    async #configureWithout(broken: readonly BrokenPolicy[]): Promise<void> {
        const settings = without(this.#settings, new Set(broken.map((failure) => failure.policy)));
        await this.channel.call("configure", protocol.configureRequest(settings));
    }
}

function without(
    settings: ReadonlyMap<string, protocol.PolicySetting>,
    policies: ReadonlySet<string>,
): ReadonlyMap<string, protocol.PolicySetting> {
    return new Map(
        [...settings].map(([name, setting]) => [
            name,
            policies.has(name) ? { ...setting, enforcement: "disabled" } : setting,
        ]),
    );
}

function describe(
    declared: protocol.DeclaredPack,
    settings: ReadonlyMap<string, protocol.PolicySetting>,
): PackInfo {
    const policies = declared.policies.map((policy) => {
        // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a description goes without its schema
        const { schema, required, ...info } = policy;
        return {
            ...info,
            enforcement: settings.get(policy.name)?.enforcement ?? policy.enforcement,
        };
    });
    return { name: declared.name, version: declared.version, policies };
}

/** gRPC puts its code before the service's words; they alone are in `details`. */
function textOf(error: unknown): string {
    const { details, message } = error as {
        readonly details?: unknown;
        readonly message?: unknown;
    };
    if (typeof details === "string" && details !== "") return details;
    return typeof message === "string" ? message : String(error);
}
