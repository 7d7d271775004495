import type { Diagnostic } from "@heng/lang";
import type { RuleFile, RuleSet } from "../files/rules.ts";
import { EXIT, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, type Call, type CommandSpec } from "./command.ts";

export const check: CommandSpec = {
  name: "check",
  group: GROUPS.rules,
  about: { zh: "检查规则集，指出错误和改法", en: "check rule sets: what is wrong and how to mend it" },
  arguments: [{ ...RULES_ARGUMENT, required: false, many: true }],
  options: [
    {
      flag: "--fix",
      about: { zh: "改正不会改变原意的错误", en: "apply the fixes that cannot change the meaning" },
    },
  ],
  examples: [
    {
      line: "heng check",
      about: { zh: "检查规则文件夹中的全部规则集", en: "every rule set of the rules folder" },
    },
    {
      line: "heng check 2022/department --fix",
      about: { zh: "检查一个规则集，并改正", en: "check one, and mend it" },
    },
  ],
  run,
};

/** Fixes may uncover others; a rule file that needs more rounds than this is reported as it is. */
const ROUNDS = 10;

async function run(call: Call, session: Session): Promise<Exit> {
  const { report, countWords } = await import("../terminal/diagnostics.ts");
  const problems: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const checked: RuleSet[] = [];
  let mended = 0;
  for (const path of await pathsOf(call)) {
    const { readRules, compileRules } = await import("../files/rules.ts");
    const file = await readRules(path, call.rules);
    if ("problem" in file) {
      problems.push(file.problem);
      continue;
    }
    let set = compileRules(file, call.rules);
    if (call.options.has("--fix") && path !== "-") {
      const fixed = await fix(set, call.rules);
      set = fixed.set;
      mended += fixed.count;
      problems.push(...fixed.problems);
    }
    for (const [name, { text }] of set.files) texts.set(name, text);
    checked.push(set);
  }
  const sets = withoutIncluded(checked);
  const found = distinct(sets.flatMap((s) => s.diagnostics));
  if (mended > 0) session.note(session.say({ zh: `改正 ${mended} 处`, en: `${mended} mended` }));
  else if (call.options.has("--fix") && found.length > 0 && problems.length === 0)
    session.note(session.say({ zh: "没有可以自动改正的", en: "nothing can be mended unasked" }));
  report([...problems, ...found], session, "out", texts);
  if (!session.quiet) {
    for (const set of sets)
      if (set.program && set.diagnostics.length === 0) session.out(await fineLine(set, session));
    const all = [...problems, ...found];
    if (all.length > 0) {
      const counts = session.say(countWords(all));
      const safe = all.filter((d) => d.fixes.some((f) => f.safe)).length;
      const tail =
        safe === 0
          ? ""
          : session.say({
              zh: `；${safe} 处可由 heng check --fix 改正`,
              en: `; ${safe} can be mended by heng check --fix`,
            });
      session.out(`\n${counts}${tail}`);
    }
  }
  if (problems.length > 0) return EXIT.data;
  return found.some((d) => d.severity !== "hint") ? EXIT.findings : EXIT.fine;
}

async function pathsOf(call: Call): Promise<readonly string[]> {
  const { locate, locateAll } = await import("../files/rules.ts");
  if (call.operands.length === 0) return locateAll(call.rules);
  const paths: string[] = [];
  for (const name of call.operands) paths.push(...locate(name, call.rules));
  return Array.from(new Set(paths));
}

/** Files that others include have been checked with them. */
function withoutIncluded(sets: readonly RuleSet[]): readonly RuleSet[] {
  const included = new Set(sets.flatMap((s) => Array.from(s.files.keys()).filter((f) => f !== s.file.path)));
  return sets.filter((s) => !(s.shared && included.has(s.file.path)));
}

/** A file included by several rule sets is reported once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((d) => {
    const key = JSON.stringify([d.code, d.range, d.place, d.message.zh]);
    return !seen.has(key) && seen.add(key);
  });
}

/** `rules/2022/department.heng  44 个指标，满分 100分，8 个案例（只查了写法，没有试算）`: checking does not run them. */
async function fineLine(set: RuleSet, session: Session): Promise<string> {
  const { exactText } = await import("@heng/number");
  const { program } = set;
  if (!program) return "";
  const indicators = countIndicators(program.root.children) + program.extras.length;
  const marks = exactText(program.fullMarks);
  const cases = program.scenarios.length;
  return `${set.file.path}  ${session.say({
    zh: `${indicators} 个指标，满分 ${marks}分，${cases} 个案例${cases > 0 ? "（只查了写法，没有试算）" : ""}`,
    en: `${indicators} indicators, full marks ${marks}, ${cases} scenarios${cases > 0 ? " (well-formed; not scored)" : ""}`,
  })}`;
}

type Nodes = NonNullable<RuleSet["program"]>["root"]["children"];

function countIndicators(nodes: Nodes): number {
  return nodes.reduce((n, node) => n + 1 + (node.kind === "group" ? countIndicators(node.children) : 0), 0);
}

interface Fixed {
  readonly set: RuleSet;
  readonly count: number;
  readonly problems: readonly Diagnostic[];
}

/** Applies safe fixes until there are none, then writes what changed. */
async function fix(set: RuleSet, folder: string): Promise<Fixed> {
  const { compileRules } = await import("../files/rules.ts");
  const { replaceFile } = await import("../files/write.ts");
  let current = set;
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const applied = applySafe(current);
    if (applied.count === 0) break;
    count += applied.count;
    current = compileRules({ ...current.file, text: applied.text }, folder);
  }
  if (current.file.text === set.file.text) return { set: current, count: 0, problems: [] };
  const problem = await replaceFile(set.file.path, set.file.bytes, current.file.text);
  return problem ? { set, count: 0, problems: [problem] } : { set: current, count, problems: [] };
}

/** The text of the main file with its safe fixes; of two that touch, the first is taken. */
function applySafe(set: RuleSet): { readonly text: string; readonly count: number } {
  const file: RuleFile = set.file;
  const fixes = set.diagnostics
    .flatMap((d) => d.fixes.find((f) => f.safe) ?? [])
    .filter((f) => f.edits.length > 0 && f.edits.every((e) => e.file === file.path));
  const taken: { start: number; end: number; text: string }[] = [];
  let count = 0;
  for (const { edits } of fixes) {
    const apart = edits.every((e) => taken.every((t) => e.end < t.start || e.start > t.end));
    if (!apart) continue;
    taken.push(...edits);
    count += 1;
  }
  let text = file.text;
  for (const edit of taken.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return { text, count };
}
