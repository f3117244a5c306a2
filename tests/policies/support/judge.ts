import * as server from "@pulumi/policy/server";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { decodeMessage, type Decoded } from "../../../controls/verdict-encoding";
import type { Grants } from "../../../policies/lib/exceptions";
import type { Policy } from "../../../policies/lib/policy";
import { toSdkPolicy } from "../../../policies/lib/sdk-policy";

export { UNKNOWN } from "./unknown";

/** Makes a handler of the analyzer service. */
type HandlerOf<TPolicy> = (
    pack: string,
    version: string,
    level: "mandatory",
    policies: readonly TPolicy[],
) => Handler;

// The SDK's handlers are left out of its declarations.
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = server as unknown as {
    readonly makeAnalyzeRpcFun: HandlerOf<SdkPolicy>;
    readonly makeAnalyzeStackRpcFun: HandlerOf<SdkPolicy>;
};

type SdkPolicy = ReturnType<typeof toSdkPolicy>;

/** A resource to judge; what is left out does not matter to the test. */
export interface Fixture {
    readonly type: string;
    readonly props?: Readonly<Record<string, unknown>>;
    readonly name?: string;
    readonly urn?: string;
    /** URNs of the resources that a property's value was made of, as the engine knows them. */
    readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
    /** Properties of the resource's provider. */
    readonly provider?: Readonly<Record<string, unknown>>;
}

/** One diagnostic, decoded. */
export interface Judged extends Decoded {
    readonly level: "advisory" | "mandatory";
    /** Absent: the resource that was analyzed, or the stack. */
    readonly urn?: string;
}

/** What a policy said. */
export interface Judgement {
    readonly diagnostics: readonly Judged[];
    readonly notApplicable: readonly string[];
}

/** No exception is granted. */
export const NO_GRANTS: Grants = { exceptions: [], today: "2026-06-30" };

/** URN of a fixture that has none of its own. */
export function urnOf({ type, name = "it", urn }: Fixture): string {
    return urn ?? `urn:pulumi:test::appsonic::${type}::${name}`;
}

/**
 * Lets the SDK itself run a policy on a resource, or a stack policy on a stack: wire form, deserialisation, the proxy that
 * guards unknown values, and the fast path are the real ones.
 */
export async function judge(
    policy: Policy,
    fixture: Fixture | readonly Fixture[],
    grants: Grants = NO_GRANTS,
): Promise<Judgement> {
    const policies = [toSdkPolicy(policy, grants)];
    const fixtures = Array.isArray(fixture)
        ? (fixture as readonly Fixture[])
        : [fixture as Fixture];
    if (policy.kind === "stack") {
        const request = new analyzer.AnalyzeStackRequest();
        request.setResourcesList(
            fixtures.map((each, index) => {
                const named = index === 0 ? each : { name: `it-${index}`, ...each };
                return fill(new analyzer.AnalyzerResource(), named);
            }),
        );
        return decode(
            policy,
            await call(makeAnalyzeStackRpcFun("test", "1.0.0", "mandatory", policies), request),
        );
    }
    const request = fill(new analyzer.AnalyzeRequest(), fixtures[0]!);
    return decode(
        policy,
        await call(makeAnalyzeRpcFun("test", "1.0.0", "mandatory", policies), request),
    );
}

/** Messages of a judgement's plain failures. */
export function failures(judgement: Judgement): readonly string[] {
    return judgement.diagnostics
        .filter(({ verdict }) => verdict === "fail")
        .map(({ message }) => message);
}

function fill<T extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(
    request: T,
    fixture: Fixture,
): T {
    request.setType(fixture.type);
    request.setName(fixture.name ?? "it");
    request.setUrn(urnOf(fixture));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    request.setProperties(
        Struct.fromJavaScript((fixture.props ?? {}) as Record<string, JavaScriptValue>),
    );
    if (fixture.provider !== undefined) {
        const provider = new analyzer.AnalyzerProviderResource();
        provider.setType("pulumi:providers:aws");
        provider.setProperties(
            Struct.fromJavaScript(fixture.provider as Record<string, JavaScriptValue>),
        );
        request.setProvider(provider);
    }
    if (request instanceof analyzer.AnalyzerResource) {
        for (const [property, urns] of Object.entries(fixture.propertyDependencies ?? {})) {
            const dependencies = new analyzer.AnalyzerPropertyDependencies();
            dependencies.setUrnsList([...urns]);
            request.getPropertydependenciesMap().set(property, dependencies);
        }
    }
    return request;
}

type Handler = (
    call: { readonly request: unknown },
    callback: (error: Error | null, response: analyzer.AnalyzeResponse) => void,
) => void;

function call(handler: Handler, request: unknown): Promise<analyzer.AnalyzeResponse> {
    return new Promise((resolve, reject) => {
        handler({ request }, (error, response) => {
            if (error) reject(error);
            else resolve(response);
        });
    });
}

function decode(policy: Policy, response: analyzer.AnalyzeResponse): Judgement {
    const diagnostics = response.getDiagnosticsList().map((diagnostic): Judged => {
        // The SDK puts the description before a message that has no level of its own.
        const message = diagnostic.getMessage().replace(`${policy.why}\n`, "");
        const isAdvisory = diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.ADVISORY;
        const urn = diagnostic.getUrn();
        return {
            ...decodeMessage(message),
            level: isAdvisory ? "advisory" : "mandatory",
            ...(urn === "" ? {} : { urn }),
        };
    });
    return {
        diagnostics,
        notApplicable: response.getNotApplicableList().map((each) => each.getReason()),
    };
}
