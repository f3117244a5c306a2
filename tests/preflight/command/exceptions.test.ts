import assert from "node:assert/strict";
import { join } from "node:path";
import { folderOf, preflight, programFiles, removeFolders } from "./surroundings";

const LISTENER = "urn:pulumi:dev::shop::aws:lb/listener:Listener::http";
const GONE = "urn:pulumi:dev::shop::aws:lb/listener:Listener::gone";
const exception = (urn: string, expires: string) => ({
    policy: "listener-https",
    stack: "dev",
    urn,
    reason: "The partner's client speaks no TLS before its release of May.",
    approver: "security@appsonic.example",
    expires,
});

interface Run {
    readonly results: readonly {
        policy: string;
        verdict: string;
        exception?: object;
        messages: string[];
    }[];
    readonly exceptions: readonly { urn: string; state: string }[];
}

describe("exceptions on the command line", () => {
    after(removeFolders);

    const dir = (): string =>
        folderOf({
            ...programFiles(
                `const { Listener } = require("@pulumi/aws/lb");
new Listener("http", { loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1", port: 80, protocol: "HTTP",
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }] });`,
            ),
            "exceptions.json": JSON.stringify([
                exception(LISTENER, "2027-05-31"),
                exception(GONE, "2027-05-31"),
            ]),
        });

    async function judged(date: string): Promise<{ status: number; run: Run }> {
        const program = dir();
        const file = join(program, "exceptions.json");
        const argv = [
            program,
            "--exceptions",
            file,
            "--date",
            date,
            "--report",
            "json",
            "--policy",
            "listener-https",
        ];
        const { status, stdout, stderr } = await preflight(argv);
        assert.equal(stderr, "");
        return { status, run: (JSON.parse(stdout) as { runs: [Run] }).runs[0] };
    }

    it("hold on their last day, and one for a resource that is not there is unknown", async () => {
        const { status, run } = await judged("2027-05-31");
        assert.equal(status, 0);
        assert.deepEqual(
            run.results.map(({ verdict, exception: granted }) => [verdict, granted]),
            [["excepted", { expires: "2027-05-31" }]],
        );
        assert.deepEqual(
            run.exceptions.map(({ urn, state }) => [urn, state]),
            [
                [GONE, "unknown"],
                [LISTENER, "used"],
            ],
        );
    });

    it("are a failure again on the day after", async () => {
        const { status, run } = await judged("2027-06-01");
        assert.equal(status, 2);
        assert.deepEqual(
            run.results.map(({ verdict }) => verdict),
            ["fail"],
        );
        assert.match(
            run.results[0]?.messages.join() ?? "",
            /; the exception that security@appsonic\.example granted ended on 2027-05-31$/,
        );
        assert.deepEqual(
            run.exceptions.map(({ state }) => state),
            ["unknown", "expired"],
        );
    });

    it("are refused as a whole when one of them is not valid", async () => {
        const program = folderOf({
            ...programFiles(""),
            "e.json": JSON.stringify([exception("x", "2027-05-31")]),
        });
        const { status, stdout, stderr } = await preflight([
            program,
            "--exceptions",
            join(program, "e.json"),
        ]);
        assert.deepEqual([status, stdout], [1, ""]);
        assert.match(stderr, /e\.json: \[0\]\.urn: found "x", expected a URN of stack dev\n$/);
    });
});
