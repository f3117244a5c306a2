import { type Command, CommanderError } from "commander";
import { UsageError } from "../usage-error";

/** Gathers a repeatable option's values. */
export const collect = (value: string, all: readonly string[]): string[] => [...all, value];

/**
 * Parses arguments into `command`.
 * @returns the text that `--help` or `--version` asks for; undefined when neither was asked for
 * @throws {UsageError} in commander's words
 */
export function parseInto(command: Command, argv: readonly string[]): string | undefined {
    let output = "";
    command
        .configureOutput({
            writeOut: (text) => (output += text),
            writeErr: () => undefined,
        })
        .exitOverride();
    try {
        command.parse([...argv], { from: "user" });
        return undefined;
    } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.exitCode === 0) return output;
        throw new UsageError([
            `${error.message.replace(/^error: /, "")} (${command.name()} --help lists the options)`,
        ]);
    }
}
