// `npm start` and `npm test` on a bare machine: fetches the pinned pnpm, and Node when the running one is too old,
// into the git-ignored .tools/, installs the dependencies, then runs `pnpm <arguments>`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MIN_NODE = [22, 18];
const FALLBACK_NODE = "24.21.0";
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tools = join(root, ".tools");
const windows = process.platform === "win32";
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const [major, minor] = process.versions.node.split(".").map(Number);
const pnpmMajor = packageManager.match(/^pnpm@(\d+)\./)[1];

const wanted = [];
if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
  // `node` itself needs an install script; its per-platform packages carry the binary and need none.
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  wanted.push(`${prefix}-${windows ? "win" : process.platform}-${process.arch}@${FALLBACK_NODE}`);
}
if (!(process.env.npm_config_user_agent ?? "").startsWith(`pnpm/${pnpmMajor}.`)) wanted.push(packageManager);

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
// What npm sets for its own script (the old Node's headers among it) must not reach pnpm's.
for (const k of Object.keys(env)) {
  if (/^npm_(package|lifecycle|node_execpath|execpath|command|config_nodedir)/.test(k)) delete env[k];
}

if (wanted.length > 0) {
  const stamp = join(tools, "installed.txt");
  // npm removes what is not asked for: a shell that already runs the Node of .tools must not make it go.
  const have = existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : [];
  if (!wanted.every((name) => have.includes(name))) {
    console.error(`[bootstrap] installing ${wanted.join(", ")} into .tools`);
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, "package.json"), '{ "private": true }\n');
    const install = "install --no-save --no-package-lock --no-audit --no-fund --loglevel=error";
    const options = { cwd: tools, stdio: ["ignore", "ignore", "inherit"], shell: windows };
    const r = spawnSync("npm", [...install.split(" "), ...wanted], options);
    if (r.status !== 0) {
      const need = `Node.js >= ${MIN_NODE.join(".")} and ${packageManager}`;
      console.error(`[bootstrap] npm could not install them: install ${need} yourself`);
      process.exit(r.status ?? 1);
    }
    writeFileSync(stamp, wanted.join("\n"));
  }
  const key = Object.keys(env).find((k) => k.toUpperCase() === "PATH") ?? "PATH";
  env[key] = join(tools, "node_modules", ".bin") + delimiter + env[key];
}

const install = "install --frozen-lockfile --trust-lockfile --reporter=append-only --loglevel=warn";
for (const args of [install.split(" "), process.argv.slice(2)]) {
  const r = spawnSync("pnpm", args, { cwd: root, stdio: "inherit", shell: windows, env });
  if (r.error) console.error(`[bootstrap] ${r.error.message}`);
  if (r.status !== 0) process.exit(r.status ?? 1);
}
