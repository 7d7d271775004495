import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, DiagnosticType, Fix, Range } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { H1016 } from "./H1016-more-diagnostics/index.ts";

/** The findings of one file: the first are kept, the rest are counted, so that a megabyte of mistakes stays small. */
export class Findings {
  readonly file: string;
  readonly #kept: Diagnostic[] = [];
  #more = 0;
  #firstDropped: Range | undefined;

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
    if (this.#kept.length < LIMITS.diagnostics) {
      this.#kept.push(diagnose(type, data, { range }, { fixes, related }));
    } else {
      this.#more++;
      this.#firstDropped ??= range;
    }
  }

  /** In order of place; past the limit one last line says how many more there are. */
  list(): Diagnostic[] {
    const sorted = this.#kept.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
    if (this.#firstDropped !== undefined) {
      sorted.push(diagnose(H1016, { more: this.#more }, { range: this.#firstDropped }));
    }
    return sorted;
  }
}
