import type { Control } from "../../controls/control";
import type { PrivacyPromise } from "../../controls/promises";
import type { Example, Policy, RejectedExample } from "../../policies/lib/policy";
import { matrixPage } from "./matrix";
import type { Pack } from "./packs";
import { page, table } from "./page";

/** Everything that the generated documentation is made of. */
export interface Catalogue {
    readonly packs: readonly Pack[];
    readonly controls: readonly Control[];
    readonly promises: readonly PrivacyPromise[];
}

/** All generated pages: path in the repository → Markdown, not yet formatted. */
export function pages(catalogue: Catalogue): ReadonlyMap<string, string> {
    const policyPages = catalogue.packs.flatMap(({ name, policies }) =>
        policies.map((policy): [string, string] => [
            `docs/policies/${policy.name}.md`,
            policyPage(name, policy, catalogue.controls),
        ]),
    );
    return new Map([
        ["docs/controls.md", controlsPage(catalogue)],
        ["docs/other-tools.md", matrixPage(catalogue.packs, catalogue.controls)],
        ["docs/policies/README.md", indexPage(catalogue.packs)],
        ...policyPages,
    ]);
}

function indexPage(packs: readonly Pack[]): string {
    return page(
        "# Policies",
        "Each checks one thing that the [privacy statement](../privacy-statement.md) rests on.",
        ...packs.flatMap(({ name, policies }) => [
            `## ${name}`,
            table(
                ["policy", "states", "severity", "control"],
                policies.map((policy) => [
                    `[${policy.name}](${policy.name}.md)`,
                    policy.title,
                    policy.severity,
                    `[${policy.control}](../controls.md#${policy.control})`,
                ]),
            ),
        ]),
    );
}

function policyPage(pack: string, policy: Policy, controls: readonly Control[]): string {
    const promises = controls.find(({ id }) => id === policy.control)?.promises ?? [];
    return page(
        `# ${policy.name}`,
        policy.title,
        [
            `- Control: [${policy.control}](../controls.md#${policy.control})`,
            `- Promises: ${promises.map((id) => `[${id}](../privacy-statement.md#${id})`).join(", ")}`,
            `- Pack: \`${pack}\``,
            `- Severity: ${policy.severity}, ${policy.enforcement ?? "mandatory"}`,
            `- Judges: ${judges(policy)}`,
            `- Also asked for by: ${policy.frameworks.map((id) => `\`${id}\``).join(", ")}`,
        ].join("\n"),
        "## Why",
        policy.why,
        "## What to change",
        policy.remediation,
        "## Accepted",
        ...policy.examples.accepted.map(example),
        "## Reported",
        ...policy.examples.rejected.map(rejected),
    );
}

function judges(policy: Policy): string {
    if (policy.kind === "stack") {
        const types = policy.resourceTypes?.map((token) => `\`${token}\``).join(", ");
        return types === undefined ? "the stack as a whole" : `the stack, where it has ${types}`;
    }
    return policy.scope.kind === "prefix"
        ? `every resource whose type begins with \`${policy.scope.prefix}\``
        : policy.scope.tokens.map((token) => `\`${token}\``).join(", ");
}

function example({ title, resources }: Example): string {
    const blocks = resources.map(({ type, props }) => {
        return ["`" + type + "`", "```json\n" + JSON.stringify(props, null, 2) + "\n```"].join(
            "\n\n",
        );
    });
    return [`### ${title.charAt(0).toUpperCase()}${title.slice(1)}`, ...blocks].join("\n\n");
}

function rejected(reported: RejectedExample): string {
    return [example(reported), "```text\n" + reported.messages.join("\n") + "\n```"].join("\n\n");
}

function controlsPage({ packs, controls, promises }: Catalogue): string {
    const policies = packs.flatMap((pack) => pack.policies);
    const count = (status: Control["status"]) =>
        controls.filter((each) => each.status === status).length;
    const checkedBy = ({ id }: Control) =>
        policies
            .filter(({ control }) => control === id)
            .map(({ name }) => `[${name}](policies/${name}.md)`)
            .join(", ");
    const counts = (["automated", "partial", "planned", "manual"] as const).map((status) => [
        status,
        MEANING[status],
        String(count(status)),
    ]);
    return page(
        "# Controls",
        "What must be so for the [privacy statement](privacy-statement.md) to hold, and what checks it.",
        table(["status", "means", "controls"], counts),
        ...promises.flatMap(({ id, promise }) => [
            `## ${id}`,
            `${promise} ([what that means](privacy-statement.md#${id}))`,
            table(
                ["control", "states", "status", "checked by"],
                controls
                    .filter((control) => control.promises.includes(id))
                    .map((control) => [
                        // A control stands under each of its promises; links lead to the first.
                        control.promises[0] === id
                            ? `<a id="${control.id}"></a>${control.id}`
                            : control.id,
                        control.title,
                        control.status,
                        [checkedBy(control), "why" in control ? control.why : ""]
                            .filter((text) => text !== "")
                            .join(". "),
                    ]),
            ),
        ]),
    );
}

const MEANING: Readonly<Record<Control["status"], string>> = {
    automated: "a policy checks all of it",
    partial: "a policy checks some of it",
    planned: "nothing checks it yet",
    manual: "no machine can check it; people do",
};
