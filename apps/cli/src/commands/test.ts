import type { Program } from "@heng/lang";
import type { RuleSet } from "../files/rules.ts";
import { EXIT, Stopped, type Exit } from "../problems.ts";
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
  const sets = await setsOf(call);
  const { runScenarios } = await import("@heng/scenarios");
  const tested: readonly Tested[] = sets.map(({ set, program }) => ({
    path: set.file.path,
    program,
    texts: textsOf(set),
    scenarios: runScenarios(program),
  }));
  const junit = valueOf(call, "--junit");
  if (junit !== undefined) {
    const { junitXml } = await import("../terminal/junit.ts");
    const { createFile } = await import("../files/write.ts");
    const problem = await createFile(junit, junitXml(tested, session.lang));
    if (problem) throw new Stopped([problem], EXIT.data);
  }
  if (session.json) {
    const { testDocument } = await import("../terminal/tests-json.ts");
    session.document(testDocument(tested, session.lang));
  } else {
    const { testLines } = await import("../terminal/tests.ts");
    for (const line of testLines(tested, session)) session.out(line);
  }
  return tested.some(({ scenarios }) => scenarios.some(({ holds }) => !holds)) ? EXIT.findings : EXIT.fine;
}

/** The rule sets that are named, compiled. Throws Stopped for those that do not check. */
async function setsOf(call: Call): Promise<readonly { readonly set: RuleSet; readonly program: Program }[]> {
  const { compileRules, locate, locateAll, readRules } = await import("../files/rules.ts");
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

function textsOf({ files }: RuleSet): ReadonlyMap<string, string> {
  return new Map(Array.from(files, ([name, { text }]) => [name, text]));
}
