import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { main } from "../../../preflight/command/main";

const MODULES = join(__dirname, "..", "..", "..", "node_modules");
const made: string[] = [];

/** What a command said and how it ended. */
export interface Said {
    readonly status: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** How the streams and variables look to the command. */
export interface Look {
    readonly terminal?: boolean;
    readonly environment?: NodeJS.ProcessEnv;
}

/** Runs the command with streams of its own. */
export async function preflight(argv: readonly string[], look: Look = {}): Promise<Said> {
    const [stdout, stderr] = [capture(look), capture(look)];
    const status = await main(argv, {
        stdout: stdout.stream,
        stderr: stderr.stream,
        environment: look.environment ?? {},
    });
    return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function capture({ terminal = false }: Look): {
    stream: NodeJS.WriteStream;
    text: () => string;
} {
    const pieces: string[] = [];
    const stream = new PassThrough();
    stream.on("data", (piece: Buffer) => pieces.push(piece.toString()));
    return {
        stream: Object.assign(stream, {
            isTTY: terminal,
            columns: 100,
            cursorTo: () => true,
            moveCursor: () => true,
            clearLine: () => true,
        }) as unknown as NodeJS.WriteStream,
        text: () => pieces.join(""),
    };
}

/** Writes files into a folder of their own that sees this repository's packages. */
export function folderOf(files: Readonly<Record<string, string>>): string {
    const dir = realpathSync(mkdtempSync(join(tmpdir(), "command-")));
    made.push(dir);
    symlinkSync(MODULES, join(dir, "node_modules"));
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, name)), { recursive: true });
        writeFileSync(join(dir, name), text);
    }
    return dir;
}

/** Removes what `folderOf` made. */
export function removeFolders(): void {
    for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Files of a program whose index.js has this text after its imports. */
export function programFiles(
    code: string,
    more: Readonly<Record<string, string>> = {},
): Record<string, string> {
    return {
        "Pulumi.yaml": "name: shop\nruntime: nodejs\nconfig:\n  aws:region: { value: eu-west-1 }\n",
        "index.js": `const pulumi = require("@pulumi/pulumi");\nconst { Bucket } = require("@pulumi/aws/s3");\n${code}\n`,
        ...more,
    };
}

/** Files of a pack with one policy on buckets; `check` is the body of its function. */
export function packFiles(
    check: string,
    { name = "bucket-rules", level = "mandatory", extra = "" } = {},
): Record<string, string> {
    return {
        "PulumiPolicy.yaml": "runtime: nodejs\ndescription: Rules for buckets.\n",
        "package.json": JSON.stringify({ name, version: "1.2.3", main: "index.js" }),
        "index.js": `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("${name}", { policies: [{
    name: "bucket-named", description: "Buckets have a name.", enforcementLevel: "${level}", ${extra}
    validateResource: (args, report) => { if (args.type === "aws:s3/bucket:Bucket") { ${check} } },
}] });
`,
    };
}

/** A check that wants `bucket` to begin with `shop-`. */
export const WANTS_SHOP = `if (!String(args.props.bucket).startsWith("shop-")) report("bucket is " + args.props.bucket + ", expected shop-…");`;

/** The report without what differs between two runs. */
export function withoutTimes(text: string): string {
    return text.replace(/\(\d+\.\d s\)/g, "(0.0 s)");
}
