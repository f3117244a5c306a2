// Builds preflight and the policy packs into dist/: our code bundled, packages left outside. A bundle is made anew
// whenever one of its inputs changed, so nothing ever judges with a stale build.
import { createHash } from "node:crypto";
import {
    cpSync,
    existsSync,
    mkdirSync,
    readFileSync,
    readdirSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, "inputs.sha256");
const INPUTS = ["controls", "policies", "preflight", "tools/build.mjs", "package.json"];
const NOT_PACKS = ["lib"];

/** Folders of the packs' sources, by name. */
export function packFolders() {
    return readdirSync(join(root, "policies"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !NOT_PACKS.includes(entry.name))
        .filter((entry) => existsSync(join(root, "policies", entry.name, "PulumiPolicy.yaml")))
        .map((entry) => entry.name)
        .sort();
}

/** Whether dist/ is missing or older than its inputs. */
export function isStale() {
    return !existsSync(stamp) || readFileSync(stamp, "utf8") !== inputsHash();
}

/** Builds dist/ beside the old one and swaps it in at the end, so that a run in parallel finds either, never half. */
export async function build() {
    const hash = inputsHash();
    const wasStale = isStale();
    const fresh = join(root, `.dist-${process.pid}`);
    const esbuild = await import("esbuild");
    const common = {
        absWorkingDir: root,
        bundle: true,
        platform: "node",
        target: "node20",
        format: "cjs",
        sourcemap: true,
        sourcesContent: false,
        logLevel: "error",
    };
    try {
        // File by file, so that what is loaded late is found at the same relative place.
        await esbuild.build({
            ...common,
            bundle: false,
            outbase: root,
            entryPoints: ["preflight/**/*.ts", "controls/**/*.ts"],
            outdir: fresh,
        });
        for (const file of filesOf(join(root, "preflight")).filter((name) =>
            name.endsWith(".json"),
        )) {
            cpSync(file, join(fresh, relative(root, file)));
        }
        const packs = packFolders();
        for (const pack of packs) {
            const source = join(root, "policies", pack);
            await buildPack(
                esbuild,
                common,
                { entryPoints: [join(source, "index.ts")] },
                join(fresh, "policies", pack),
                {
                    yaml: readFileSync(join(source, "PulumiPolicy.yaml"), "utf8"),
                    manifest: JSON.parse(readFileSync(join(source, "package.json"), "utf8")),
                },
            );
        }
        await buildPack(
            esbuild,
            common,
            { stdin: allPacks(packs) },
            join(fresh, "policies", "all"),
            {
                yaml: "runtime: nodejs\ndescription: Every policy of AppSonic's platform in one pack, for one process instead of one each.\n",
                manifest: { name: "all", version: manifest().version },
            },
        );
        writeFileSync(join(fresh, "inputs.sha256"), hash);
        // Another run that built at the same time may already work in its dist/: leave it that.
        if (!wasStale || isStale()) swap(fresh);
    } finally {
        rmSync(fresh, { recursive: true, force: true });
    }
}

async function buildPack(esbuild, common, entry, outdir, { yaml, manifest }) {
    await esbuild.build({
        ...common,
        ...entry,
        packages: "external",
        outfile: join(outdir, "index.js"),
    });
    writeFileSync(join(outdir, "PulumiPolicy.yaml"), yaml);
    const { name, version, description, dependencies } = manifest;
    writeFileSync(
        join(outdir, "package.json"),
        `${JSON.stringify({ name, version, description, main: "index.js", dependencies }, null, 2)}\n`,
    );
}

/** The entry of the pack that joins all packs: each lists its policies in policies.ts. */
function allPacks(packs) {
    const lines = [
        ...packs.map((pack, i) => `import { policies as pack${i} } from "./${pack}/policies";`),
        `import { createPack } from "./lib/create-pack";`,
        `createPack("all", [${packs.map((_, i) => `...pack${i}`).join(", ")}]);`,
    ];
    return {
        contents: lines.join("\n"),
        resolveDir: join(root, "policies"),
        loader: "ts",
        sourcefile: "all.ts",
    };
}

function swap(fresh) {
    const old = join(root, `.dist-${process.pid}-old`);
    mkdirSync(dist, { recursive: true });
    try {
        renameSync(dist, old);
        renameSync(fresh, dist);
    } catch (error) {
        // Another run swapped at the same time: its build has the same inputs.
        if (isStale()) throw error;
    } finally {
        rmSync(old, { recursive: true, force: true });
    }
}

function manifest() {
    return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

function inputsHash() {
    const hash = createHash("sha256");
    for (const file of INPUTS.flatMap((input) => filesOf(join(root, input)))) {
        hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
    return hash.digest("hex");
}

function filesOf(path) {
    if (statSync(path).isFile()) return [path];
    return readdirSync(path)
        .filter((name) => name !== "node_modules")
        .sort()
        .flatMap((name) => filesOf(join(path, name)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    await build();
    process.stderr.write(`built dist/: preflight, ${packFolders().join(", ")}, all\n`);
}
