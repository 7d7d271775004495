#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" };
import { Output } from "./terminal/output.ts";

const words = process.argv.slice(2);

// Nothing else is loaded to say the version.
if (words.length === 1 && words[0] === "--version") new Output(1, "zh").write(`heng ${manifest.version}\n`);
else void import("./run.ts").then(({ run }) => run(words, manifest.version));
