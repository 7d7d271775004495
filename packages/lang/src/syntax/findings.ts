import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, DiagnosticType, Fix, Range } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { H1015 } from "./H1015-limit/index.ts";

/** The findings of one file: the first are kept, the rest are counted, so that a megabyte of mistakes stays small. */
export class Findings {
  readonly file: string;
  readonly #kept: Diagnostic[] = [];
  #more = 0;
  #firstDropped: Range | undefined;
  readonly #starts = new Set<number>();

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
      this.#starts.add(start);
      this.#kept.push(diagnose(type, data, { range }, { fixes, related }));
    } else {
      this.#more++;
      this.#firstDropped ??= range;
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
