// Measures what the README quotes: `npm run bench [-- --runs N]`. Whole processes, medians; Linux reads peak memory
// of the whole process tree from /proc, elsewhere it is left out.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isStale, packFolders } from "./build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = join(root, "dist", "bench");
const at = process.argv.indexOf("--runs");
const runs = at > 0 ? Number(process.argv[at + 1]) : 5;
if (!Number.isInteger(runs) || runs < 1) {
    process.stderr.write(`--runs: found ${process.argv[at + 1]}, expected a whole number from 1\n`);
    process.exit(1);
}

if (isStale()) await build();
console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, median of ${runs} runs (min–max)`,
);
const preflight = ["preflight/launch.mjs", "--report", `json=${join(work, "report.json")}`];
mkdirSync(work, { recursive: true });
try {
    await measure("prod, every pack, built", [...preflight, "--stack", "prod"], runs);
    await measure("prod and dev, every pack, built", preflight, runs);
    for (const count of [1000, 10_000]) {
        const program = generatedProgram(count);
        const pack = generatedPack(100);
        const times = count > 1000 ? Math.min(runs, 3) : runs;
        await measure(
            `${count} resources, 100 policies`,
            [...preflight, program, "--policy-pack", pack],
            times,
        );
        await measure(`${count} resources, every pack`, [...preflight, program], times);
    }
    for (const pack of packFolders().slice(0, 1)) {
        await measurePackStart(`start of ${pack}, built`, join(root, "dist/policies", pack));
        await measurePackStart(`start of ${pack}, from source`, join(root, "policies", pack));
    }
} finally {
    rmSync(work, { recursive: true, force: true });
}

async function measure(title, args, times) {
    const samples = [];
    for (let i = 0; i < times; i++) samples.push(await once(args));
    print(title, samples);
}

function once(args) {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (data) => (errors += data));
    let peak = 0;
    const sampler = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 50);
    return new Promise((resolve, reject) => {
        child.once("exit", (code) => {
            clearInterval(sampler);
            const seconds = Number(process.hrtime.bigint() - started) / 1e9;
            if (code === 0 || code === 2) resolve({ seconds, peak });
            else reject(new Error(`${args.join(" ")} ended with ${code}: ${errors}`));
        });
    });
}

/** Resident memory of a process and its descendants in MiB; 0 where there is no /proc. */
function treeMemory(pid) {
    try {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
        const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
            readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
        );
        return children.reduce((sum, child) => sum + treeMemory(child), own);
    } catch {
        return 0; // the process ended in between
    }
}

async function measurePackStart(title, dir) {
    const samples = [];
    for (let i = 0; i < runs; i++) samples.push(await startPack(dir));
    print(title, samples);
}

/** From the start of a pack's process, as the engine starts it, to the port that it prints. */
function startPack(dir) {
    const script = createRequire(join(dir, "index.js")).resolve(
        "@pulumi/pulumi/cmd/run-policy-pack",
    );
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, [script, "127.0.0.1:1", dir], {
        cwd: dir,
        env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_CONFIG: "{}" },
        stdio: ["ignore", "pipe", "inherit"],
    });
    return new Promise((resolve, reject) => {
        child.stdout.once("data", () => {
            const seconds = Number(process.hrtime.bigint() - started) / 1e9;
            resolve({ seconds, peak: treeMemory(child.pid) });
            child.kill();
        });
        child.once("exit", (code) =>
            reject(new Error(`${dir} ended with ${code} before it served`)),
        );
    });
}

function print(title, samples) {
    const seconds = samples.map((sample) => sample.seconds).sort((a, b) => a - b);
    const memory = samples.map((sample) => sample.peak).sort((a, b) => a - b);
    const median = (list) => list[Math.floor(list.length / 2)];
    const span = `${seconds[0].toFixed(2)}–${seconds.at(-1).toFixed(2)}`;
    const mib = median(memory) > 0 ? `${median(memory).toFixed(0)} MiB` : "";
    console.log(
        `${title.padEnd(36)} ${median(seconds).toFixed(2).padStart(6)} s (${span})  ${mib}`,
    );
}

/** A program of about this many resources: components of ten, with buckets, topics, groups, rules and alarms. */
function generatedProgram(count) {
    const dir = join(work, `program-${count}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(
        join(dir, "Pulumi.yaml"),
        "name: generated\nruntime: nodejs\nconfig:\n  aws:region: eu-west-1\n",
    );
    writeFileSync(join(dir, "package.json"), '{"name": "generated", "main": "index.js"}\n');
    writeFileSync(
        join(dir, "index.js"),
        `const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
class Unit extends pulumi.ComponentResource {
    constructor(name) {
        super("bench:index:Unit", name);
        const on = { parent: this };
        const bucket = new aws.s3.Bucket(name, { tags: { unit: name } }, on);
        new aws.s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, on);
        new aws.s3.BucketPublicAccessBlock(name, { bucket: bucket.id, blockPublicAcls: true }, on);
        const topic = new aws.sns.Topic(name, {}, on);
        const group = new aws.ec2.SecurityGroup(name, { description: name }, on);
        new aws.vpc.SecurityGroupIngressRule(name, { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" }, on);
        new aws.cloudwatch.LogGroup(name, { retentionInDays: 400 }, on);
        new aws.cloudwatch.MetricAlarm(name, { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions: [topic.arn] }, on);
        new aws.sns.TopicPolicy(name, { arn: topic.arn, policy: topic.arn.apply((arn) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "sns:*", Resource: arn }] })) }, on);
        this.registerOutputs({ bucket: bucket.id });
    }
}
for (let i = 0; i < ${count / 10}; i++) new Unit("unit-" + i);
`,
    );
    return dir;
}

/** A pack of policies that each read one type of the generated program. */
function generatedPack(policies) {
    const dir = join(work, `pack-${policies}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(
        join(dir, "package.json"),
        '{"name": "generated", "version": "1.0.0", "main": "index.js"}\n',
    );
    writeFileSync(
        join(dir, "index.js"),
        `const aws = require("@pulumi/aws");
const { PolicyPack, validateResourceOfType } = require("@pulumi/policy");
const types = [aws.s3.Bucket, aws.s3.BucketVersioning, aws.s3.BucketPublicAccessBlock, aws.sns.Topic, aws.ec2.SecurityGroup,
    aws.vpc.SecurityGroupIngressRule, aws.cloudwatch.LogGroup, aws.cloudwatch.MetricAlarm, aws.sns.TopicPolicy, aws.rds.Instance];
new PolicyPack("generated", { enforcementLevel: "mandatory", policies: Array.from({ length: ${policies} }, (_, i) => ({
    name: "policy-" + i,
    description: "Names are short.",
    validateResource: validateResourceOfType(types[i % types.length], (resource, args, report) => {
        if (String(resource.name ?? resource.bucket ?? "").length > 200) report("too long");
    }),
})) });
`,
    );
    return dir;
}
