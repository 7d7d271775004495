/** Which tokens are keywords where they stand. All keywords are contextual, so only the tree can tell. */
import { FUNCTION_WORDS, keywordOf, KEYWORDS, KIND_WORDS, LEAF_WORDS, wordsOf } from "../keywords.ts";
import type { Names } from "../names.ts";
import type { ClauseNode, EntryNode, NameNode, Node, PhraseNode, Token } from "../syntax/tree.ts";
import { AMENDMENT_FORMS, type Form, type KnownClause, type Vocabulary } from "../syntax/vocabulary.ts";

/** The keyword a token is, in both languages. Tokens that are not among the keys are names, units, figures, marks. */
export type Roles = ReadonlyMap<Token, Names>;

/** Words that stand for something of the indicator at hand. */
const FIGURES = wordsOf(...LEAF_WORDS);
const ANSWERS = wordsOf("yes", "no");
const STATES = wordsOf("pending", "notApplicable");
const WHOLE = wordsOf("total", "grade");
const TREATMENTS = wordsOf("fullMarks", "zero", "redistribute", "rescale");
const LAST_YEAR = wordsOf("lastYear");
const ORDERS = wordsOf("ascending", "descending");
const FUNCTIONS = wordsOf(...FUNCTION_WORDS);
const KINDS = wordsOf(...KIND_WORDS);

/** What scores are rounded to is counted in. */
const PLACES: Names = { zh: "位小数", en: "decimals" };

/** Where a node stands. */
interface Surroundings {
  /** In an indicator or a 方法: 值, 目标, 分值 … have their meaning there. */
  readonly leaf: boolean;
  /** In the arguments of a call, where columns of rows come before everything. */
  readonly call: boolean;
  readonly section: "data" | "expect" | undefined;
  /** The phrase around, for its clauses. */
  readonly form: Form | undefined;
}

/** Finds the keywords of a file. A word that the file also declares as a name is left alone where either may be meant. */
export function rolesOf(tree: Node, vocabulary: Vocabulary): Roles {
  const roles = new Map<Token, Names>();
  const { names, foreign } = declaredIn(tree);

  const mark = (token: Token, allowed?: ReadonlySet<string>): void => {
    if (token.kind !== "word" || (allowed && !allowed.has(token.value))) return;
    const keyword = keywordOf(token.value);
    if (keyword !== undefined) roles.set(token, KEYWORDS[keyword]);
  };
  /** A word that gives way to a declared name. */
  const markName = (name: NameNode | undefined, allowed: ReadonlySet<string>): void => {
    const keyword = name && keywordOf(name.text);
    if (name && keyword && !names.has(KEYWORDS[keyword].zh) && !names.has(KEYWORDS[keyword].en)) {
      mark(name.token, allowed);
    }
  };

  const phrase = (node: PhraseNode, form: Form | undefined): void => {
    if (form && form.name.zh !== form.name.en) roles.set(node.word, form.name);
  };
  const clause = (node: ClauseNode, known: KnownClause | undefined): void => {
    if (!known) return;
    roles.set(node.word, known.clause);
    if (known.clause.refers === "treatment" && node.argument?.kind === "nameRef") {
      mark(node.argument.token, TREATMENTS);
    }
  };
  const entry = (node: EntryNode, section: Surroundings["section"]): void => {
    if (section === "expect") {
      const [only, more] = node.path;
      if (only && !more) mark(only.token, WHOLE);
    }
    const [value] = node.values;
    if (value?.kind !== "nameRef") return;
    if (section === "expect") mark(value.token, STATES);
    else if (!foreign) markName(value, ANSWERS);
  };
  const reference = (path: readonly NameNode[], around: Surroundings): void => {
    const [first, second] = path;
    if (!first || first.token.kind !== "word" || (around.call && foreign)) return;
    if (second) markName(first, LAST_YEAR);
    else {
      markName(first, ANSWERS);
      if (around.leaf) markName(first, FIGURES);
    }
  };

  const visit = (node: Node, around: Surroundings): void => {
    let inside = around;
    /** Whether the words that stand directly in this node are keywords of the structure. */
    let structural = true;
    switch (node.kind) {
      case "nameRef":
      case "quantity":
      case "comparison":
      case "projectUse":
      case "junk":
        structural = false;
        if (node.kind === "projectUse")
          for (const child of node.children) if (!("children" in child)) mark(child);
        break;
      case "indicator":
      case "extra":
      case "standardDefinition":
      case "projectRows":
        inside = { ...around, leaf: true };
        break;
      case "amendment": {
        inside = { ...around, leaf: true };
        const form = node.sense === "remove" && AMENDMENT_FORMS.get(node.subject?.value ?? "");
        if (form && node.subject) roles.set(node.subject, form.name);
        break;
      }
      case "property":
        inside = { ...around, form: AMENDMENT_FORMS.get(node.phrase.word.value) };
        phrase(node.phrase, inside.form);
        if (node.phrase.id === "round" && node.phrase.head?.kind === "quantity") {
          for (const child of node.phrase.head.children) {
            if (!("children" in child) && (child.value === PLACES.zh || child.value === PLACES.en))
              roles.set(child, PLACES);
          }
        }
        for (const child of node.phrase.children) if ("children" in child) visit(child, inside);
        return;
      case "phrase":
        structural = false;
        inside = { ...around, form: vocabulary.methods.get(node.word.value) };
        phrase(node, inside.form);
        break;
      case "clause":
        structural = false;
        clause(
          node,
          around.form?.clauses.get(node.word.value) ?? around.form?.rowClauses.get(node.word.value),
        );
        break;
      case "row": {
        structural = false;
        // A row has the clauses of its phrase's rows.
        const { form } = around;
        inside = { ...around, form: form && { ...form, clauses: form.rowClauses } };
        break;
      }
      case "fieldType": {
        structural = false;
        const [first] = node.children;
        if (first && !("children" in first)) mark(first, KINDS);
        break;
      }
      case "reference":
        reference(node.path, around);
        break;
      case "call":
        mark(node.callee.token, FUNCTIONS);
        if (keywordOf(node.callee.text) === "rank") {
          for (const { value } of node.args) if (value.kind === "reference") markName(value.path[0], ORDERS);
        }
        inside = { ...around, call: true };
        break;
      case "entry":
        entry(node, around.section);
        break;
      case "scenario": {
        const expected = new Set<Node>(node.expect);
        for (const child of node.children) {
          if (!("children" in child)) mark(child);
          else visit(child, { ...around, section: expected.has(child) ? "expect" : "data" });
        }
        return;
      }
      default:
        break;
    }
    for (const child of node.children) {
      if ("children" in child) visit(child, inside);
      else if (structural && !roles.has(child)) mark(child);
    }
  };
  visit(tree, { leaf: false, call: false, section: undefined, form: undefined });
  return roles;
}

/** The names a file declares; `foreign`: others may come from 引用 or 沿用. */
function declaredIn(tree: Node): { readonly names: ReadonlySet<string>; readonly foreign: boolean } {
  const names = new Set<string>();
  let foreign = false;
  const visit = (node: Node): void => {
    if (node.kind === "include" || (node.kind === "ruleset" && node.inherit)) foreign = true;
    if (node.kind === "amendment") foreign = true;
    if ("name" in node && node.name) names.add(node.name.text);
    if ("parameters" in node) for (const parameter of node.parameters ?? []) names.add(parameter.text);
    for (const child of node.children) if ("children" in child) visit(child);
  };
  visit(tree);
  return { names, foreign };
}
