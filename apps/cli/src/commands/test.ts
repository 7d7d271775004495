import type { Lang, Program } from "@heng/lang";
import type { RuleSet } from "../files/rules.ts";
import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import type { Tested } from "../terminal/tests.ts";
import { GROUPS, RULES_ARGUMENT, valueOf, type Call, type CommandSpec } from "./command.ts";

export const test: CommandSpec = {
  name: "test",
  group: GROUPS.rules,
  about: {
    zh: "试算规则集自带的案例，与应得逐项核对",
    en: "score the scenarios of rule sets and compare with what they expect",
  },
  arguments: [{ ...RULES_ARGUMENT, required: false, many: true }],
  options: [
    {
      flag: "--coverage",
      about: {
        zh: "案例试到了哪些档、情形、要点、不适用、等级，没有试到的各给一个案例",
        en: "what the scenarios try, and a scenario for everything they do not",
      },
    },
    {
      flag: "--threshold",
      about: { zh: "试到的少于这个百分比，退出码为 1", en: "exit with 1 if less than this is tried" },
      value: { name: { zh: "百分比", en: "percent" }, completes: "nothing" },
    },
    {
      flag: "--suggest",
      about: {
        zh: "写出还缺的案例：各个界限的略低、恰好、略高，和没有试到的",
        en: "write the scenarios that are lacking: beside and at each bound, and of what is not tried",
      },
    },
    {
      flag: "--write",
      about: { zh: "把写出的案例接在规则文件后面", en: "append what is suggested to the rule file" },
    },
    {
      flag: "--mutate",
      about: {
        zh: "逐处改动界限、符号、上限、分数、分值，指出没有案例发现的",
        en: "change bounds, signs, caps, amounts and weights one at a time, and name what no scenario notices",
      },
    },
    {
      flag: "--all",
      about: {
        zh: "没有发现的改动全部列出，各给一个能发现它的案例",
        en: "list every change that nothing notices, each with a scenario that would",
      },
    },
    {
      flag: "--junit",
      about: { zh: "另存一份 JUnit XML", en: "write JUnit XML as well" },
      value: { name: { zh: "文件", en: "file" }, completes: "files" },
    },
  ],
  examples: [
    {
      line: "heng test",
      about: { zh: "规则文件夹中的全部规则集", en: "every rule set of the rules folder" },
    },
    {
      line: "heng test 2022/department --junit test.xml",
      about: { zh: "一个规则集，结果另存为 JUnit XML", en: "one rule set, the results as JUnit XML too" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const threshold = thresholdOf(call);
  const asked = (flag: string): boolean => call.options.has(flag);
  if (asked("--write") && !asked("--suggest"))
    throw new UsageError({ zh: "--write 和 --suggest 一起用", en: "--write goes with --suggest" });
  if (asked("--all") && !asked("--mutate"))
    throw new UsageError({ zh: "--all 和 --mutate 一起用", en: "--all goes with --mutate" });
  const sets = await setsOf(call);
  const { coverageOf, runScenarios, Suggester } = await import("@heng/scenarios");
  const { textsOf } = await import("../files/rules.ts");
  const { changesOf } = await import("./changes.ts");
  const { Progress } = await import("../terminal/progress.ts");
  const progress = asked("--mutate")
    ? new Progress({ zh: "试改动", en: "trying changes" }, session)
    : undefined;
  const tested: Tested[] = [];
  for (const { set, program } of sets) {
    const scenarios = runScenarios(program);
    const keywords = keywordsOf(set);
    const suggester = new Suggester(program, scenarios, keywords);
    const points =
      asked("--coverage") || threshold !== undefined ? coverageOf(program, scenarios) : undefined;
    tested.push({
      path: set.file.path,
      program,
      texts: textsOf(set),
      scenarios,
      ...(points === undefined
        ? {}
        : {
            coverage: points.map((point) => ({
              ...point,
              offer:
                asked("--coverage") && point.triedBy.length === 0 ? suggester.forPoint(point) : undefined,
            })),
          }),
      ...(asked("--suggest") ? { suggestions: suggester.all() } : {}),
      ...(progress === undefined
        ? {}
        : {
            changes: await changesOf(
              { set, folder: call.rules, scenarios, suggester, keywords, all: asked("--all") },
              progress,
            ),
          }),
    });
    if (progress?.stopped === true) break;
  }
  progress?.close();
  const junit = valueOf(call, "--junit");
  if (junit !== undefined) {
    const { junitXml } = await import("../terminal/junit.ts");
    const { createFile } = await import("../files/write.ts");
    const inputs = sets.flatMap(({ set }) => [...set.files.keys()]);
    const written = await createFile(junit, junitXml(tested, session.lang), inputs);
    if ("problem" in written) throw new Stopped([written.problem], EXIT.data);
  }
  if (asked("--write")) await append(sets, tested);
  if (progress?.stopped === true && session.json) return EXIT.interrupted;
  await say(tested, call, session);
  if (progress?.stopped === true) return EXIT.interrupted;
  const failed = tested.some(({ scenarios }) => scenarios.some(({ holds }) => !holds));
  return failed || tested.some((of) => isBelow(of, threshold)) ? EXIT.findings : EXIT.fine;
}

/** Whole percent, as in `--threshold 90`. */
function thresholdOf(call: Call): number | undefined {
  const text = valueOf(call, "--threshold");
  if (text === undefined) return undefined;
  const percent = /^(\d{1,3})%?$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return Number(percent);
  throw new UsageError({
    zh: `--threshold 不能是“${text}”；写 0 至 100 的整数，如 90%`,
    en: `--threshold cannot be “${text}”; write a whole number from 0 to 100, such as 90%`,
  });
}

function isBelow({ coverage = [] }: Tested, threshold: number | undefined): boolean {
  const tried = coverage.filter(({ triedBy }) => triedBy.length > 0).length;
  return threshold !== undefined && tried * 100 < threshold * coverage.length;
}

async function say(tested: readonly Tested[], call: Call, session: Session): Promise<void> {
  if (session.json) {
    const { testDocument } = await import("../terminal/tests-json.ts");
    session.document(testDocument(tested, session.lang));
    return;
  }
  const { countLine, failureBlocks } = await import("../terminal/tests.ts");
  const { coverageLines } = await import("../terminal/coverage.ts");
  const { mutantLines } = await import("../terminal/mutants.ts");
  const suggesting = call.options.has("--suggest");
  // What is suggested is the result, so that it can be put into a file.
  const report = (line: string): void => (suggesting ? session.err(line) : session.out(line));
  const failures = failureBlocks(tested, session);
  for (const line of failures) report(line);
  if (!session.quiet && failures.length > 0) report("");
  for (const [i, of] of tested.entries()) {
    const covered =
      of.coverage === undefined ? [] : coverageLines(of, call.options.has("--coverage"), session);
    const changed = of.changes === undefined ? [] : mutantLines(of, of.changes, session);
    const lines = [...covered, ...(covered.length > 1 && changed.length > 0 ? [""] : []), ...changed];
    if (!session.quiet || lines.length > 0) report(countLine(of, session));
    for (const line of lines) report(line);
    if (lines.length > 0 && i < tested.length - 1) report("");
  }
  if (!suggesting) return;
  for (const { path, suggestions = [] } of tested) {
    const n = suggestions.length;
    // What came from standard input has no file to be appended to.
    const done = call.options.has("--write") && path !== "-";
    if (done || n === 0)
      session.note(
        session.say(
          n === 0
            ? { zh: `${path}  没有可补的案例`, en: `${path}  nothing to suggest` }
            : { zh: `${path}  接上 ${n} 个案例`, en: `${path}  ${n} appended` },
        ),
      );
    if (!done) for (const { text } of suggestions) session.raw(`${text}\n`);
  }
}

/** Appends what is suggested to the rule files. */
async function append(sets: readonly Named[], tested: readonly Tested[]): Promise<void> {
  const { replaceFile } = await import("../files/write.ts");
  for (const [i, { set }] of sets.entries()) {
    const suggestions = tested[i]?.suggestions ?? [];
    const { path, bytes, text } = set.file;
    if (suggestions.length === 0 || path === "-") continue;
    const all = [text.trimEnd(), ...suggestions.map((of) => of.text.trimEnd())];
    const problem = await replaceFile(path, bytes, `${all.join("\n\n")}\n`);
    if (problem) throw new Stopped([problem], EXIT.data);
  }
}

/** The language of the keywords of a rule file, by its first statement. */
function keywordsOf({ file }: RuleSet): Lang {
  return /^(?:\s|\/\/[^\n]*\n)*ruleset\s/.test(file.text) ? "en" : "zh";
}

interface Named {
  readonly set: RuleSet;
  readonly program: Program;
}

/** The rule sets that are named, compiled. Throws Stopped for those that do not check. */
async function setsOf(call: Call): Promise<readonly Named[]> {
  const { compileRules, locate, locateAll, readRules, textsOf } = await import("../files/rules.ts");
  const paths =
    call.operands.length === 0
      ? locateAll(call.rules)
      : call.operands.flatMap((name) => locate(name, call.rules));
  const sets: RuleSet[] = [];
  for (const path of new Set(paths)) {
    const file = await readRules(path, call.rules);
    if ("problem" in file) throw new Stopped([file.problem], EXIT.data);
    const set = compileRules(file, call.rules);
    // What is only ever included is no rule set, unless it is asked for by name.
    if (!set.shared || call.operands.includes(path)) sets.push(set);
  }
  const broken = sets.filter(({ program }) => program === undefined);
  if (broken.length > 0) {
    const texts = new Map(broken.flatMap((set) => [...textsOf(set)]));
    throw new Stopped(
      broken.flatMap(({ diagnostics }) => diagnostics),
      EXIT.usage,
      texts,
    );
  }
  return sets.flatMap((set) => (set.program ? [{ set, program: set.program }] : []));
}
