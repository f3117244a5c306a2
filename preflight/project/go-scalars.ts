import type { ScalarTag } from "yaml";

/**
 * Plain scalars that the CLI's YAML reader takes for something else than YAML 1.2 does, found by comparing both: days and
 * times, and numbers in old notations. An unquoted day reaches a program as `2027-05-31 00:00:00 +0000 UTC`.
 * Source: resolve.go of gopkg.in/yaml.v3.
 */
export const goScalars: readonly ScalarTag[] = [
    scalar(
        "timestamp",
        /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/,
        timestamp,
    ),
    scalar("int", /^[-+]?0[0-7_]*[0-7]_*$/, (text) => integer(text, 8)),
    scalar("int", /^[-+]?0o[0-7_]+$/, (text) => integer(text.replace("0o", ""), 8)),
    scalar("int", /^[-+]?0b[01_]+$/, (text) => integer(text.replace("0b", ""), 2)),
    scalar("int", /^[-+]?0x[0-9a-fA-F_]+$/, (text) => integer(text.replace("0x", ""), 16)),
    scalar("int", /^[-+]?[1-9][0-9_]*$/, (text) => integer(text, 10)),
    scalar("float", /^[-+]?(?:\.[0-9]|[0-9])[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?$/, (text) =>
        Number(text.replaceAll("_", "")),
    ),
];

function scalar(name: string, test: RegExp, resolve: (text: string) => unknown): ScalarTag {
    return { default: true, tag: `tag:yaml.org,2002:${name}`, test, resolve };
}

function integer(text: string, radix: number): number {
    return Number.parseInt(text.replaceAll("_", ""), radix);
}

/** As Go prints a time; a text that is no day stays what it is. */
function timestamp(text: string): string {
    const [year, month, day, hour = 0, minute = 0, second = 0] = text
        .replace(/(?:Z|[-+]\d\d:\d\d)$/, "")
        .split(/[-Tt :]/)
        .map((part) => Math.floor(Number(part)));
    const parts = [year, month, day, hour, minute, second] as number[];
    const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
    const time = new Date(Date.UTC(years, months - 1, days, hours, minutes, seconds));
    const isDay = time.getUTCMonth() === months - 1 && time.getUTCDate() === days;
    if (!isDay || hours > 23 || minutes > 59 || seconds > 59) return text;
    const fraction = (/\.\d+/.exec(text)?.[0] ?? "").replace(/\.?0+$/, "");
    const offset = /[-+]\d\d:\d\d$/.exec(text.slice(10))?.[0].replace(":", "");
    const zone =
        offset === undefined || offset.endsWith("0000") ? "+0000 UTC" : `${offset} ${offset}`;
    return `${time.toISOString().slice(0, 19).replace("T", " ")}${fraction} ${zone}`;
}
