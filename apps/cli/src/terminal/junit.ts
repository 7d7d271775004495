/** What the scenarios of rule sets came to, as JUnit XML: every expectation a test. No clock: there are no times in it. */
import type { Lang, Names } from "@heng/lang";
import type { TestedExpectation } from "@heng/scenarios";
import { differenceWords, outcomeWords, subjectWords } from "./test-words.ts";
import type { Tested } from "./tests.ts";

const SUITES: Names = { zh: "heng test", en: "heng test" };

export function junitXml(tested: readonly Tested[], lang: Lang): string {
  const checks = tested.flatMap((of) => of.scenarios.flatMap((scenario) => scenario.checks));
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites ${attributes({ name: SUITES[lang], ...counts(checks) })}>`,
    ...tested.flatMap((of) => suite(of, lang)),
    `</testsuites>`,
    "",
  ].join("\n");
}

function suite(of: Tested, lang: Lang): readonly string[] {
  const all = of.scenarios.flatMap(({ checks }) => checks);
  return [
    `  <testsuite ${attributes({ name: of.path, ...counts(all) })}>`,
    ...of.scenarios.flatMap(({ title, checks }) =>
      checks.flatMap((check) => testcase(title, check, of, lang)),
    ),
    `  </testsuite>`,
  ];
}

function counts(checks: readonly TestedExpectation[]): Readonly<Record<string, string>> {
  const failures = checks.filter(({ holds }) => !holds).length;
  return { tests: `${checks.length}`, failures: `${failures}`, errors: "0", skipped: "0" };
}

function testcase(title: string, check: TestedExpectation, of: Tested, lang: Lang): readonly string[] {
  const { file, start } = check.origin;
  const line = of.texts.get(file)?.positionOf(start).line;
  const open = `    <testcase ${attributes({
    classname: `${of.path} ${title}`,
    name: subjectWords(check)[lang],
    file,
    ...(line === undefined ? {} : { line: `${line}` }),
  })}`;
  if (check.holds) return [`${open}/>`];
  const message = outcomeWords(check)[lang];
  const detail = differenceWords(check)?.[lang] ?? "";
  return [
    `${open}>`,
    `      <failure ${attributes({ message, type: "expectation" })}>${escaped(detail)}</failure>`,
    `    </testcase>`,
  ];
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(" ");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** XML knows no other control characters, no half pairs and no noncharacters: they become U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character)
  );
}
