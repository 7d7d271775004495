import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, DiagnosticType, Fix, Range } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { H1007 } from "./H1007-missing/index.ts";
import { H1008 } from "./H1008-unexpected/index.ts";
import { H1009 } from "./H1009-unknown-word/index.ts";
import { H1010 } from "./H1010-glued-words/index.ts";
import { H1015 } from "./H1015-limit/index.ts";

/** What is said of words that do not fit. */
const OF_FORM: ReadonlySet<string> = new Set([H1007.code, H1008.code, H1009.code]);

/** The findings of one file: the first are kept, the rest are counted, so that a megabyte of mistakes stays small. */
export class Findings {
  readonly file: string;
  readonly #kept: Diagnostic[] = [];
  #more = 0;
  #firstDropped: Range | undefined;
  readonly #starts = new Set<number>();
  readonly #glued: { readonly told: Diagnostic; readonly range: Range; wrong: boolean }[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add<D>(
    type: DiagnosticType<D>,
    data: D,
    { start, end }: { readonly start: number; readonly end: number },
    fixes: readonly Fix[] = [],
    related: Diagnostic["related"] = [],
  ): void {
    const range = { file: this.file, start, end };
    if (this.#glued.length > 0 && OF_FORM.has(type.code) && this.#saidApart(start)) return;
    if (this.#kept.length < LIMITS.diagnostics) {
      const told = diagnose(type, data, { range }, { fixes, related });
      this.#kept.push(told);
      if (type.code === H1010.code) this.#glued.push({ told, range, wrong: false });
      else this.#starts.add(start);
    } else {
      this.#more++;
      this.#firstDropped ??= range;
    }
  }

  /**
   * Glued words that do not fit when they are taken apart either are wrong for what is said of them there, once: a fix
   * that only takes them apart would not mend.
   */
  #saidApart(offset: number): boolean {
    const glued = this.#glued.find(({ range }) => range.start <= offset && offset < range.end);
    if (glued === undefined) return false;
    if (glued.wrong) return true;
    glued.wrong = true;
    this.#kept.splice(this.#kept.indexOf(glued.told), 1);
    return false;
  }

  /** What was told last does not fit when mended as it says either: that is not done unasked. */
  unmendLast(): void {
    this.#unmend(this.#kept.length - 1);
  }

  /** Nor what is told of something that begins there. */
  unmend(start: number, end = start + 1, only?: string): void {
    for (const [index, { code, range }] of this.#kept.entries()) {
      if (only !== undefined && code !== only) continue;
      if (range !== undefined && range.start >= start && range.start < end) this.#unmend(index);
    }
  }

  #unmend(index: number): void {
    const told = this.#kept[index];
    if (told?.fixes.some(({ safe }) => safe) === true)
      this.#kept[index] = { ...told, fixes: told.fixes.filter(({ safe }) => !safe) };
  }

  /** Takes back what was said of characters in a stretch that is told as a whole. */
  withdraw(start: number, end: number): void {
    for (let at = this.#kept.length - 1; at >= 0; at--) {
      const from = this.#kept[at]?.range?.start ?? -1;
      if (start <= from && from < end) this.#kept.splice(at, 1);
    }
  }

  /** Nothing more is kept: looking for what was meant is idle. */
  get full(): boolean {
    return this.#kept.length >= LIMITS.diagnostics;
  }

  /** A finding begins here already. */
  startsAt(offset: number): boolean {
    return this.#starts.has(offset);
  }

  /** In order of place; past the limit one last line says how many more there are. */
  list(): Diagnostic[] {
    const sorted = this.#kept.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
    if (this.#firstDropped !== undefined) {
      const found = LIMITS.diagnostics + this.#more;
      const data = { what: "diagnostics", limit: LIMITS.diagnostics, found } as const;
      sorted.push(diagnose(H1015, data, { range: this.#firstDropped }));
    }
    return sorted;
  }
}

const EXCERPT = 40;

/** Source text for a message: a message stays readable whatever it quotes. */
export function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`;
}
