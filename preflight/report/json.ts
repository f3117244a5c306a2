import type { PackEvidence, ResourceEvidence, RunEvidence } from "./evidence";
import { results, summarize } from "./results";

/** Version of the document; a change that breaks readers raises it. */
export const SCHEMA_VERSION = 1;

/**
 * The JSON report (report.schema.json) in pieces: 10,000 resources under 250 policies must not become one string.
 * Keys are in a fixed order, so equal runs give equal bytes.
 */
export function* jsonReport(runs: readonly RunEvidence[]): Generator<string> {
    yield `{"schemaVersion":${SCHEMA_VERSION},"runs":[`;
    for (const [index, run] of runs.entries()) {
        if (index > 0) yield ",";
        yield* jsonRun(run);
    }
    yield "]}\n";
}

function* jsonRun(run: RunEvidence): Generator<string> {
    const { project, stack, mode, source, startedAt, durationMs, violationsOnly } = run;
    const times = { startedAt, durationMs };
    const head = JSON.stringify({ project, stack, mode, source, ...times, violationsOnly });
    yield `\n${head.slice(0, -1)},`;
    yield* jsonList("packs", run.packs.map(packDocument));
    yield ",";
    yield* jsonList("resources", run.resources.map(resourceDocument));
    yield ",";
    yield* jsonList("results", results(run));
    yield ",";
    yield* jsonList("exceptions", run.exceptions);
    yield ",";
    yield* jsonList("notes", run.notes);
    yield `,"summary":${JSON.stringify(summarize(run))}}`;
}

function* jsonList(key: string, items: Iterable<unknown>): Generator<string> {
    yield `"${key}":[`;
    let chunk = "";
    let first = true;
    for (const item of items) {
        chunk += `${first ? "" : ","}\n${JSON.stringify(item)}`;
        first = false;
        if (chunk.length > 65_536) {
            yield chunk;
            chunk = "";
        }
    }
    yield `${chunk}]`;
}

function packDocument({ name, version, policies }: PackEvidence): unknown {
    return {
        name,
        version,
        policies: policies.map((policy) => ({
            name: policy.name,
            control: policy.control,
            title: policy.title,
            description: policy.description,
            remediation: policy.remediation,
            url: policy.url,
            severity: policy.severity,
            enforcement: policy.enforcement,
            kind: policy.kind,
            frameworks: policy.frameworks,
            notApplicable: policy.notApplicable,
        })),
    };
}

function resourceDocument(resource: ResourceEvidence): unknown {
    const { urn, type, name, parent, provider, region, source } = resource;
    return { urn, type, name, parent, provider, region, source };
}
