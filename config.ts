import * as pulumi from "@pulumi/pulumi";

import { decode } from "./config/decode";
import { parseConfig } from "./config/parse";
import type { PlatformConfig } from "./config/types";

export { REGION } from "./config/region";
export { ConfigError } from "./config/problems";
export { parseConfig } from "./config/parse";
export type { ParsedConfig } from "./config/parse";
export type * from "./config/types";

/**
 * The configuration of this stack. The only place that reads Pulumi's configuration, the clock and the stack's name;
 * logs a warning for each thing somebody should look at.
 * @throws {ConfigError} with every problem of the stack file
 */
export function loadConfig(): PlatformConfig {
    const { config, notes } = parseConfig(decode(pulumi.runtime.allConfig()), {
        stack: pulumi.getStack(),
        today: new Date().toISOString().slice(0, 10),
    });
    for (const note of notes) void pulumi.log.warn(note);
    return config;
}
