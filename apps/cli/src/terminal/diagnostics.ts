/** Findings as text, or the document of them. */
import {
  diagnosticsJson,
  listed,
  standsAt,
  type DataPlace,
  type Diagnostic,
  type Names,
  type Range,
  type Severity,
  type Standpoint,
  type Texts,
} from "@heng/lang";
import type { Session } from "../session.ts";
import { paint, type Style } from "./colour.ts";
import { excerpt } from "./excerpt.ts";
import { wrap } from "./wrap.ts";

const NO_TEXTS: Texts = new Map();

const SEVERITIES: Readonly<Record<Severity, Names & { readonly style: Style }>> = {
  error: { zh: "错误", en: "error", style: "red" },
  warning: { zh: "警告", en: "warning", style: "yellow" },
  hint: { zh: "提示", en: "hint", style: "cyan" },
};

/** Prints findings, as many as are listed, on standard output where they are the result and on standard error where they are in its way. */
export function report(
  diagnostics: readonly Diagnostic[],
  session: Session,
  stream: "out" | "err",
  texts: Texts = NO_TEXTS,
): void {
  if (session.json) {
    const found = diagnosticsJson(diagnostics, session.lang, texts);
    session.document({ schema: "heng.diagnostics/1", diagnostics: found });
    return;
  }
  for (const [i, diagnostic] of listed(diagnostics).entries()) {
    if (i > 0) session[stream]("");
    for (const line of diagnosticLines(diagnostic, session, texts)) session[stream](line);
  }
}

/** One finding: its place, the sentence, the excerpt, and how to mend it. */
function diagnosticLines(
  diagnostic: Diagnostic,
  session: Pick<Session, "columns" | "say">,
  texts: Texts = NO_TEXTS,
): readonly string[] {
  const { columns, say } = session;
  // What is filed against a rule is first of all somewhere in the data: of many filings, the rule would not tell which.
  const { range, place } = diagnostic;
  const filed = place && placeOf({ place }, texts);
  const rule = range && placeOf({ range }, texts);
  const head = filed ?? rule;
  const at = filed?.span || !rule ? filed : rule;
  const severity = SEVERITIES[diagnostic.severity];
  const indented = (text: string): readonly string[] =>
    wrap(text, { width: columns, first: "  ", rest: "  " });
  const lines = [
    `${paint(severity.style, say(severity))} ${diagnostic.code}  ${[head?.shown, place?.field].filter(Boolean).join("  ")}`.trimEnd(),
    ...indented(say(diagnostic.message)),
  ];
  const toRule =
    filed && rule ? indented(say({ zh: `规则在 ${rule.shown}`, en: `the rule: ${rule.shown}` })) : [];
  if (at === rule) lines.push(...toRule);
  if (at?.span && at.lines !== undefined && at.lines.text !== "") {
    const label = diagnostic.label && say(diagnostic.label);
    const { source, carets } = excerpt(at.lines, at.span, { width: columns, label });
    lines.push(source, carets);
  }
  if (at !== rule) lines.push(...toRule);
  for (const related of diagnostic.related) {
    const { shown } = placeOf(related, texts);
    const { zh, en } = related.message;
    lines.push(...indented(say({ zh: `另见 ${shown}：${zh}`, en: `see ${shown}: ${en}` })));
  }
  const hint = `heng explain ${diagnostic.code}`;
  const mend = say(diagnostic.mend);
  lines.push(
    ...indented(
      mend === ""
        ? say({ zh: `详见 ${hint}`, en: `see ${hint}` })
        : say({ zh: `改法：${mend}（${hint}）`, en: `mend: ${mend} (${hint})` }),
    ),
  );
  return lines;
}

/** `2 个错误、1 个警告` */
export function countWords(diagnostics: readonly Diagnostic[]): Names {
  const counts = (["error", "warning", "hint"] as const)
    .map((severity) => ({
      severity,
      n: diagnostics.reduce((n, d) => (d.severity === severity ? n + countOf(d) : n), 0),
    }))
    .filter(({ n }) => n > 0);
  return {
    zh: counts.map(({ severity, n }) => `${n} 个${SEVERITIES[severity].zh}`).join("、"),
    en: counts.map(({ severity, n }) => `${n} ${SEVERITIES[severity].en}${n === 1 ? "" : "s"}`).join(", "),
  };
}

/** One, or as many as a line stands for that says how many more there are. */
function countOf(one: Diagnostic): number {
  const { what, found, limit } = one.data as { what?: unknown; found?: unknown; limit?: unknown };
  return what === "diagnostics" && typeof found === "number" && typeof limit === "number" ? found - limit : 1;
}

interface Place extends Standpoint {
  /** `rules/2022/department.heng:41:3`, `filings/a.xlsx 表1!C7` */
  readonly shown: string;
}

function placeOf(
  { range, place }: { readonly range?: Range | undefined; readonly place?: DataPlace | undefined },
  texts: Texts,
): Place {
  const at = standsAt({ range, place }, texts);
  if (range) {
    const { line, column } = at.lines?.positionOf(range.start) ?? {};
    return { ...at, shown: [range.file, line, column].filter((part) => part !== undefined).join(":") };
  }
  if (!place) return { ...at, shown: "" };
  const sheet = [place.sheet, place.cell].filter((s) => s !== undefined).join("!");
  const colons = [place.file, place.line, place.column].filter((s) => s !== undefined).join(":");
  return { ...at, shown: [colons, sheet].filter(Boolean).join(" ") };
}
