import { KEYWORDS } from "../keywords.ts";
import { SIGN_SUFFIXES, SIGN_WORDS } from "./known-words.ts";
import type { Names } from "../names.ts";
import type { Argument, Clause, Clauses, Entry, Syntax } from "./phrase.ts";
import { PROPERTIES } from "./properties.ts";

export interface KnownClause {
  readonly key: string;
  readonly clause: Clause;
}

/** A syntax with its words ready for look-up, in both languages. */
export interface Form {
  /** Undefined when the word is unknown and all tables are joined. */
  readonly id: string | undefined;
  readonly name: Names;
  readonly syntax: Syntax;
  readonly clauses: ReadonlyMap<string, KnownClause>;
  readonly rowClauses: ReadonlyMap<string, KnownClause>;
}

/** The tables a parser looks words up in. */
export interface Vocabulary {
  readonly properties: ReadonlyMap<string, Form>;
  readonly methods: ReadonlyMap<string, Form>;
  /** All methods' words together: what an unknown method is parsed with. */
  readonly anyMethod: Form;
  /** Every word with a meaning of its own. */
  readonly keywords: ReadonlySet<string>;
  readonly longestKeyword: number;
  /** Names of methods, clauses of methods and properties, comparisons in words: what stands before an argument. */
  readonly clauseWords: ReadonlySet<string>;
}

const NO_CLAUSES: ReadonlyMap<string, KnownClause> = new Map();

function clauseMap(clauses: Clauses | undefined): ReadonlyMap<string, KnownClause> {
  if (clauses === undefined) return NO_CLAUSES;
  const map = new Map<string, KnownClause>();
  for (const [key, clause] of Object.entries(clauses)) {
    map.set(clause.zh, { key, clause });
    map.set(clause.en, { key, clause });
  }
  return map;
}

function form(entry: {
  readonly id: string | undefined;
  readonly name: Names;
  readonly syntax: Syntax;
}): Form {
  return {
    ...entry,
    clauses: clauseMap(entry.syntax.clauses),
    rowClauses: clauseMap(entry.syntax.rows?.clauses),
  };
}

function formMap(entries: readonly Entry[]): ReadonlyMap<string, Form> {
  return new Map(
    entries.flatMap((entry) => {
      const one = form(entry);
      return [[entry.name.zh, one] as const, [entry.name.en, one] as const];
    }),
  );
}

/** Properties that only an amendment has: they change what an indicator's first line says. */
const AMENDMENT_PROPERTIES = [
  { id: "points", name: KEYWORDS.points, syntax: { head: { arguments: [{ shape: "sum" }] } } },
  { id: "name", name: KEYWORDS.name, syntax: { head: { arguments: [{ shape: "name" }] } } },
] as const satisfies readonly Entry[];

const PROPERTY_FORMS = formMap(PROPERTIES);
export const AMENDMENT_FORMS: ReadonlyMap<string, Form> = new Map([
  ...PROPERTY_FORMS,
  ...formMap(AMENDMENT_PROPERTIES),
]);

/** Any argument, for phrases whose table is not known: what the first token looks like decides. */
const ANY_HEAD = {
  optional: true,
  arguments: ["comparison", "range", "condition"].map((shape): Argument => ({
    shape: shape as Argument["shape"],
  })),
};

function joined(methods: readonly Entry[]): Form {
  const own = Object.assign({}, ...methods.map(({ syntax }) => syntax.clauses ?? {})) as Clauses;
  const rows = Object.assign({}, ...methods.map(({ syntax }) => syntax.rows?.clauses ?? {})) as Clauses;
  const clauses = { ...own, ...rows };
  return form({
    id: undefined,
    name: { zh: "", en: "" },
    syntax: { head: ANY_HEAD, clauses, rows: { head: ANY_HEAD, clauses, optional: true } },
  });
}

function build(methods: readonly Entry[]): Vocabulary {
  const methodForms = formMap(methods);
  const clauseWords = new Set<string>([...SIGN_WORDS.keys(), ...SIGN_SUFFIXES.keys(), ...methodForms.keys()]);
  for (const forms of [PROPERTY_FORMS, methodForms]) {
    for (const { clauses, rowClauses } of forms.values()) {
      for (const word of clauses.keys()) clauseWords.add(word);
      for (const word of rowClauses.keys()) clauseWords.add(word);
    }
  }
  const keywords = new Set<string>([...clauseWords, ...PROPERTY_FORMS.keys()]);
  for (const { zh, en } of Object.values(KEYWORDS)) keywords.add(zh).add(en);
  return {
    properties: PROPERTY_FORMS,
    methods: methodForms,
    anyMethod: joined(methods),
    keywords,
    clauseWords,
    longestKeyword: Math.max(...Array.from(keywords, (word) => word.length)),
  };
}

const built = new WeakMap<readonly Entry[], Vocabulary>();

/** The vocabulary over a method table; built once for each table. */
export function vocabularyOf(methods: readonly Entry[]): Vocabulary {
  let vocabulary = built.get(methods);
  if (vocabulary === undefined) built.set(methods, (vocabulary = build(methods)));
  return vocabulary;
}
