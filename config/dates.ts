import { type Reader, refuse } from "./readers";

// Go's YAML reader, which the Pulumi CLI uses, turns an unquoted date into a time at midnight.
const DATE = /^(\d{4}-\d{2}-\d{2})(T00:00:00Z)?$/;

/** A day as `YYYY-MM-DD`; such texts sort as the days do. */
export const date: Reader<string> = (field) => {
    const day = typeof field.value === "string" ? DATE.exec(field.value)?.[1] : undefined;
    return day !== undefined && isDay(day) ? day : refuse(field, 'a day such as "2027-05-31"');
};

/** The day (UTC) that lies `days` after another. */
export function addDays(day: string, days: number): string {
    const time = new Date(`${day}T00:00:00Z`);
    time.setUTCDate(time.getUTCDate() + days);
    return time.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
    const time = new Date(`${text}T00:00:00Z`);
    // 2027-02-30 is taken for 2 March, 2027-13-01 for no time at all.
    return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
