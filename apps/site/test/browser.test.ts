/** The manual in a browser, opened from a folder: there is no server, so nothing may need one. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSources } from "../build/sources.ts";
import { siteOf } from "../src/site.ts";

const chromium = findChromium();
if (chromium === undefined && process.env["CI"]) throw new Error("no Chromium: set CHROMIUM_PATH");

function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const named = folders.flatMap((folder) =>
    ["chromium", "chromium-browser"].map((name) => join(folder, name)),
  );
  return [process.env["CHROMIUM_PATH"] ?? "", ...named].find((path) => path !== "" && existsSync(path));
}

describe.skipIf(chromium === undefined)("in Chromium, from a folder", () => {
  // A blank and Chinese in the path, as on people's desktops.
  const folder = join(mkdtempSync(join(tmpdir(), "heng-")), "桌面 手册");
  beforeAll(() => {
    for (const [path, text] of siteOf(readSources()).files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

  /** The page as it stands after its scripts have run. */
  function opened(path: string, query = ""): string {
    const url = `${pathToFileURL(join(folder, path)).href}${query}`;
    const flags = ["--headless", "--disable-gpu", "--no-sandbox", "--virtual-time-budget=5000", "--dump-dom"];
    return spawnSync(chromium ?? "", [...flags, url], { encoding: "utf8", maxBuffer: 1 << 26 }).stdout;
  }

  it("shows a page with its contents", () => {
    const html = opened("diagnostics/H1204.html");
    expect(html).toContain("下级分值合计不等于上级</h1>");
    expect(html).toContain('aria-current="page">H1204');
  });

  it("searches, with links that hold from a page in a folder", () => {
    const html = opened("tutorial/index.html", `?q=${encodeURIComponent("执行率")}`);
    expect(html).toContain('<ol class="results">');
    expect(html).toContain("<mark>执行率</mark>");
    expect(opened("methods/deduct.html", "?q=H1204")).toMatch(
      /<ol class="results"><li><a href="\.\.\/diagnostics\/H1204\.html"/,
    );
  });
});
