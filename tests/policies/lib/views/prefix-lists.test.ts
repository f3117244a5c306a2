import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import fc from "fast-check";
import { StackIndex } from "../../../../policies/lib/stack-index";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import { PrefixLists } from "../../../../policies/lib/views/prefix-lists";
import { resource } from "../../support/resources";
import { UNKNOWN } from "../../support/unknown";

const LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
const ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

function ranges(
    id: string,
    resources: readonly PolicyResource[],
    dependencies?: readonly PolicyResource[],
): readonly string[] | undefined {
    const lists = new PrefixLists(new StackIndex(resources));
    return lists.rangesOf(id, dependencies)?.map((read) => read());
}

describe("PrefixLists", () => {
    const offices = resource(LIST, "offices", {
        id: "pl-1",
        entries: [{ cidr: "203.0.113.0/28" }, { cidr: "198.51.100.0/28" }],
    });
    const partners = resource(LIST, "partners", {
        arn: "arn:aws:ec2:eu-west-1:123456789012:prefix-list/pl-2",
    });

    it("hold their own entries and those that are resources, found by id, ARN or dependency", () => {
        const byId = resource(ENTRY, "a", { prefixListId: "pl-1", cidr: "192.0.2.0/28" });
        const byDependency = resource(
            ENTRY,
            "b",
            { prefixListId: "pl-2", cidr: "192.168.0.0/24" },
            { prefixListId: [partners] },
        );
        const all = [offices, partners, byId, byDependency];
        const found = ["203.0.113.0/28", "198.51.100.0/28", "192.0.2.0/28"];
        assert.deepEqual(ranges("pl-1", all), found);
        assert.deepEqual(ranges("pl-2", all), ["192.168.0.0/24"]);
        assert.deepEqual(ranges("pl-9", all, [partners]), ["192.168.0.0/24"]);
        // An id that says which list is meant needs no dependency.
        assert.deepEqual(ranges("pl-1", all, [partners]), found);
    });

    it("are not there when the stack declares no such list", () => {
        assert.equal(ranges("pl-3", [offices, partners]), undefined);
        assert.equal(ranges("l-2", [offices, partners]), undefined);
        assert.equal(
            ranges("pl-3", [offices], [resource("aws:ec2/vpc:Vpc", "vpc", {})]),
            undefined,
        );
        assert.equal(ranges("pl-3", []), undefined);
    });

    it("are empty when nobody fills them", () => {
        assert.deepEqual(ranges("pl-2", [partners]), []);
        // In a preview, AWS may yet say what the program leaves out.
        assert.deepEqual(
            ranges("pl-4", [resource(LIST, "l", { id: "pl-4", entries: UNKNOWN })]),
            [],
        );
    });

    it("count an entry whose list is not known yet for every list", () => {
        const entry = resource(ENTRY, "a", { prefixListId: UNKNOWN, cidr: "0.0.0.0/0" });
        assert.deepEqual(ranges("pl-2", [partners, entry]), ["0.0.0.0/0"]);
    });

    it("cannot be read before they are known", () => {
        const other = resource("test:index/thing:Thing", "it", {});
        const list = resource(LIST, "l", { id: "pl-4", entries: UNKNOWN }, { entries: [other] });
        assert.throws(() => ranges("pl-4", [list]), isUnknownValue);
        const entry = resource(ENTRY, "a", { prefixListId: "pl-1", cidr: UNKNOWN });
        assert.throws(() => ranges("pl-1", [offices, entry]), isUnknownValue);
        assert.deepEqual(ranges("pl-4", [resource(LIST, "l", { id: UNKNOWN })]), undefined);
    });

    it("give an entry without a range as an empty text", () => {
        const entry = resource(ENTRY, "a", { prefixListId: "pl-4" });
        const list = resource(LIST, "l", { id: "pl-4", entries: [{}] });
        assert.deepEqual(ranges("pl-4", [list, entry]), ["", ""]);
    });

    it("hold the same ranges, however they are split between list and resources", () => {
        const cidr = fc.constantFrom("10.0.0.0/8", "192.0.2.0/24", "0.0.0.0/0");
        fc.assert(
            fc.property(fc.array(cidr), fc.array(cidr), (inline, apart) => {
                const list = resource(LIST, "l", {
                    id: "pl-5",
                    entries: inline.map((each) => ({ cidr: each })),
                });
                const entries = apart.map((each, index) =>
                    resource(ENTRY, `e${String(index).padStart(3, "0")}`, {
                        prefixListId: "pl-5",
                        cidr: each,
                    }),
                );
                assert.deepEqual(ranges("pl-5", [...entries, list]), [...inline, ...apart]);
            }),
        );
    });
});
