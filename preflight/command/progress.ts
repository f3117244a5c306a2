import type { OnProgress } from "./check";

/** A line that says what is going on, while somebody watches. */
export interface ProgressLine {
    readonly onProgress: OnProgress;
    stop(): void;
}

/** A spinner on standard error when it is a terminal; nothing otherwise. */
export async function progressLine(stream: NodeJS.WriteStream): Promise<ProgressLine> {
    if (!stream.isTTY) return { onProgress: () => undefined, stop: () => undefined };
    const { default: ora } = await import("ora");
    const spinner = ora({ text: "running", stream }).start();
    const counts = new Map<string, number>();
    return {
        onProgress(stack, { resources }) {
            counts.set(stack, resources);
            spinner.text = [...counts]
                .map(([name, count]) => `${name}: ${count} resources`)
                .join(", ");
        },
        stop() {
            spinner.stop();
        },
    };
}
