import assert from "node:assert/strict";
import { consoleReport } from "../../../preflight/report/console";
import { resourceTree } from "../../../preflight/report/resource-tree";
import { finding, policy, resource, run, urn } from "./sample-run";

const text = (runs: Parameters<typeof consoleReport>[0], verbose = false, color = false): string =>
    [...consoleReport(runs, { verbose, color })].join("");

describe("consoleReport", () => {
    it("shows failures first, with resource, line, message and remedy", () => {
        const shown = text([
            run([
                policy("a-fine", {
                    control: "DATA-02",
                    passed: [0, 1],
                    notApplicable: [{ reason: "r", count: 3 }],
                }),
                policy("b-broken", {
                    findings: [finding("zz", { verdict: "error", messages: ["boom"] })],
                }),
                policy("c-failing", {
                    enforcement: "advisory",
                    passed: [1],
                    findings: [
                        finding("c", { verdict: "excepted", expires: "2027-01-01" }),
                        finding("b", {
                            verdict: "not-evaluated",
                            messages: ["arn is not known yet"],
                        }),
                        finding("a", {
                            enforcement: "advisory",
                            messages: ["found x,\nexpected y"],
                        }),
                    ],
                }),
            ]),
        ]);
        assert.equal(
            shown,
            `
shop / prod  mode up, 4 resources

storage 1.2.3
  ✗ c-failing (advisory)  1 passed, 1 failed, 1 not-evaluated, 1 excepted
      ✗ a aws:s3/bucket:Bucket index.ts:7 (advisory)
          found x,
          expected y
      ? b aws:s3/bucket:Bucket
          arn is not known yet
      ~ c aws:s3/bucket:Bucket until 2027-01-01
          found x, expected y
      remedy: Set c-failing.
  ! b-broken  0 passed, 1 error
      ! ${urn("aws:s3/bucket:Bucket", "zz")}
          boom
  ✓ a-fine DATA-02  2 passed, 3 not applicable

prod does not conform: 4 resources, 3 policies: 3 passed, 1 failed, 1 excepted, 1 not evaluated, 1 errors (1.5 s)
`,
        );
    });

    it("claims no pass for a policy that had nothing to judge", () => {
        const shown = text([
            run([
                policy("nothing-here", {}),
                policy("nothing-fits", { notApplicable: [{ reason: "r", count: 2 }] }),
            ]),
        ]);
        assert.ok(shown.includes("\n  · nothing-here  nothing to judge\n"), shown);
        assert.ok(
            shown.includes("\n  · nothing-fits  nothing to judge, 2 not applicable\n"),
            shown,
        );
    });

    it("shows exceptions with their state and notes, the first twenty unless verbose", () => {
        const notes = Array.from({ length: 22 }, (_, i) => ({
            kind: "guessed-type",
            message: `note ${i}`,
        }));
        const base = {
            policy: "p",
            stack: "prod",
            urn: "urn:x",
            reason: "because",
            approver: "sec",
            expires: "2027-01-01",
        };
        const evidence = run([policy("p", { passed: [0] })], {
            notes: [
                ...notes.slice(0, 1),
                { kind: "k", urn: "urn:y", message: "m" },
                ...notes.slice(1),
            ],
            exceptions: [
                { ...base, state: "used" },
                { ...base, state: "unused" },
            ],
        });
        const shown = text([evidence]);
        assert.match(
            shown,
            /\nexceptions\n {2}used p on urn:x until 2027-01-01: because \(sec\)\n {2}unused p on/,
        );
        assert.match(shown, /\n {2}k m urn:y\n/);
        assert.match(shown, /… 3 more with --verbose\n/);
        assert.match(shown, /prod conforms: /);
        assert.match(text([evidence], true), /note 21\n/);
        assert.doesNotMatch(text([evidence], true), /more with --verbose/);
    });

    it("says of what the engine said that it did, and of violations alone that nothing else is known", () => {
        const policies = [policy("a"), policy("b", { findings: [finding("a")] })];
        const said = run(policies, { source: "engine", mode: "preview" });
        assert.match(
            text([said]),
            /^\nshop \/ prod {2}Pulumi's engine, mode preview, 4 resources\n/,
        );
        const only = { source: "engine", violationsOnly: true } as const;
        assert.equal(
            text([run(policies, only), run(policies.slice(0, 1), only)]).replace(/\n\n/g, "\n"),
            `
shop / prod  Pulumi's engine about the deployed state, 4 resources
storage 1.2.3
  ✗ b  1 failed
      ✗ a aws:s3/bucket:Bucket index.ts:7
          found x, expected y
      remedy: Set b.
  · a  no violation reported
prod does not conform: 4 resources, 2 policies: 1 failed, 0 excepted, 0 not evaluated, 0 errors (1.5 s)
shop / prod  Pulumi's engine about the deployed state, 4 resources
storage 1.2.3
  · a  no violation reported
prod has no mandatory violation reported: 4 resources, 1 policies: 0 failed, 0 excepted, 0 not evaluated, 0 errors (1.5 s)
`,
        );
    });

    it("uses colours only when asked", () => {
        const evidence = run([policy("p", { findings: [finding("a")] })]);
        assert.equal(text([evidence]).includes("\u001b["), false);
        assert.equal(text([evidence], false, true).includes("\u001b["), true);
    });

    it("shows the tree of resources when verbose", () => {
        assert.match(
            text([run([policy("p")])], true),
            /└─ shop-prod \(pulumi:pulumi:Stack\)\n {5}├─ a \(aws:s3/,
        );
    });
});

describe("resourceTree", () => {
    it("puts children under parents and orphans at the top", () => {
        const vpc = resource("aws:ec2/vpc:Vpc", "main", { parent: "" });
        const lines = [
            ...resourceTree([
                resource("aws:ec2/subnet:Subnet", "b", { parent: vpc.urn }),
                resource("aws:ec2/subnet:Subnet", "a", { parent: vpc.urn }),
                vpc,
                resource("aws:s3/bucket:Bucket", "orphan", { parent: "urn:gone" }),
            ]),
        ];
        assert.deepEqual(lines, [
            "  ├─ main (aws:ec2/vpc:Vpc)\n",
            "  │  ├─ a (aws:ec2/subnet:Subnet)\n",
            "  │  └─ b (aws:ec2/subnet:Subnet)\n",
            "  └─ orphan (aws:s3/bucket:Bucket)\n",
        ]);
    });

    it("takes programs nested deeper than a call stack", () => {
        const deep = Array.from({ length: 20_000 }, (_, i) =>
            resource("t:m:T", `r${i}`, { parent: i === 0 ? "" : urn("t:m:T", `r${i - 1}`) }),
        );
        let lines = 0;
        for (const line of resourceTree(deep.slice(0, 3000))) lines += line.length > 0 ? 1 : 0;
        assert.equal(lines, 3000);
    });
});
