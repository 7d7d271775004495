import type { Names } from "../names.ts";

/** A place in a rule file: UTF-16 offsets [start, end). */
export interface Range {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "hint";

/** An edit of a rule file's text. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** A way to mend: `safe` when it does mend and cannot change what the author meant (applied by `check --fix`). */
export interface Fix {
  readonly title: Names;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Where in data a problem lies: a file with a field, and what the reader knows of its position. */
export interface DataPlace {
  readonly file: string;
  /** The field, dotted for items and rows: `财务制度.有制度`, `项目[3].资金`. */
  readonly field?: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  /** UTF-16 units of what stands there from `column` on, quotes and line breaks in it included. */
  readonly length?: number;
  readonly row?: number;
  readonly cell?: string;
}

/** Another place that a finding is about: in a rule file, or in data. */
export type Related = { readonly message: Names } & (
  | { readonly range: Range; readonly place?: undefined }
  | { readonly place: DataPlace; readonly range?: undefined }
);

/** A filing that shows a finding of the rules, as the data of a filing (heng.filing/1). */
export interface Counterexample {
  readonly data: Readonly<
    Record<
      string,
      string | boolean | Readonly<Record<string, boolean>> | readonly Readonly<Record<string, string>>[]
    >
  >;
}

/** A finding: typed data plus its words in both languages. `range` is in a rule file, `place` in data; either may lack. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly range?: Range;
  readonly place?: DataPlace;
  readonly data: unknown;
  /** One plain sentence: what was found, and what was expected. */
  readonly message: Names;
  /** What stands beside the carets, e.g. `33分`. */
  readonly label?: Names;
  /** How to mend it, in words. */
  readonly mend: Names;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** What would have to be filed for it to show. */
  readonly counterexample?: Counterexample;
}

/** The declaration of a code: its severity and its words over typed data. */
export interface DiagnosticType<D> {
  readonly code: string;
  readonly severity: Severity;
  message(data: D): Names;
  label?(data: D): Names;
  mend(data: D): Names;
  /** Data of the page's example where it cannot be run: what is said of it in English is shown beside it. */
  readonly example?: D;
}

/**
 * Declares a diagnostic. Each lives in a folder `H1204-slug/` beside what raises it, with its manual page.
 * @example export const H1204 = defineDiagnostic<{ sum: string }>({ code: "H1204", severity: "error", … })
 */
export function defineDiagnostic<D>(type: DiagnosticType<D>): DiagnosticType<D> {
  return type;
}

/** Makes the finding of a type at a place. */
export function diagnose<D>(
  type: DiagnosticType<D>,
  data: D,
  at: { readonly range?: Range; readonly place?: DataPlace },
  more: {
    readonly related?: Diagnostic["related"];
    readonly fixes?: readonly Fix[];
  } = {},
): Diagnostic {
  return {
    code: type.code,
    severity: type.severity,
    ...at,
    data,
    message: type.message(data),
    ...(type.label ? { label: type.label(data) } : {}),
    mend: type.mend(data),
    related: more.related ?? [],
    fixes: more.fixes ?? [],
  };
}

/** Whether a finding is of a type; its data is of the type then. */
export function isOf<D>(type: DiagnosticType<D>, one: Diagnostic): one is Diagnostic & { readonly data: D } {
  return one.code === type.code;
}

/** Whether a finding is of one of several types. */
export function isOneOf(types: readonly Pick<DiagnosticType<never>, "code">[], one: Diagnostic): boolean {
  return types.some(({ code }) => code === one.code);
}

/** Where a stage puts its findings. */
export type Report = (diagnostic: Diagnostic) => void;
