import type { PolicyResource } from "@pulumi/policy";
import { isLeftToAws } from "../left-to-aws";
import { itemsOf, textOf } from "../properties";
import type { References } from "../references";
import type { StackIndex } from "../stack-index";
import { valueIfKnown } from "../unknown-value";

const LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
const ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

/** The prefix lists that a stack declares, with the entries that are resources of their own. */
export class PrefixLists {
    private readonly lists: readonly PolicyResource[];
    private readonly entries: References;

    constructor(stack: StackIndex) {
        this.lists = stack.ofType(LIST);
        this.entries = stack.refer([ENTRY], "prefixListId", [LIST]);
    }

    /**
     * The ranges in a list, each read when it is asked for.
     * @param dependencies what the property that names the list was made of, as the engine knows
     * @returns `undefined` when this stack declares no such list: AWS or somebody else looks after it
     */
    rangesOf(
        id: string,
        dependencies: readonly PolicyResource[] = [],
    ): readonly (() => string)[] | undefined {
        const named = this.lists.filter((list) => isNamed(list, id));
        const lists = named.length > 0 ? named : this.lists.filter((l) => dependencies.includes(l));
        return lists.length === 0 ? undefined : lists.flatMap((list) => this.rangesIn(list));
    }

    private rangesIn(list: PolicyResource): readonly (() => string)[] {
        const inline = isLeftToAws(list, "entries") ? [] : itemsOf(list.props, "entries");
        return [
            ...inline.map((item) => () => textOf(item.value, "cidr") ?? ""),
            // One that may belong to any list counts for each.
            ...[...this.entries.to(list), ...this.entries.unresolved].map(
                ({ props }) =>
                    () =>
                        textOf(props, "cidr") ?? "",
            ),
        ];
    }
}

function isNamed({ props }: PolicyResource, id: string): boolean {
    const [own, arn] = ["id", "arn"].map((key) => valueIfKnown(() => textOf(props, key)));
    return own === id || arn?.endsWith(`/${id}`) === true;
}
