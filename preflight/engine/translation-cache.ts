import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** JavaScript made from one file of TypeScript. */
export interface Translation {
    readonly code: string;
    /** Source map as JSON. */
    readonly map: string;
}

interface Content<Options> {
    readonly identity: string;
    readonly options: Options;
    readonly entries: Readonly<Record<string, Translation>>;
}

/**
 * Translations of one folder's files that outlive the process, in `.cache` of the nearest `node_modules`: translating a
 * program costs as much as everything else. A text is found by its hash, so a changed file is never answered with an old
 * one; what a run did not use is dropped. Where nothing can be written, nothing is kept.
 */
export class TranslationCache<Options> {
    private readonly used: Record<string, Translation> = {};
    private changed = false;

    private constructor(
        private readonly file: string | undefined,
        private readonly identity: string,
        /** What the compiler is told. */
        public readonly options: Options,
        private readonly known: Content<Options>["entries"],
    ) {}

    /**
     * @param dir folder of the program
     * @param identity everything beside the texts that decides the outcome: compiler and configuration
     * @param readOptions reads the configuration, when it is not known yet
     */
    static open<Options>(
        dir: string,
        identity: readonly string[],
        readOptions: () => Options,
    ): TranslationCache<Options> {
        const modules = nearestModules(dir);
        const file =
            modules && join(modules, ".cache", "preflight", `${sha256(dir).slice(0, 16)}.json`);
        const id = sha256(identity.join("\0"));
        const kept = file === undefined ? undefined : readContent<Options>(file);
        return kept?.identity === id
            ? new TranslationCache(file, id, kept.options, kept.entries)
            : new TranslationCache(file, id, readOptions(), {});
    }

    /** The kept translation of a text, or the one that is made now. */
    get(parts: readonly string[], translate: () => Translation): Translation {
        const key = sha256(parts.join("\0"));
        let translation = this.known[key] ?? this.used[key];
        if (translation === undefined) {
            translation = translate();
            this.changed = true;
        }
        this.used[key] = translation;
        return translation;
    }

    /** Keeps what this run used. */
    save(): void {
        if (this.file === undefined || !this.changed) return;
        const unfinished = `${this.file}.${process.pid}`;
        try {
            mkdirSync(dirname(this.file), { recursive: true });
            const { identity, options } = this;
            const content: Content<Options> = { identity, options, entries: this.used };
            writeFileSync(unfinished, JSON.stringify(content));
            renameSync(unfinished, this.file);
            this.changed = false;
        } catch {
            if (existsSync(unfinished)) rmSync(unfinished); // a folder that cannot be written: the next run translates again
        }
    }
}

function readContent<Options>(file: string): Content<Options> | undefined {
    try {
        return JSON.parse(readFileSync(file, "utf8")) as Content<Options>;
    } catch {
        return undefined; // none yet, or not whole
    }
}

/** Hexadecimal SHA-256 of a text. */
function sha256(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}

function nearestModules(dir: string): string | undefined {
    for (let folder = dir; ; folder = dirname(folder)) {
        const modules = join(folder, "node_modules");
        if (existsSync(modules)) return modules;
        if (folder === dirname(folder)) return undefined;
    }
}
