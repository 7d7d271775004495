/** Findings as `heng.diagnostics/1` has them (docs/schemas/diagnostics.json), and places as all documents have them. */
import type {
  Counterexample,
  DataPlace,
  Diagnostic,
  Range,
  Related,
  Severity,
} from "./diagnostics/diagnostic.ts";
import type { Lines, Position } from "./diagnostics/lines.ts";
import { listed } from "./listing.ts";
import type { Lang } from "./names.ts";

/** Files by the path that ranges and places name. */
export type Texts = ReadonlyMap<string, Lines>;

/** A place in a file: offsets and columns in UTF-16 units, from 0 and 1; the offset alone where the text is not at hand. */
interface PointJson extends Partial<Position> {
  readonly offset: number;
}

/** A stretch of a rule file. */
interface RangeJson {
  readonly file: string;
  readonly start: PointJson;
  readonly end: PointJson;
}

interface RelatedJson {
  readonly file: string;
  readonly start: PointJson | null;
  readonly end: PointJson | null;
  readonly place?: DataPlace;
  readonly message: string;
}

interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly mend: string;
  readonly file: string | null;
  readonly start: PointJson | null;
  readonly end: PointJson | null;
  readonly place?: DataPlace;
  readonly counterexample?: Counterexample;
  readonly related: readonly RelatedJson[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly (RangeJson & { readonly text: string })[];
  }[];
}

/** Findings, as many as are listed, their words in one language. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  lang: Lang,
  texts: Texts,
): readonly DiagnosticJson[] {
  return listed(diagnostics).map((d) => diagnosticJson(d, lang, texts));
}

function diagnosticJson(diagnostic: Diagnostic, lang: Lang, texts: Texts): DiagnosticJson {
  const { code, severity, message, mend, place, counterexample, related, fixes } = diagnostic;
  const { file, lines, span } = standsAt(diagnostic, texts);
  return {
    code,
    severity,
    message: message[lang],
    mend: mend[lang],
    file: file ?? null,
    start: span ? pointJson(lines, span.start) : null,
    end: span ? pointJson(lines, span.end) : null,
    ...(place ? { place } : {}),
    ...(counterexample ? { counterexample } : {}),
    related: related.map((r) => relatedJson(r, lang, texts)),
    fixes: fixes.map((fix) => ({
      title: fix.title[lang],
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ ...rangeJson(edit, texts), text: edit.text })),
    })),
  };
}

function relatedJson(related: Related, lang: Lang, texts: Texts): RelatedJson {
  const message = related.message[lang];
  if (related.range !== undefined) return { ...rangeJson(related.range, texts), message };
  const { place } = related;
  const { lines, span } = standsAt(related, texts);
  return {
    file: place.file,
    start: span ? pointJson(lines, span.start) : null,
    end: span ? pointJson(lines, span.end) : null,
    place,
    message,
  };
}

/** A stretch of a rule file, with lines and columns where its text is at hand. */
export function rangeJson({ file, start, end }: Range, texts: Texts): RangeJson {
  const lines = texts.get(file);
  return { file, start: pointJson(lines, start), end: pointJson(lines, end) };
}

function pointJson(lines: Lines | undefined, offset: number): PointJson {
  return lines === undefined ? { offset } : { ...lines.positionOf(offset), offset };
}

/** Where a finding stands: its file, the file's lines where they are at hand, and the stretch of them. */
export interface Standpoint {
  readonly file: string | undefined;
  readonly lines: Lines | undefined;
  readonly span: { readonly start: number; readonly end: number } | undefined;
}

/** Finds where something stands; in a rule file, where it has places in both. */
export function standsAt(
  { range, place }: { readonly range?: Range | undefined; readonly place?: DataPlace | undefined },
  texts: Texts,
): Standpoint {
  if (range) return { file: range.file, lines: texts.get(range.file), span: range };
  const lines = place && texts.get(place.file);
  const { file, line, column, length = 1 } = place ?? {};
  if (lines === undefined || line === undefined || column === undefined) {
    return { file, lines, span: undefined };
  }
  const start = lines.offsetOf({ line, column });
  return { file, lines, span: { start, end: start + length } };
}
