/** Pulumi's analyzer protocol (proto/pulumi/analyzer.proto): what the engine writes and reads, as plain data. */
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Props } from "../values";
import { withoutDescription } from "./description";
import type {
    Analysis,
    BrokenPolicy,
    Diagnostic,
    Enforcement,
    PolicyInfo,
    Remediation,
    Severity,
    StackContext,
    Subject,
    SubjectProvider,
} from "./pack";

/** The proto's enumeration, in its order. */
const LEVELS: readonly Enforcement[] = ["advisory", "mandatory", "disabled", "remediate"];
const PROTO_LEVELS: Readonly<Record<Enforcement, proto.EnforcementLevel>> = {
    advisory: proto.EnforcementLevel.ADVISORY,
    mandatory: proto.EnforcementLevel.MANDATORY,
    disabled: proto.EnforcementLevel.DISABLED,
    remediate: proto.EnforcementLevel.REMEDIATE,
};
const SEVERITIES: readonly (Severity | undefined)[] = [
    undefined,
    "low",
    "medium",
    "high",
    "critical",
];

/** The configuration of one policy in force. */
export interface PolicySetting {
    readonly enforcement: Enforcement;
    readonly properties: Props;
}

/** A policy as GetAnalyzerInfo describes it, before configuration. */
export interface DeclaredPolicy extends PolicyInfo {
    /** JSON schema of each configuration property. */
    readonly schema: Readonly<Record<string, Props>>;
    readonly required: readonly string[];
}

/** What GetAnalyzerInfo answers. */
export interface DeclaredPack {
    readonly name: string;
    readonly version: string;
    readonly policies: readonly DeclaredPolicy[];
    /** Configuration that the pack brings itself, `all` included. */
    readonly initial: Readonly<Record<string, PolicySetting>>;
}

/** How property bags become the protocol's Struct. */
export type Encode = (properties: Props) => Struct;

/** For the wire. */
export const encodeStruct: Encode = (properties) =>
    Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);

/**
 * For a pack in this process: the SDK asks a Struct for its JavaScript only, once per validation, and copies what it
 * gets (sdk/nodejs/policy/deserialize.ts), so the bag itself will do and nothing is built.
 */
export const lendStruct: Encode = (properties) => {
    const struct = new Struct();
    struct.toJavaScript = () => properties as ReturnType<Struct["toJavaScript"]>;
    return struct;
};

/** The stack as ConfigureStack tells it. */
export function stackRequest(context: StackContext): proto.AnalyzerStackConfigureRequest {
    const request = new proto.AnalyzerStackConfigureRequest();
    request
        .setStack(context.stack)
        .setProject(context.project)
        .setOrganization(context.organization);
    request.setDryRun(context.preview).setConfigSecretKeysList([...context.secretConfigKeys]);
    for (const [key, value] of Object.entries(context.config))
        request.getConfigMap().set(key, value);
    for (const [key, value] of Object.entries(context.tags)) request.getTagsMap().set(key, value);
    return request;
}

/** The configuration as Configure takes it. */
export function configureRequest(
    settings: ReadonlyMap<string, PolicySetting>,
): proto.ConfigureAnalyzerRequest {
    const request = new proto.ConfigureAnalyzerRequest();
    for (const [policy, setting] of settings) {
        const config = new proto.PolicyConfig();
        config.setEnforcementlevel(PROTO_LEVELS[setting.enforcement]);
        config.setProperties(encodeStruct(setting.properties));
        request.getPolicyconfigMap().set(policy, config);
    }
    return request;
}

/** A resource as Analyze and Remediate take it. */
export function resourceRequest(subject: Subject, encode: Encode): proto.AnalyzeRequest {
    return fill(new proto.AnalyzeRequest(), subject, encode);
}

/** A stack as AnalyzeStack takes it. */
export function wholeStackRequest(
    subjects: readonly Subject[],
    encode: Encode,
): proto.AnalyzeStackRequest {
    const resources = subjects.map((subject) => {
        const resource = fill(new proto.AnalyzerResource(), subject, encode);
        resource.setParent(subject.parent).setDependenciesList([...subject.dependencies]);
        for (const [property, urns] of Object.entries(subject.propertyDependencies)) {
            if (urns.length === 0) continue;
            const dependencies = new proto.AnalyzerPropertyDependencies().setUrnsList([...urns]);
            resource.getPropertydependenciesMap().set(property, dependencies);
        }
        return resource;
    });
    return new proto.AnalyzeStackRequest().setResourcesList(resources);
}

function fill<T extends proto.AnalyzeRequest | proto.AnalyzerResource>(
    message: T,
    subject: Subject,
    encode: Encode,
): T {
    message.setUrn(subject.urn);
    message.setType(subject.type);
    message.setName(subject.name);
    message.setProperties(encode(subject.properties));
    message.setOptions(options(subject));
    if (subject.provider) message.setProvider(provider(subject.provider, encode));
    return message;
}

/** The engine sends only the alias that matched the old state, and a simulated stack has none. */
function options(subject: Subject): proto.AnalyzerResourceOptions {
    const { create, update, delete: remove } = subject.customTimeouts;
    const timeouts = new proto.AnalyzerResourceOptions.CustomTimeouts()
        .setCreate(create)
        .setUpdate(update)
        .setDelete(remove);
    return new proto.AnalyzerResourceOptions()
        .setProtect(subject.protect)
        .setIgnorechangesList([...subject.ignoreChanges])
        .setDeletebeforereplace(subject.deleteBeforeReplace ?? false)
        .setDeletebeforereplacedefined(subject.deleteBeforeReplace !== undefined)
        .setAdditionalsecretoutputsList([...subject.additionalSecretOutputs])
        .setCustomtimeouts(timeouts)
        .setParent(subject.parent);
}

const encodedProviders = new WeakMap<
    SubjectProvider,
    Map<Encode, proto.AnalyzerProviderResource>
>();

/** One provider manages many resources: its message is made once. */
function provider(of: SubjectProvider, encode: Encode): proto.AnalyzerProviderResource {
    const known = encodedProviders.get(of) ?? new Map<Encode, proto.AnalyzerProviderResource>();
    encodedProviders.set(of, known);
    let message = known.get(encode);
    if (!message) {
        message = new proto.AnalyzerProviderResource()
            .setUrn(of.urn)
            .setType(of.type)
            .setName(of.name);
        message.setProperties(encode(of.properties));
        known.set(encode, message);
    }
    return message;
}

/** Reads GetAnalyzerInfo. */
export function readPack(info: proto.AnalyzerInfo): DeclaredPack {
    const initial: Record<string, PolicySetting> = {};
    info.getInitialconfigMap().forEach((config: proto.PolicyConfig, policy: string) => {
        // A level that the pack left out arrives as the enumeration's first, advisory, and the engine takes it for one.
        const enforcement = LEVELS[config.getEnforcementlevel()] ?? "advisory";
        initial[policy] = { enforcement, properties: config.getProperties()?.toJavaScript() ?? {} };
    });
    return {
        name: info.getName(),
        version: info.getVersion(),
        policies: info.getPoliciesList().map(readPolicy),
        initial,
    };
}

function readPolicy(info: proto.PolicyInfo): DeclaredPolicy {
    const schema = info.getConfigschema();
    const description = info.getDescription();
    const severity = SEVERITIES[info.getSeverity()];
    return {
        name: info.getName(),
        kind: info.getPolicyType() === proto.PolicyType.POLICY_TYPE_STACK ? "stack" : "resource",
        title: info.getDisplayname() || description.replace(/\n[\s\S]*$/, "") || info.getName(),
        description,
        remediation: info.getRemediationSteps(),
        ...(info.getUrl() === "" ? {} : { url: info.getUrl() }),
        ...(severity === undefined ? {} : { severity }),
        enforcement: LEVELS[info.getEnforcementlevel()] ?? "advisory",
        tags: info.getTagsList(),
        schema: (schema?.getProperties()?.toJavaScript() ?? {}) as Record<string, Props>,
        required: schema?.getRequiredList() ?? [],
    };
}

/** Reads the answer of Analyze and AnalyzeStack. */
export function readAnalysis(
    response: proto.AnalyzeResponse,
    broken: readonly BrokenPolicy[],
): Analysis {
    return {
        diagnostics: response.getDiagnosticsList().map(readDiagnostic),
        notApplicable: response
            .getNotApplicableList()
            .map((entry) => ({ policy: entry.getPolicyName(), reason: entry.getReason() })),
        broken,
    };
}

function readDiagnostic(diagnostic: proto.AnalyzeDiagnostic): Diagnostic {
    const level = LEVELS[diagnostic.getEnforcementlevel()] ?? "mandatory";
    const severity = SEVERITIES[diagnostic.getSeverity()];
    return {
        policy: diagnostic.getPolicyname(),
        urn: diagnostic.getUrn(),
        // A violation that remains at level remediate is a mandatory one (step_generator.go).
        enforcement: level === "remediate" ? "mandatory" : level,
        ...(severity === undefined ? {} : { severity }),
        message: withoutDescription(diagnostic.getMessage(), diagnostic.getDescription()),
    };
}

/** Reads the answer of Remediate. */
export function readRemediations(response: proto.RemediateResponse): Remediation[] {
    return response.getRemediationsList().map((remediation) => {
        const inputs = remediation.getProperties()?.toJavaScript();
        const diagnostic = remediation.getDiagnostic();
        return {
            policy: remediation.getPolicyname(),
            ...(inputs === undefined ? {} : { inputs }),
            ...(diagnostic === "" ? {} : { diagnostic }),
        };
    });
}

const BROKEN =
    /^Error (?:validating|remediating) resource with (?:policy|remediation) '(.*)' from policy pack '.*':\n/;

/** Which policy a failed call names, and what it threw; undefined when the call failed for another reason. */
export function readFailure(text: string): BrokenPolicy | undefined {
    const head = BROKEN.exec(text);
    if (!head) return undefined;
    const [line, policy = ""] = head;
    return { policy, message: withoutStack(text.slice(line.length)) };
}

/** An error's message without the stack, whose paths differ from machine to machine. */
export function withoutStack(text: string): string {
    return text.replace(/\n\s+at [\s\S]*$/, "").trim();
}
