#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" };
import { watch } from "./terminal/stream.ts";

const words = process.argv.slice(2);

// Nothing else is loaded to say the version.
if (words.length === 1 && words[0] === "--version") {
  watch(process.stdout, "zh");
  process.stdout.write(`heng ${manifest.version}\n`);
} else void import("./run.ts").then(({ run }) => run(words, manifest.version));
