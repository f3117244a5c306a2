import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Release of the Pulumi CLI that the suite is held against; cli/go.mod names the same one. */
export const VERSION = "v3.259.0";

/** The CLI that build.ts makes; git ignores it. */
export const BUILT = join(__dirname, "bin", "pulumi");

/** The oldest Go that builds it: the `go` line of go.mod. */
const GO = [1, 26] as const;

/** The pinned CLI: what PATH has, or else what was built; undefined when there is neither. */
export function findPulumi(): string | undefined {
    return [onPath("pulumi"), BUILT].find(
        (file) => file !== undefined && versionOf(file) === VERSION,
    );
}

/** Whether the CLI can run Node.js programs by itself, as an installed one can. */
export function hasLanguageHost(): boolean {
    return onPath("pulumi-language-nodejs") !== undefined;
}

/**
 * Builds the CLI from its published modules.
 * @throws {Error} when Go is missing or too old, before anything is downloaded
 */
export function buildPulumi(): void {
    checkGo();
    const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${VERSION}`;
    execFileSync(
        "go",
        [
            "build",
            "-mod=readonly",
            "-buildvcs=false",
            ...["-tags", "osusergo,grpcnotrace"],
            ...["-ldflags", `-s -w ${version}`],
            ...["-o", BUILT],
            "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        ],
        { cwd: __dirname, stdio: ["ignore", 2, 2] },
    );
}

/** @throws {Error} that says which Go is needed, and for what */
export function checkGo(): void {
    const expected = `expected Go ${GO.join(".")} or newer, which builds the Pulumi CLI ${VERSION} (or that CLI itself) on PATH`;
    const found = spawnSync("go", ["env", "GOVERSION"], { cwd: __dirname, encoding: "utf8" });
    if (found.status !== 0) {
        const why = found.error === undefined ? found.stderr.trim() : "found no go";
        throw new Error(`${why}; ${expected}`);
    }
    const [major = 0, minor = 0] = found.stdout.trim().replace(/^go/, "").split(".").map(Number);
    if (major < GO[0] || (major === GO[0] && minor < GO[1]))
        throw new Error(`found ${found.stdout.trim()}; ${expected}`);
}

function onPath(name: string): string | undefined {
    const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
    return folders.map((folder) => join(folder, name)).find(existsSync);
}

function versionOf(file: string): string | undefined {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const answer = spawnSync(file, ["version"], { encoding: "utf8", env });
    return answer.status === 0 ? answer.stdout.trim() : undefined;
}
