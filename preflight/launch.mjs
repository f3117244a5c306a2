#!/usr/bin/env node
// The command `preflight`: brings dist/ up to date with its sources, then starts it.
import { createRequire } from "node:module";
import { build, isStale } from "../tools/build.mjs";

if (isStale()) await build();
createRequire(import.meta.url)("../dist/preflight/cli.js");
