import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Control } from "../../controls/control";
import { controls } from "../../controls/controls";
import { definePolicy } from "../../policies/lib/define-policy";
import type { Policy } from "../../policies/lib/policy";
import { packs, ROOT } from "../../tools/policies/packs";
import { parityProblems, type Parts } from "../../tools/policies/parity";
import { METADATA, THING } from "../policies/support/policies";

function policy(name: string, control: string): Policy {
    return definePolicy({
        ...METADATA,
        name,
        control,
        resourceTypes: [THING],
        check: () => undefined,
    });
}

function control(id: string, status: Control["status"]): Control {
    return { id, title: "So it is.", promises: ["P-01"], status, why: "Because." };
}

const GOOD: Parts = {
    packs: [{ name: "pack", policies: [policy("one", "TEST-01"), policy("two", "TEST-02")] }],
    controls: [
        control("TEST-01", "automated"),
        control("TEST-02", "partial"),
        control("TEST-03", "planned"),
    ],
    files: [
        "index.ts",
        "policies/lib/policy.ts",
        "policies/pack/index.ts",
        "policies/pack/one.ts",
        "policies/pack/two.ts",
        "policies/pack/constants.ts",
        "tests/policies/packs.test.ts",
        "tests/policies/pack/one.test.ts",
        "tests/policies/pack/two.test.ts",
        "tests/policies/pack/fixtures.ts",
        "docs/policies/one.md",
        "docs/policies/two.md",
    ],
    definesPolicy: (path) => !/constants|index/.test(path),
};

function without(path: string): Parts {
    return { ...GOOD, files: GOOD.files.filter((file) => file !== path) };
}

describe("parityProblems", () => {
    it("accepts policies with file, test, page, list entry and control", () => {
        assert.deepEqual(parityProblems(GOOD), []);
    });

    it("reports a policy without a file, a test or a page", () => {
        assert.deepEqual(parityProblems(without("policies/pack/one.ts")), [
            "policies/pack/one.ts: found no file, expected one; move one into a file of its name",
        ]);
        assert.deepEqual(parityProblems(without("tests/policies/pack/two.test.ts")), [
            "tests/policies/pack/two.test.ts: found no file, expected one; write the test of two",
        ]);
        assert.deepEqual(parityProblems(without("docs/policies/one.md")), [
            "docs/policies/one.md: found no file, expected one; run `npm run docs`",
        ]);
    });

    it("reports a policy that its pack does not list, and a test of no policy", () => {
        const files = [...GOOD.files, "policies/pack/three.ts", "tests/policies/pack/four.test.ts"];
        assert.deepEqual(parityProblems({ ...GOOD, files }), [
            "policies/pack/three.ts: found a policy that policies/pack/policies.ts does not list; add it there",
            "tests/policies/pack/four.test.ts: found a test, expected policies/pack/four.ts; write it or remove the test",
        ]);
    });

    it("reports a pack without policies and one whose list is not sorted", () => {
        const [pack] = GOOD.packs;
        const reversed = { ...pack!, policies: [...pack!.policies].reverse() };
        assert.deepEqual(
            parityProblems({ ...GOOD, packs: [reversed, { name: "empty", policies: [] }] }),
            [
                "policies/pack/policies.ts: found two, one, expected one, two; sort them",
                "policies/empty/policies.ts: found no policy, expected one; remove the pack or fill it",
            ],
        );
    });

    it("reports a name that two packs use", () => {
        const files = [...GOOD.files, "policies/other/one.ts", "tests/policies/other/one.test.ts"];
        const other = { name: "other", policies: [policy("one", "TEST-01")] };
        assert.deepEqual(parityProblems({ ...GOOD, files, packs: [...GOOD.packs, other] }), [
            "one: found in pack and other, expected in one pack; rename all but one",
        ]);
    });

    it("reports a control that is not in the catalogue", () => {
        assert.deepEqual(parityProblems({ ...GOOD, controls: GOOD.controls.slice(1) }), [
            "policies/pack/one.ts: found control TEST-01, expected one of controls/controls.ts; correct or add it",
        ]);
    });

    it("reports a control that claims a check which is not there, or hides one that is", () => {
        const claims = [
            control("TEST-01", "planned"),
            control("TEST-02", "manual"),
            control("TEST-03", "automated"),
        ];
        assert.deepEqual(parityProblems({ ...GOOD, controls: claims }), [
            "TEST-01: found status planned, expected automated or partial, for one checks it",
            "TEST-02: found status manual, expected automated or partial, for two checks it",
            "TEST-03: found status automated but no policy, expected one; write it or say planned",
        ]);
    });
});

describe("this repository", () => {
    it("has a file, a test, a page, a list entry and a control for each policy", () => {
        const files = ["policies", "tests/policies", "docs/policies"].flatMap((folder) =>
            readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
                [folder, ...path.split(/[\\/]/)].join("/"),
            ),
        );
        const definesPolicy = (path: string) =>
            /\bdefine(Stack)?Policy\(/.test(readFileSync(join(ROOT, path), "utf8"));
        assert.deepEqual(parityProblems({ packs: packs(), controls, files, definesPolicy }), []);
    });
});
