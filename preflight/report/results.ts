import type { Finding, PolicyEvidence, Result, RunEvidence } from "./evidence";

/** Counts of a run: results by verdict, resources and policies. */
export interface Summary {
    readonly resources: number;
    readonly policies: number;
    /** Absent where the source does not list what passed. */
    readonly pass?: number;
    readonly fail: number;
    readonly excepted: number;
    readonly "not-evaluated": number;
    readonly error: number;
}

/** Every row of a run: packs and policies in their order, rows of a policy by URN. One at a time, never all at once. */
export function* results(run: RunEvidence): Generator<Result> {
    const guessed = new Set(run.resources.filter((r) => r.guessed).map((r) => r.urn));
    for (const pack of run.packs) {
        for (const policy of pack.policies) {
            yield* policyResults(run, pack.name, policy, guessed);
        }
    }
}

function* policyResults(
    run: RunEvidence,
    pack: string,
    policy: PolicyEvidence,
    guessed: ReadonlySet<string>,
): Generator<Result> {
    const findings = [...policy.findings].sort((a, b) => compare(a.urn, b.urn)).values();
    let next = findings.next();
    for (const index of policy.passed) {
        const urn = run.resources[index]?.urn;
        if (urn === undefined)
            throw new Error(`${policy.name}: passed resource ${index} is not in the run`);
        for (; next.done !== true && next.value.urn < urn; next = findings.next()) {
            yield row(pack, policy, next.value, guessed);
        }
        const pass = {
            urn,
            verdict: "pass",
            enforcement: policy.enforcement,
            messages: [],
        } as const;
        yield row(pack, policy, pass, guessed);
    }
    for (; next.done !== true; next = findings.next()) yield row(pack, policy, next.value, guessed);
}

function row(
    pack: string,
    policy: PolicyEvidence,
    finding: Finding | (Omit<Finding, "verdict"> & { readonly verdict: "pass" }),
    guessed: ReadonlySet<string>,
): Result {
    const severity = finding.severity ?? policy.severity;
    return {
        pack,
        policy: policy.name,
        urn: finding.urn,
        verdict: finding.verdict,
        ...(severity === undefined ? {} : { severity }),
        enforcement: finding.verdict === "fail" ? finding.enforcement : policy.enforcement,
        messages: finding.messages,
        ...(finding.expires === undefined ? {} : { exception: { expires: finding.expires } }),
        ...(guessed.has(finding.urn) ? { simulated: true } : {}),
    };
}

/** Byte order, which is the same in every locale. */
export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Counts a run's results without making the rows. */
export function summarize(run: RunEvidence): Summary {
    let pass = 0;
    const counts = { fail: 0, excepted: 0, "not-evaluated": 0, error: 0 };
    let policies = 0;
    for (const pack of run.packs) {
        policies += pack.policies.length;
        for (const policy of pack.policies) {
            pass += policy.passed.length;
            for (const finding of policy.findings) counts[finding.verdict]++;
        }
    }
    const passes = run.violationsOnly ? {} : { pass };
    return { resources: run.resources.length, policies, ...passes, ...counts };
}

/** Whether a finding stops the change: a mandatory policy failed, broke, or could not be evaluated though every value was there. */
export function blocks(run: RunEvidence, policy: PolicyEvidence, finding: Finding): boolean {
    const mandatory = (level: string): boolean => level === "mandatory" || level === "remediate";
    switch (finding.verdict) {
        case "fail":
            return mandatory(finding.enforcement);
        case "error":
            return true;
        case "not-evaluated":
            return run.mode === "up" && mandatory(policy.enforcement);
        case "excepted":
            return false;
    }
}

/** 2 when something blocks, else 0. */
export function exitStatus(run: RunEvidence): 0 | 2 {
    const blocked = run.packs.some((pack) =>
        pack.policies.some((policy) =>
            policy.findings.some((finding) => blocks(run, policy, finding)),
        ),
    );
    return blocked ? 2 : 0;
}
