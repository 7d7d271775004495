/** Which rule set each data file is scored by. */
import { H3021, H4005, H4013 } from "@heng/forms";
import { diagnose, isOf, isOneOf, keyOf, type Diagnostic, type Program } from "@heng/lang";
import { basename, extname } from "node:path";
import { filingsOf, type DataFile, type DataRead } from "../files/data.ts";
import { H4109 } from "../files/H4109-ruleset-not-told/index.ts";
import { H4113 } from "../files/H4113-other-ruleset/index.ts";
import { besides, calledAs, compileRules, nameOf, readRules, textsOf, type RuleSet } from "../files/rules.ts";
import { EXIT, Stopped } from "../problems.ts";

export interface Pair {
  readonly data: DataFile;
  readonly set: RuleSet;
  readonly program: Program;
  readonly read: DataRead;
}

interface Compiler {
  (path: string): Promise<{ readonly set: RuleSet; readonly program: Program }>;
  /** Whether a file is only ever included: no data are scored by it alone. */
  isShared(path: string): Promise<boolean>;
  /** The rules folder. */
  readonly folder: string;
}

/** Compiles rule sets when they are first needed, each once. Throws Stopped for one that does not check. */
export function compilerOf(folder: string): Compiler {
  const sets = new Map<string, RuleSet>();
  const setOf = async (path: string): Promise<RuleSet> => {
    const known = sets.get(path);
    if (known) return known;
    const file = await readRules(path, folder);
    if ("problem" in file) throw new Stopped([file.problem], EXIT.data);
    const set = compileRules(file, folder);
    sets.set(path, set);
    return set;
  };
  const compiled = async (path: string): Promise<{ set: RuleSet; program: Program }> => {
    const set = await setOf(path);
    if (set.program) return { set, program: set.program };
    throw new Stopped(set.diagnostics, EXIT.usage, textsOf(set));
  };
  return Object.assign(compiled, { isShared: async (path: string) => (await setOf(path)).shared, folder });
}

/** How many names of a file a rule set knows, and how many it does not: each once, whatever filings have it. */
function knownOf({ filings, diagnostics }: DataRead): { readonly known: number; readonly unknown: number } {
  const known = new Set(filings.flatMap(({ values, rows }) => [...values.keys(), ...rows.keys()]));
  const unknown = new Set(
    diagnostics.filter((one) => isOneOf([H4013, H3021], one)).map(({ code, data }) => keyOf({ code, data })),
  );
  return { known: known.size, unknown: unknown.size };
}

/** Says so where the rule set named knows less than half of a file, and another of its folder more than half and more. */
async function otherSet({ data, set, read }: Pair, compiled: Compiler): Promise<Diagnostic | undefined> {
  const named = knownOf(read);
  if (named.known >= named.unknown) return undefined;
  for (const path of besides(set.file.path)) {
    const other = await compiled(path).catch((error: unknown) => {
      if (error instanceof Stopped) return undefined;
      throw error;
    });
    if (other === undefined) continue;
    const knows = knownOf(filingsOf(data, other.program));
    if (knows.known <= knows.unknown || knows.known <= named.known) continue;
    const called = (of: string): string => calledAs(of, compiled.folder);
    return diagnose(
      H4113,
      {
        path: data.path,
        named: { name: called(set.file.path), ...named },
        other: { name: called(path), ...knows },
      },
      { place: { file: data.path } },
    );
  }
  return undefined;
}

/**
 * The one rule set there is; else the one whose file has the data file's name; else the one that knows most of the
 * fields filed, when there is just one such.
 */
export async function pair(
  data: DataFile,
  rules: readonly string[],
  compiled: Compiler,
): Promise<Pair | { readonly problem: Diagnostic }> {
  const name = basename(data.path, extname(data.path));
  const [only, ...others] = rules;
  const named = others.length === 0 ? only : rules.find((path) => nameOf(path) === name);
  if (named !== undefined) {
    const found = await compiled(named);
    const paired = { data, ...found, read: filingsOf(data, found.program) };
    const other = named === only ? await otherSet(paired, compiled) : undefined;
    return other === undefined ? paired : { problem: other };
  }
  const fits: (Pair & { readonly fits: number })[] = [];
  for (const path of rules) {
    if (await compiled.isShared(path)) continue;
    const found = await compiled(path);
    const read = filingsOf(data, found.program);
    fits.push({
      data,
      ...found,
      read,
      fits: read.filings.reduce((n, f) => n + f.values.size + f.rows.size, 0),
    });
  }
  const most = Math.max(0, ...fits.map((f) => f.fits));
  const [best, rival] = fits.filter((f) => f.fits === most);
  if (best && !rival && most > 0) return best;
  // Nothing is filed, whichever it is of.
  const nothing = fits.flatMap(({ read }) => read.diagnostics.filter((one) => isOf(H4005, one)));
  if (most === 0 && nothing[0]) return { problem: nothing[0] };
  const candidates = fits.map((f) => ({ name: nameOf(f.set.file.path), fits: f.fits }));
  return { problem: diagnose(H4109, { path: data.path, candidates }, { place: { file: data.path } }) };
}
