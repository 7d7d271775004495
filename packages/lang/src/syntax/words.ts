import type { Findings } from "./findings.ts";
import { COMMON_UNITS } from "./keywords.ts";
import type { Token } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The names a file declares, found before parsing. */
export interface Declared {
  readonly names: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

export function declaredNames(_tokens: readonly Token[]): Declared {
  return { names: new Set(), units: new Set(COMMON_UNITS) };
}

export function separateGlued(
  tokens: Token[],
  _known: Declared & { readonly vocabulary: Vocabulary },
  _findings: Findings,
): Token[] {
  return tokens;
}
