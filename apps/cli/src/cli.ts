#!/usr/bin/env node
import manifest from "../package.json" with { type: "json" };
import { EXIT } from "./problems.ts";
import { Output } from "./terminal/output.ts";

const words = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

// Nothing else is loaded to say the version, or that this Node.js cannot run the rest.
if (words.length === 1 && words[0] === "--version") new Output(1, "zh").write(`heng ${manifest.version}\n`);
else if (major < 22 || (major === 22 && minor < 18)) {
  const found = process.versions.node;
  new Output(2, "zh").write(
    `错误：要用 Node.js 22.18 以上运行，这里是 ${found}；npm start 取来的在 .tools/node_modules/.bin/node\n` +
      `error: Node.js 22.18 or newer is needed, this is ${found}; npm start has put one at .tools/node_modules/.bin/node\n`,
  );
  process.exitCode = EXIT.usage;
} else void import("./run.ts").then(({ run }) => run(words, manifest.version));
