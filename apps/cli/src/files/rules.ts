/** Finds the rule sets a call names, reads and compiles them. */
import {
  LIMITS,
  compile,
  diagnose,
  linesOf,
  resolve as wholeYear,
  type CompiledSource,
  type Diagnostic,
  type NotRead,
  type Program,
  type Source,
  type Texts,
  type WholeYear,
  type YearSources,
} from "@heng/lang";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { nearest } from "@heng/lang/nearest";
import { EXIT, Stopped } from "../problems.ts";
import { decodeRules } from "./decode.ts";
import { filedAs, notRules } from "./kinds.ts";
import { H4111 } from "./H4111-link-outside/index.ts";
import { H4107 } from "./H4107-unknown-ruleset/index.ts";
import { STDIN, list, readBytes } from "./read.ts";

const EXTENSION = ".heng";
const YEAR = /^\d{4}$/;

/** A rule file that was found, by the path that is shown. */
export interface RuleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A rule set as compiled; `program` is absent when it is in error. */
export interface RuleSet {
  readonly file: RuleFile;
  readonly program: Program | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The standards by indicator: what their official wording is made from. */
  readonly standards: CompiledSource["standards"];
  /** The main file and what it includes, by path. */
  readonly files: ReadonlyMap<string, RuleFile>;
  /** Those of them that are of the years before. */
  readonly earlier: ReadonlySet<string>;
  /** An include leads nowhere. */
  readonly astray: boolean;
  /** A file without a 规则集 line is only ever included. */
  readonly shared: boolean;
}

/** The texts of a rule set's files, for what is said of places in them. */
export function textsOf({ files }: Pick<RuleSet, "files">): Texts {
  return new Map(Array.from(files, ([name, { text }]) => [name, linesOf(text)]));
}

/** The files that `name` means. Throws Stopped, or UsageError for filings. */
export function locate(name: string, folder: string): readonly string[] {
  if (name === STDIN) return [name];
  if (YEAR.test(name)) {
    const files = ruleFiles(join(folder, name));
    return files.length > 0 ? files : unknown(name, folder);
  }
  if (existsSync(name)) {
    const files = statSync(name).isDirectory() ? [...ruleFiles(name), ...filesOfYears(name)] : [];
    if (files.length > 0) return files;
  }
  if (filedAs(name)) throw notRules(name);
  if (existsSync(name)) return [name];
  const inFolder = join(folder, ...name.split("/")) + EXTENSION;
  if (/^\d{4}\/[^/]+$/.test(name) && !name.endsWith(EXTENSION)) {
    return existsSync(inFolder) ? [inFolder] : unknown(name, folder);
  }
  // A word without a path or an extension is more likely a rule set's name than a file's.
  return /[/\\.]/.test(name) ? [name] : unknown(name, folder);
}

/** Every rule file of the rules folder, or of each of the years. */
export function locateAll(folder: string): readonly string[] {
  const files = filesOfYears(folder);
  return files.length > 0 ? files : unknown("", folder);
}

function filesOfYears(folder: string): readonly string[] {
  return list(folder)
    .filter((year) => YEAR.test(year))
    .flatMap((year) => ruleFiles(join(folder, year)));
}

/** The rule files of the same year beside one. */
export function besides(path: string): readonly string[] {
  const folder = dirname(path);
  return YEAR.test(basename(resolve(folder))) ? ruleFiles(folder).filter((other) => other !== path) : [];
}

/** `2022/department` in the rules folder, the path elsewhere. */
export function calledAs(path: string, folder: string): string {
  const name = `${basename(dirname(path))}/${nameOf(path)}`;
  return join(folder, name) + EXTENSION === join(path) ? name : path;
}

function ruleFiles(folder: string): readonly string[] {
  return list(folder)
    .filter((f) => f.endsWith(EXTENSION))
    .map((f) => join(folder, f));
}

function unknown(name: string, folder: string): never {
  const all: string[] = [];
  for (const year of list(folder).filter((f) => YEAR.test(f))) {
    const sets = ruleFiles(join(folder, year)).map((f) => `${year}/${basename(f, EXTENSION)}`);
    if (sets.length > 0) all.push(year, ...sets);
  }
  // A file called so, only not in the rules folder.
  const file = name + EXTENSION;
  // A link whose file is gone is listed, and is none.
  const near = name !== "" && existsSync(file) ? [file] : nearest(name, all).filter((one) => one !== name);
  const data = { name, folder, near, all, lacking: !existsSync(folder) };
  throw new Stopped([diagnose(H4107, data, { place: { file: folder } })], EXIT.data);
}

/** Reads a rule file; one in the rules folder must really lie there. */
export async function readRules(
  path: string,
  folder: string,
): Promise<RuleFile | { readonly problem: Diagnostic }> {
  if (leadsOut(path, folder)) {
    return { problem: diagnose(H4111, { path, folder }, { place: { file: path } }) };
  }
  const read = await readBytes(path, LIMITS.fileBytes);
  if ("problem" in read) return read;
  const decoded = decodeRules(path, read.bytes);
  // No rule begins like JSON.
  if ("text" in decoded && /^\s*[[{]/.test(decoded.text)) throw notRules(path);
  return "problem" in decoded ? decoded : { path, bytes: read.bytes, text: decoded.text };
}

/** What a rule file rests on: what it includes, and the years it inherits. */
interface Around {
  readonly sources: YearSources;
  /** The file and all that was read for it, by path. */
  readonly files: Map<string, RuleFile>;
  /** Those of the years before. */
  readonly earlier: Set<string>;
  readonly problems: Diagnostic[];
  astray: boolean;
}

/** Reads from inside the rules folder only. `instead`: texts to be taken in the place of what files hold. */
function around(file: RuleFile, folder: string, instead: ReadonlyMap<string, string>): Around {
  const files = new Map([[file.path, file]]);
  const earlier = new Set<string>();
  const take = (path: string, from: string, root: Root | undefined): Source | NotRead | undefined => {
    const found = root === undefined ? undefined : includedFile(path, from, root);
    if (typeof found !== "string") {
      all.astray = true;
      return found;
    }
    const known = Array.from(files.values()).find((f) => samePlace(f.path, found));
    if (known) return { file: known.path, text: known.text };
    const bytes = new Uint8Array(readFileSync(found));
    const shown = shownPath(path, from, found);
    const decoded = decodeRules(shown, bytes);
    if ("problem" in decoded) {
      all.problems.push(decoded.problem);
      return undefined;
    }
    const text = instead.get(shown) ?? decoded.text;
    files.set(shown, { path: shown, bytes, text });
    return { file: shown, text };
  };
  const sources: YearSources = {
    include: (path, from) => take(path, from, rootOf(file.path, folder)),
    inherit: (year, from) => {
      const found = take(`../${year}/${basename(from)}`, from, yearsOf(file.path, folder));
      if (found && "file" in found) earlier.add(found.file);
      return found;
    },
  };
  const all: Around = { sources, files, earlier, problems: [], astray: false };
  return all;
}

/** Compiles a rule file. `instead`: texts of other files to be taken in the place of what they hold. */
export function compileRules(
  file: RuleFile,
  folder: string,
  instead: ReadonlyMap<string, string> = new Map(),
): RuleSet {
  const rests = around(file, folder, instead);
  const { problems, files, earlier } = rests;
  const year = basename(dirname(resolve(file.path)));
  const compiled = compile(
    { file: file.path, text: file.text },
    { ...(file.path !== STDIN && YEAR.test(year) ? { year } : {}), ...rests.sources },
  );
  return {
    file,
    program: problems.length > 0 ? undefined : compiled.program,
    diagnostics: [...compiled.diagnostics, ...problems],
    standards: compiled.standards,
    files,
    earlier,
    astray: rests.astray,
    shared: !compiled.tree.statements.some((s) => s.kind === "ruleset"),
  };
}

/** A year as a whole; undefined where it is in error. */
export function resolveRules(
  file: RuleFile,
  folder: string,
): Pick<RuleSet, "diagnostics" | "files"> & { readonly whole: WholeYear | undefined } {
  const rests = around(file, folder, new Map());
  const { whole, diagnostics } = wholeYear({ file: file.path, text: file.text }, rests.sources);
  const { problems, files } = rests;
  return {
    whole: problems.length > 0 ? undefined : whole,
    diagnostics: [...diagnostics, ...problems],
    files,
  };
}

/** Whether a path in the rules folder is a link to somewhere else. */
function leadsOut(path: string, folder: string): boolean {
  if (path === STDIN || !inside(resolve(path), resolve(folder))) return false;
  try {
    return !inside(realpathSync(path), realpathSync(folder));
  } catch {
    return false; // reading it will say what is wrong
  }
}

/** The folder of the years: the rules folder, or for a file outside of it the one that its year lies in. */
function yearsOf(path: string, folder: string): Root | undefined {
  const root = rootOf(path, folder);
  const year = dirname(path);
  if (root?.shown !== year || !YEAR.test(basename(resolve(year)))) return root;
  const shown = join(year, "..");
  return { real: realpathSync(shown), shown };
}

interface Root {
  readonly real: string;
  readonly shown: string;
}

/** The folder that includes stay inside of: the rules folder, or for a file outside of it the file's own. */
function rootOf(path: string, folder: string): Root | undefined {
  if (path === STDIN) return undefined;
  try {
    const real = realpathSync(folder);
    if (inside(realpathSync(path), real)) return { real, shown: folder };
  } catch {
    // There is no rules folder.
  }
  const shown = dirname(path);
  return { real: realpathSync(shown), shown };
}

/** The real path of an included file, or why it is not read; undefined when there is none. */
function includedFile(path: string, from: string, root: Root): string | NotRead | undefined {
  const outside = { outside: root.shown.replaceAll(sep, "/") };
  if (isAbsolute(path) || /^[A-Za-z]:|^[\\/]/.test(path)) return outside;
  if (path.includes("\0")) return undefined;
  try {
    const written = resolve(dirname(realpathSync(from)), path);
    // What lies outside is not looked at, not even whether it is there.
    if (!inside(written, root.real)) return outside;
    const real = realpathSync(written);
    if (!inside(real, root.real)) return outside;
    const file = statSync(real);
    if (!file.isFile()) return undefined;
    return file.size > LIMITS.fileBytes ? { tooLarge: true } : real;
  } catch {
    return undefined;
  }
}

function inside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function samePlace(path: string, real: string): boolean {
  return path !== STDIN && realpathSync(path) === real;
}

/** Beside the file that includes it, as that is written; in full where a link leads elsewhere. */
function shownPath(path: string, from: string, real: string): string {
  const way = join(dirname(from), path);
  return (existsSync(way) && samePlace(way, real) ? way : real).replaceAll(sep, "/");
}

/** `department` of `rules/2022/department.heng`. */
export function nameOf(path: string): string {
  return basename(path, EXTENSION);
}
