import assert from "node:assert/strict";
import { Command } from "commander";
import { collect, parseInto } from "../../../preflight/command/command-line";

const command = (): Command =>
    new Command("tool")
        .option("--name <text>", "a name", collect, [])
        .option("--number <n>", "a number", (text) => {
            if (text === "x") throw new TypeError("a bug");
            return Number(text);
        });

describe("parseInto", () => {
    it("fills in options, repeatable ones in their order", () => {
        const tool = command();
        assert.equal(parseInto(tool, ["--name", "a", "--name", "b", "--number", "1"]), undefined);
        assert.deepEqual(tool.opts(), { name: ["a", "b"], number: 1 });
    });

    it("gives back the help that is asked for", () => {
        assert.match(parseInto(command(), ["--help"]) ?? "", /^Usage: tool /);
    });

    it("reports what commander refuses, and where the options are listed", () => {
        assert.throws(() => parseInto(command(), ["--nam", "a"]), {
            name: "UsageError",
            message:
                "unknown option '--nam'\n(Did you mean --name?) (tool --help lists the options)",
        });
    });

    it("hides no bug", () => {
        assert.throws(() => parseInto(command(), ["--number", "x"]), TypeError);
    });
});
