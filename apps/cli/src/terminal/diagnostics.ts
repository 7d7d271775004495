/** Findings as text, and as `heng.diagnostics/1`. */
import {
  listed,
  type DataPlace,
  type Diagnostic,
  type Names,
  type Range,
  type Related,
  type Severity,
} from "@heng/lang";
import type { Lang, Session } from "../session.ts";
import { paint, type Style } from "./colour.ts";
import { excerpt, offsetOf, positionOf } from "./excerpt.ts";
import { wrap } from "./wrap.ts";

/** Texts of files by the path that ranges and places name. */
export type Texts = ReadonlyMap<string, string>;

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
  if (at?.span && at.text !== undefined && at.text !== "") {
    const label = diagnostic.label && say(diagnostic.label);
    const { source, carets } = excerpt(at.text, at.span, { width: columns, label });
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
    .map((severity) => ({ severity, n: diagnostics.filter((d) => d.severity === severity).length }))
    .filter(({ n }) => n > 0);
  return {
    zh: counts.map(({ severity, n }) => `${n} 个${SEVERITIES[severity].zh}`).join("、"),
    en: counts.map(({ severity, n }) => `${n} ${SEVERITIES[severity].en}${n === 1 ? "" : "s"}`).join(", "),
  };
}

interface Place {
  /** `rules/2022/department.heng:41:3`, `filings/a.xlsx 表1!C7` */
  readonly shown: string;
  readonly file: string | undefined;
  readonly text: string | undefined;
  readonly span: { readonly start: number; readonly end: number } | undefined;
}

function placeOf(
  { range, place }: { readonly range?: Range | undefined; readonly place?: DataPlace | undefined },
  texts: Texts,
): Place {
  if (range) {
    const text = texts.get(range.file);
    if (text === undefined) return { shown: range.file, file: range.file, text, span: range };
    const { line, column } = positionOf(text, range.start);
    return { shown: `${range.file}:${line}:${column}`, file: range.file, text, span: range };
  }
  if (!place) return { shown: "", file: undefined, text: undefined, span: undefined };
  const text = texts.get(place.file);
  const sheet = [place.sheet, place.cell].filter((s) => s !== undefined).join("!");
  const colons = [place.file, place.line, place.column].filter((s) => s !== undefined).join(":");
  const shown = [colons, sheet].filter(Boolean).join(" ");
  if (text === undefined || place.line === undefined || place.column === undefined) {
    return { shown, file: place.file, text, span: undefined };
  }
  const start = offsetOf(text, { line: place.line, column: place.column });
  return { shown, file: place.file, text, span: { start, end: start + (place.length ?? 1) } };
}

/** Findings as documents have them, as many as are listed, their words in one language. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  lang: Lang,
  texts: Texts,
): readonly unknown[] {
  return listed(diagnostics).map((d) => diagnosticJson(d, lang, texts));
}

function diagnosticJson(diagnostic: Diagnostic, lang: Lang, texts: Texts): unknown {
  const { range, place } = diagnostic;
  const at = placeOf(diagnostic, texts);
  const span = range ?? at.span;
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message[lang],
    mend: diagnostic.mend[lang],
    file: at.file ?? null,
    start: span ? pointJson(at.text, span.start) : null,
    end: span ? pointJson(at.text, span.end) : null,
    ...(place ? { place } : {}),
    ...(diagnostic.counterexample ? { counterexample: diagnostic.counterexample } : {}),
    related: diagnostic.related.map((r) => relatedJson(r, lang, texts)),
    fixes: diagnostic.fixes.map((f) => ({
      title: f.title[lang],
      safe: f.safe,
      edits: f.edits.map((e) => ({ ...rangeJson(e, texts), text: e.text })),
    })),
  };
}

function relatedJson(related: Related, lang: Lang, texts: Texts): unknown {
  const message = related.message[lang];
  if (related.range !== undefined) return { ...rangeJson(related.range, texts), message };
  const { place } = related;
  const { text, span } = placeOf(related, texts);
  const point = (offset: number | undefined): unknown =>
    offset === undefined ? null : pointJson(text, offset);
  return { file: place.file, start: point(span?.start), end: point(span?.end), place, message };
}

function rangeJson(range: Range, texts: Texts): { file: string; start: unknown; end: unknown } {
  const text = texts.get(range.file);
  return { file: range.file, start: pointJson(text, range.start), end: pointJson(text, range.end) };
}

/** Line and column are counted from 1, the column and the offset in UTF-16 units. */
function pointJson(text: string | undefined, offset: number): unknown {
  return text === undefined ? { offset } : { ...positionOf(text, offset), offset };
}
