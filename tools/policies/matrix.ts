import type { Control } from "../../controls/control";
import type { Policy } from "../../policies/lib/policy";
import type { Pack } from "./packs";
import { page, table } from "./page";

/** Tools whose checks the policies name in `frameworks`, as columns. */
const TOOLS: readonly (readonly [prefix: string, name: string])[] = [
    ["fsbp:", "Security Hub"],
    ["config:", "AWS Config"],
    ["checkov:", "Checkov"],
    ["cdk-nag:", "cdk-nag"],
    ["prowler:", "Prowler"],
    ["trivy:", "Trivy"],
    ["kics:", "KICS"],
];

/** Page that shows for each control that policies check, what other tools have for it. */
export function matrixPage(packs: readonly Pack[], controls: readonly Control[]): string {
    const sections = packs.map(({ name, policies }) => section(name, policies, controls));
    return page(
        "# What other tools check",
        "Which checks of other tools ask for the same as ours, control by control. A dash means that we found no such check. The same " +
            "does not mean as exact: see each policy's page for what it reads, and [controls](controls.md) for what the controls are for.",
        ...sections.flat(),
    );
}

function section(
    pack: string,
    policies: readonly Policy[],
    controls: readonly Control[],
): readonly string[] {
    const rows = controls.flatMap((control) => {
        const checks = policies.filter((policy) => policy.control === control.id);
        return checks.length === 0 ? [] : [row(control, checks)];
    });
    const alone = rows.filter((cells) => cells.slice(2).every((cell) => cell === NONE)).length;
    return [
        `## ${pack}`,
        `${rows.length} controls; for ${alone} of them no other tool has a check.`,
        table(["control", "ours", ...TOOLS.map(([, name]) => name)], rows),
    ];
}

const NONE = "–";

function row({ id }: Control, checks: readonly Policy[]): readonly string[] {
    const theirs = new Set(checks.flatMap(({ frameworks }) => frameworks));
    return [
        `[${id}](controls.md#${id})`,
        checks.map(({ name }) => `[${name}](policies/${name}.md)`).join(", "),
        ...TOOLS.map(([prefix]) => {
            const ids = [...theirs].filter((each) => each.startsWith(prefix)).sort();
            return ids.map((each) => each.slice(prefix.length)).join(", ") || NONE;
        }),
    ];
}
