/** A scenario as rule text, in the canonical layout. */
import {
  format,
  RATIO,
  showFigure,
  type FieldSpec,
  type Names,
  type Program,
  type Scenario,
  type Value,
} from "@heng/lang";
import { exactText } from "@heng/number";

/** What is to be written; the place is where it will stand. */
export interface WrittenScenario {
  readonly title: string;
  readonly values: Scenario["values"];
  readonly rows: Scenario["rows"];
  readonly expect: readonly Pick<Scenario["expect"][number], "of" | "is">[];
}

/** Why whoever appends it has to look at it first. */
const CONFIRM: Names = {
  zh: "// 应得照现在的规则算出，请核实",
  en: "// expected as the rules are now: to be confirmed",
};

/** `keywords`: in the language of the file it is for. */
export function scenarioText(scenario: WrittenScenario, program: Program, keywords: keyof Names): string {
  const fields = new Map(program.fields.map((spec) => [spec.name, spec]));
  const paths = pathsOf(program);
  const data = [
    ...entriesOf(scenario.values, fields, paths),
    ...[...scenario.rows].flatMap(([name, rows]) => {
      const columns = program.rowLists.find((list) => list.name === name)?.columns ?? [];
      const specs = new Map(columns.map((spec) => [spec.name, spec]));
      return rows.map((row) => `${nameText(name)} { ${entriesOf(row, specs, paths).join("; ")} }`);
    }),
  ];
  const expect = scenario.expect.map(({ of, is }) => {
    const subject = of.kind === "total" ? "合计" : of.kind === "grade" ? "等级" : indicatorText(of.id, paths);
    return `    ${subject} ${resultText(is)}`;
  });
  const text = [
    CONFIRM[keywords],
    `案例 "${titleText(scenario.title)}" {`,
    `  数据 {`,
    ...data.map((entry) => `    ${entry}`),
    `  }`,
    `  应得 {`,
    ...expect,
    `  }`,
    `}`,
    ``,
  ].join("\n");
  return format({ file: program.file, text }, { keywords }).text;
}

function entriesOf(
  values: ReadonlyMap<string, Value>,
  specs: ReadonlyMap<string, FieldSpec>,
  paths: Paths,
): readonly string[] {
  return [...specs.values()].flatMap((spec) => {
    const value = values.get(spec.name);
    return value === undefined ? [] : [`${pathText(spec, paths)} ${valueText(value, spec)}`];
  });
}

/** A judged score stands behind the path of its indicator, as it is called now; other names have no paths. */
function pathText({ name, judged }: FieldSpec, paths: Paths): string {
  if (judged === undefined) return nameText(name);
  const path = paths.get(judged.indicator) ?? judged.indicator.split("/");
  // Of several figures of one indicator all but the first are numbered.
  const number = name.slice(judged.indicator.length);
  return path.map((part, i) => nameText(i === path.length - 1 ? part + number : part)).join("/");
}

function valueText(value: Value, { type }: FieldSpec): string {
  switch (value.kind) {
    case "figure":
      return showFigure(value.value, type, "zh");
    case "yesNo":
      return value.value ? "是" : "否";
    case "option":
      return nameText(value.value);
    case "checklist":
      return `{ ${[...value.met].map(([item, met]) => `${nameText(item)} ${met ? "是" : "否"}`).join("; ")} }`;
    case "qualitative":
      return `${value.grade} ${showFigure(value.share, RATIO, "zh")}`;
    case "text":
      return `"${titleText(value.value)}"`;
  }
}

function resultText(is: WrittenScenario["expect"][number]["is"]): string {
  switch (is.kind) {
    case "score":
      return `${exactText(is.value)}分`;
    case "grade":
      return nameText(is.value);
    case "pending":
      return "待补";
    case "notApplicable":
      return "不适用";
  }
}

/** The name of an indicator, or as much of its path as tells it from others. */
function indicatorText(id: string, paths: Paths): string {
  const names = paths.get(id) ?? id.split("/");
  for (let n = 1; n < names.length; n += 1) {
    const end = names.slice(-n).join("/");
    const fitting = [...paths.values()].filter((path) => path.slice(-n).join("/") === end);
    if (fitting.length === 1) return names.slice(-n).map(nameText).join("/");
  }
  return names.map(nameText).join("/");
}

/** What indicators are called, by what they are known by: their first path. */
type Paths = ReadonlyMap<string, readonly string[]>;

function pathsOf({ root, extras }: Program): Paths {
  const paths = new Map<string, readonly string[]>();
  const visit = (node: Program["root"]["children"][number]): void => {
    paths.set(node.id, node.path);
    if (node.kind === "group") node.children.forEach(visit);
  };
  [...root.children, ...extras].forEach(visit);
  return paths;
}

/** Words that mean something else where a name is expected. */
const TAKEN: ReadonlySet<string> = new Set(["合计", "等级", "total", "grade"]);

function nameText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !TAKEN.has(name) ? name : `「${name}」`;
}

function titleText(text: string): string {
  return text.replaceAll('"', "").replaceAll("\n", " ");
}
