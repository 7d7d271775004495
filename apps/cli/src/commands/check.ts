import type { Diagnostic, Lines } from "@heng/lang";
import type { Proofs } from "@heng/proofs";
import type { RuleSet } from "../files/rules.ts";
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

async function run(call: Call, session: Session): Promise<Exit> {
  const { report, countWords } = await import("../terminal/diagnostics.ts");
  const problems: Diagnostic[] = [];
  const texts = new Map<string, Lines>();
  const checked: RuleSet[] = [];
  let mended = 0;
  let leftOut = 0;
  for (const path of await pathsOf(call)) {
    const { readRules, compileRules, textsOf } = await import("../files/rules.ts");
    const file = await readRules(path, call.rules);
    if ("problem" in file) {
      problems.push(file.problem);
      continue;
    }
    let set = compileRules(file, call.rules);
    if (call.options.has("--fix") && path !== "-") {
      const fixed = await fix(set, call.rules);
      set = fixed.set;
      mended += fixed.made;
      leftOut += fixed.leftOut;
      problems.push(...fixed.problems);
    }
    for (const [name, lines] of textsOf(set)) texts.set(name, lines);
    checked.push(set);
  }
  const sets = withoutIncluded(checked);
  const { distinct } = await import("@heng/lang");
  const proofs = await proved(sets);
  // A file included by several rule sets is reported once.
  const found = distinct(
    sets.flatMap((s) => inOrder([...s.diagnostics, ...(proofs.get(s)?.diagnostics ?? [])])),
  );
  if (mended > 0) session.note(session.say({ zh: `改正 ${mended} 处`, en: `${mended} mended` }));
  else if (call.options.has("--fix") && leftOut === 0 && found.length > 0 && problems.length === 0)
    session.note(session.say({ zh: "没有可以自动改正的", en: "nothing can be mended unasked" }));
  if (leftOut > 0)
    session.note(
      session.say({
        zh: `${leftOut} 处没有自动改正：照改法改了，错误不会减少`,
        en: `${leftOut} not mended unasked: with the fix there would be no fewer errors`,
      }),
    );
  report([...problems, ...found], session, "out", texts);
  if (!session.quiet) {
    for (const set of sets)
      if (set.program && set.diagnostics.length === 0 && proofs.get(set)?.diagnostics.length === 0)
        session.out(await fineLine(set, session));
    const all = [...problems, ...found];
    if (all.length > 0) {
      const counts = session.say(countWords(all));
      // What is still left after --fix, --fix does not mend.
      const asked = call.options.has("--fix");
      const safe = asked ? 0 : all.filter((d) => d.fixes.some((f) => f.safe)).length;
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

/**
 * Files that others include have been checked with them. Where an include leads nowhere it cannot be told which file was
 * meant: no shared one is then taken for a rule set.
 */
function withoutIncluded(sets: readonly RuleSet[]): readonly RuleSet[] {
  const included = new Set(sets.flatMap((s) => Array.from(s.files.keys()).filter((f) => f !== s.file.path)));
  const astray = sets.some((s) => !s.shared && s.astray);
  return sets.filter((s) => !(s.shared && (astray || included.has(s.file.path))));
}

/** What the proofs find of the rule sets that check without error. */
async function proved(sets: readonly RuleSet[]): Promise<ReadonlyMap<RuleSet, Proofs>> {
  const found = new Map<RuleSet, Proofs>();
  const { prove } = await import("@heng/proofs");
  const { ownFixes } = await import("@heng/lang");
  for (const set of sets) {
    if (!set.program) continue;
    const texts = new Map(Array.from(set.files, ([name, { text }]) => [name, text]));
    const proofs = prove(set.program, { diagnostics: set.diagnostics, texts });
    // What another year says is not changed for the sake of this one.
    const inherits = set.earlier.size > 0;
    found.set(
      set,
      inherits ? { ...proofs, diagnostics: ownFixes(proofs.diagnostics, set.file.path) } : proofs,
    );
  }
  return found;
}

/** By place within each file, the files as they come. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = Array.from(new Set(diagnostics.map(({ range }) => range?.file)));
  return diagnostics.toSorted(
    (a, b) =>
      files.indexOf(a.range?.file) - files.indexOf(b.range?.file) ||
      (a.range?.start ?? 0) - (b.range?.start ?? 0),
  );
}

/** `rules/2022/department.heng  44 个指标，满分 100分，8 个案例（只查了写法，试算用 heng test）`: checking does not run them. */
async function fineLine(set: RuleSet, session: Session): Promise<string> {
  const { exactText } = await import("@heng/number");
  const { program } = set;
  if (!program) return "";
  const indicators = countIndicators(program.root.children) + program.extras.length;
  const marks = exactText(program.fullMarks);
  const cases = program.scenarios.length;
  return `${set.file.path}  ${session.say({
    zh: `${indicators} 个指标，满分 ${marks}分，${cases} 个案例${cases > 0 ? "（只查了写法，试算用 heng test）" : ""}`,
    en: `${indicators} indicators, full marks ${marks}, ${cases} scenarios${cases > 0 ? " (well-formed; heng test scores them)" : ""}`,
  })}`;
}

type Nodes = NonNullable<RuleSet["program"]>["root"]["children"];

function countIndicators(nodes: Nodes): number {
  return nodes.reduce((n, node) => n + 1 + (node.kind === "group" ? countIndicators(node.children) : 0), 0);
}

interface Fixed {
  readonly set: RuleSet;
  readonly made: number;
  readonly leftOut: number;
  readonly problems: readonly Diagnostic[];
}

/** Makes the safe fixes of the main file, then writes it if it has changed. */
async function fix(set: RuleSet, folder: string): Promise<Fixed> {
  const { mendUnasked } = await import("@heng/lang");
  const { compileRules } = await import("../files/rules.ts");
  const { replaceFile } = await import("../files/write.ts");
  const { path, text } = set.file;
  const mended = mendUnasked({ file: path, text }, set, (changed) =>
    compileRules({ ...set.file, text: changed }, folder),
  );
  const { checked, made, leftOut } = mended;
  if (mended.text === text) return { set, made: 0, leftOut, problems: [] };
  const problem = await replaceFile(path, set.file.bytes, mended.text);
  return problem
    ? { set, made: 0, leftOut: 0, problems: [problem] }
    : { set: checked, made, leftOut, problems: [] };
}
