import type { Filing, IndicatorResult, Result } from "@heng/engine";
import type { DataPlace, Diagnostic, Lines } from "@heng/lang";
import type { DataRead } from "../files/data.ts";
import { nearest } from "@heng/lang/nearest";
import { nearestWords } from "../nearest.ts";
import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, valueOf, type Call, type CommandSpec } from "./command.ts";

export const score: CommandSpec = {
  name: "score",
  group: GROUPS.scoring,
  about: { zh: "给填报的数据评分", en: "score filings" },
  arguments: [
    RULES_ARGUMENT,
    {
      name: { zh: "数据", en: "data" },
      about: {
        zh: "填报数据，JSON 或 CSV；规则写年度时，用与数据同名、或认得其数据的规则集",
        en: "filings, JSON or CSV; with a year, the rule set of the same name, or the one that knows the fields",
      },
      required: true,
      many: true,
      completes: "files",
    },
  ],
  options: [
    {
      flag: "--explain",
      about: {
        zh: "得分的由来：全部，或一个指标，或合计",
        en: "how scores came about: all, one indicator, or the total",
      },
      value: { name: { zh: "指标", en: "indicator" }, optional: true, completes: "nothing" },
    },
    { flag: "--only-lost", about: { zh: "只列失分的指标", en: "only what lost points" } },
  ],
  examples: [
    {
      line: "heng score 2022/department rules/2022/filings/department.json",
      about: { zh: "自评表：目标、实际、得分、合计、等级", en: "the scoring table, the total and the grade" },
    },
    {
      line: "heng score 2022 department.json project.json --explain",
      about: {
        zh: "各用同名的规则集，并说明每项得分的由来",
        en: "each by its own rule set, with derivations",
      },
    },
    {
      line: "heng score 2022/project 项目.csv --only-lost --json",
      about: { zh: "一张表中的多份填报，结果为 JSON", en: "several filings of one table, as JSON" },
    },
  ],
  run,
};

interface Scored {
  readonly result: Result;
  readonly rules: string;
  /** Grades of the rule set, best first. */
  readonly grades: readonly string[];
}

async function run(call: Call, session: Session): Promise<Exit> {
  const [rulesName = "", ...paths] = call.operands;
  if (call.operands.filter((o) => o === "-").length > 1) {
    throw new UsageError({
      zh: "标准输入只能读一次：规则和数据中只能有一个 -",
      en: "standard input can be read once: only one of rules and data may be -",
    });
  }
  const { locate, textsOf } = await import("../files/rules.ts");
  const { readData, textOf } = await import("../files/data.ts");
  const { compilerOf, pair } = await import("./pairing.ts");
  const engine = await import("@heng/engine");
  const { diagnosticsJson, distinct } = await import("@heng/lang");

  const { filedAs, notRules } = await import("../files/kinds.ts");
  // Said with the rules that are named after it.
  if (filedAs(rulesName))
    throw notRules(
      rulesName,
      paths.find((path) => !filedAs(path)),
    );
  const rules = locate(rulesName, call.rules);
  const compiled = compilerOf(call.rules);
  const scored: Scored[] = [];
  const problems: Diagnostic[] = [];
  const texts = new Map<string, Lines>();
  const fromReader = new Set<Diagnostic>();
  // Of rules that cannot be used it is said before the data are looked at.
  const [only, ...other] = rules;
  if (only !== undefined && other.length === 0) await compiled(only);
  for (const path of paths) {
    const data = await readData(path);
    const paired = "problem" in data ? data : await pair(data, rules, compiled);
    if ("problem" in paired) {
      problems.push(paired.problem);
      continue;
    }
    const { set, program, read } = paired;
    for (const [name, lines] of textsOf(set)) texts.set(name, lines);
    const own = new Set<Diagnostic>();
    const foundIn = findingsOf(read, engine.placeOf);
    let placed = read.diagnostics.length > 0;
    const grades = program.grades.map((g) => g.name);
    for (const filing of read.filings) {
      const result = engine.score(program, filing, { lang: session.lang, hashes: session.json });
      const found = foundIn(filing);
      placed ||= result.diagnostics.some((d) => d.place?.line !== undefined);
      for (const d of found) own.add(d);
      const diagnostics = distinct([...found, ...result.diagnostics]);
      scored.push({ result: { ...result, diagnostics }, rules: set.file.path, grades });
    }
    if (placed) texts.set(paired.data.path, textOf(paired.data));
    for (const d of read.diagnostics) fromReader.add(d);
    problems.push(...read.diagnostics.filter((d) => !own.has(d)));
  }
  if (scored.length === 0) throw new Stopped(problems, EXIT.data, texts);

  // In rules a name may stand in 「 」.
  const asked = valueOf(call, "--explain")?.replaceAll(/[「」]/g, "");
  const results = scored.map((s) => s.result);
  const ofTotal = asked !== undefined && TOTAL.has(asked) && !isIndicator(asked, results);
  if (asked !== undefined && !ofTotal) knowIndicator(asked, results);
  const { report } = await import("../terminal/diagnostics.ts");
  if (session.json) {
    const found = (list: readonly Diagnostic[]): readonly unknown[] =>
      diagnosticsJson(list, session.lang, texts);
    const document = (result: Result): object => ({ ...result, diagnostics: found(result.diagnostics) });
    const [only, ...others] = results;
    // What is asked decides on the kind of document, not what goes wrong with some of it.
    if (only && others.length === 0 && paths.length === 1) session.document(document(only));
    else {
      const grades = Array.from(new Set(scored.flatMap((s) => s.grades)));
      const { summary, schema } = engine.summarize(results, grades);
      session.document({
        schema,
        results: mapped(results, document),
        summary,
        diagnostics: found(distinct(problems)),
      });
    }
  } else {
    const { resultLines, summaryLines } = await import("../terminal/scores.ts");
    const named =
      asked === undefined || ofTotal ? undefined : (i: IndicatorResult): boolean => isNamed(i, asked);
    const explained = call.options.has("--explain") ? ("all" as const) : undefined;
    const shown = named ? scored.filter((s) => s.result.indicators.some(named)) : scored;
    for (const [i, { result, rules: path }] of shown.entries()) {
      if (i > 0) session.out("");
      const options = {
        rules: path,
        explain: named ? { named } : ofTotal ? ("total" as const) : explained,
        onlyLost: call.options.has("--only-lost"),
        alone: results.length === 1,
      };
      for (const line of resultLines(result, options, session)) session.out(line);
    }
    if (results.length > 1 && asked === undefined) {
      session.out("");
      for (const line of summaryLines(results, session)) session.out(line);
    }
    // Of the hints, those of the engine are in the table: what is missing, and the grades still possible.
    const found = distinct([...problems, ...results.flatMap((r) => r.diagnostics)]).filter((d) =>
      session.quiet ? d.severity === "error" : d.severity !== "hint" || fromReader.has(d),
    );
    if (found.length > 0) {
      session.err("");
      report(found, session, "err", texts);
    }
  }
  const all = [...problems, ...results.flatMap((r) => r.diagnostics)];
  return all.some((d) => d.severity === "error") ? EXIT.data : EXIT.fine;
}

/** One at a time: the documents of many results together may not fit into memory. */
function* mapped<T, U>(list: readonly T[], of: (element: T) => U): Generator<U, void> {
  for (const element of list) yield of(element);
}

/** An indicator is named by its name, or by its path or the end of it. */
function isNamed(indicator: IndicatorResult, name: string): boolean {
  const path = indicator.path.join("/");
  return path === name || indicator.path.at(-1) === name || path.endsWith(`/${name}`);
}

/** What the last line of the table is called; as a name for `--explain` unless an indicator has it. */
const TOTAL: ReadonlySet<string> = new Set(["合计", "Total", "total"]);

function isIndicator(name: string, results: readonly Result[]): boolean {
  return results.some((r) => r.indicators.some((i) => isNamed(i, name)));
}

function knowIndicator(name: string, results: readonly Result[]): void {
  if (isIndicator(name, results)) return;
  const indicators = results.flatMap((r) => r.indicators);
  const near = nearestWords(
    nearest(
      name,
      indicators.map((i) => i.path.at(-1) ?? ""),
    ),
  );
  throw new UsageError({
    zh: `没有指标“${name}”${near.zh && `；${near.zh}`}`,
    en: `there is no indicator “${name}”${near.en && `; ${near.en}`}`,
  });
}

/** What the reader found of each filing, where it can be told: in a file of several, by the line of the table or the place in the list. */
function findingsOf(
  read: DataRead,
  placeOf: (filing: Filing) => DataPlace,
): (filing: Filing) => readonly Diagnostic[] {
  if (read.filings.length === 1) return () => read.diagnostics;
  const byRow = Map.groupBy(read.diagnostics, (d) => d.place?.row);
  return (filing) => {
    const { row } = placeOf(filing);
    return row === undefined ? [] : (byRow.get(row) ?? []);
  };
}
