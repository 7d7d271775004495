/** What the scenarios of rule sets came to, as text. */
import type { Program, Texts } from "@heng/lang";
import type { Covered, Mutant, Suggestion, TestedExpectation, TestedScenario } from "@heng/scenarios";
import type { Session } from "../session.ts";
import { paint } from "./colour.ts";
import { excerpt } from "./excerpt.ts";
import { differenceWords, outcomeWords, valueWords } from "./test-words.ts";
import { wrap } from "./wrap.ts";

/** A rule set with its scenarios run. */
export interface Tested {
  /** As shown. */
  readonly path: string;
  readonly program: Program;
  /** Texts of its files, by path. */
  readonly texts: Texts;
  readonly scenarios: readonly TestedScenario[];
  /** Where coverage was asked for. */
  readonly coverage?: readonly Point[];
  /** Where suggestions were asked for. */
  readonly suggestions?: readonly Suggestion[];
  /** Where changes were asked for. */
  readonly changes?: Changes;
}

/** The changes of a rule set that were tried. */
export interface Changes {
  readonly tried: readonly Changed[];
  /** How many there are: more than were tried where that was broken off. */
  readonly inAll: number;
  /** Whether a scenario was looked for where nothing notices. */
  readonly offered: boolean;
}

/** A change of the rules, with a scenario that would notice it where none does. */
export interface Changed extends Omit<Mutant, "program"> {
  readonly offer?: Suggestion | undefined;
}

/** What can be tried, with a scenario that would try it where none has. */
export interface Point extends Covered {
  readonly offer?: Suggestion | undefined;
}

/** What is not met, each with its place and where the derivation parts. */
export function failureBlocks(tested: readonly Tested[], session: Session): readonly string[] {
  const blocks = tested.flatMap(({ scenarios, texts }) =>
    scenarios.flatMap(({ title, checks }) =>
      checks.filter(({ holds }) => !holds).map((check) => failureLines(title, check, texts, session)),
    ),
  );
  return blocks.flatMap((block, i) => (i === 0 ? block : ["", ...block]));
}

function failureLines(
  title: string,
  check: TestedExpectation,
  texts: Texts,
  { columns, say }: Session,
): readonly string[] {
  const indented = (words: string): readonly string[] =>
    wrap(words, { width: columns, first: "  ", rest: "  " });
  const { origin } = check;
  const source = texts.get(origin.file);
  const place = source?.positionOf(origin.start);
  const at = place === undefined ? origin.file : `${origin.file}:${place.line}:${place.column}`;
  const outcome = outcomeWords(check);
  const actual = valueWords(check, check.actual);
  const difference = differenceWords(check);
  const lines = [
    `${paint("red", say({ zh: "不符", en: "not met" }))}  ${at}`,
    ...indented(say({ zh: `案例“${title}”：${outcome.zh}`, en: `scenario “${title}”, ${outcome.en}` })),
  ];
  if (source !== undefined) {
    const label = say({ zh: `实得 ${actual.zh}`, en: actual.en });
    const shown = excerpt(source, origin, { width: columns, label });
    lines.push(shown.source, shown.carets);
  }
  return difference === undefined ? lines : [...lines, ...indented(say(difference))];
}

/** `rules/2022/department.heng  8 个案例，106 项应得，全部相符` */
export function countLine({ path, scenarios }: Tested, { say }: Session): string {
  const checks = scenarios.flatMap((scenario) => scenario.checks);
  const failed = checks.filter(({ holds }) => !holds).length;
  if (scenarios.length === 0) return `${path}  ${say({ zh: "没有案例", en: "no scenarios" })}`;
  const [zh, en] =
    failed === 0
      ? [paint("green", "全部相符"), paint("green", "all met")]
      : [paint("red", `${failed} 项不符`), paint("red", `${failed} not met`)];
  return `${path}  ${say({
    zh: `${scenarios.length} 个案例，${checks.length} 项应得，${zh}`,
    en: `${counted(scenarios.length, "scenario")}, ${counted(checks.length, "expectation")}, ${en}`,
  })}`;
}

/** `1 scenario`, `2 scenarios`. */
function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
