import type {
  ArgumentNode,
  ClauseNode,
  EntryNode,
  ExprNode,
  FieldNode,
  NameNode,
  PhraseNode,
  RangeNode,
  StatementNode,
} from "../../src/syntax/tree.ts";

/** Nodes as short text, so that an expected tree can be written by hand. Names of fields stand where order is not enough. */
function showExpr(node: ExprNode | RangeNode | NameNode | PhraseNode | undefined): string {
  if (node === undefined) return "·";
  switch (node.kind) {
    case "quantity":
      return `${node.number}${node.unit ?? ""}`;
    case "date":
      return node.value;
    case "textLiteral":
      return JSON.stringify(node.value);
    case "reference":
      return node.path.map(({ text }) => text).join(".");
    case "call":
      return `${node.callee.text}(${node.args
        .map(({ value, when }) => showExpr(value) + (when === undefined ? "" : ` when ${showExpr(when)}`))
        .join(", ")})`;
    case "sum":
      return `(sum ${node.terms.map(({ negative, of }) => (negative ? "-" : "+") + showExpr(of)).join(" ")})`;
    case "product":
      return `(product ${node.factors.map(({ inverse, of }) => (inverse ? "/" : "*") + showExpr(of)).join(" ")})`;
    case "comparison":
      return `(${node.sign} ${showExpr(node.left)} ${showExpr(node.right)})`;
    case "membership":
      return `(in ${showExpr(node.left)} ${showExpr(node.range)})`;
    case "range":
      return `${node.lowOpen ? "(" : "["}${showExpr(node.low)}, ${showExpr(node.high)}${node.highOpen ? ")" : "]"}`;
    case "logic":
      return `(${node.connective} ${node.parts.map(showExpr).join(" ")})`;
    case "not":
      return `(not ${showExpr(node.of)})`;
    case "if": {
      const branches = node.branches.map(({ when, then }) => `${showExpr(when)} → ${showExpr(then)}`);
      return `(if ${branches.join("; ")} else ${showExpr(node.otherwise)})`;
    }
    case "paren":
      return `(${showExpr(node.of)})`;
    case "missing":
      return "?";
    case "nameRef":
      return node.text + (node.args === undefined ? "" : `(${node.args.map(showExpr).join(", ")})`);
    case "phrase":
      return showPhrase(node);
  }
}

const argument = (node: ArgumentNode | undefined): string => (node === undefined ? "" : ` ${showExpr(node)}`);

function showClause({ key, argument: of, then }: ClauseNode): string {
  return ` ${key}:${of === undefined ? "yes" : showExpr(of)}${then.length > 0 ? ` <${then.map(showClause).join("").trim()}>` : ""}`;
}

/** `id head key:argument <then> { row; row }` */
function showPhrase({ id, head, clauses, rows }: PhraseNode): string {
  const block = rows
    ?.map((row) => (argument(row.head) + row.clauses.map(showClause).join("")).trim())
    .join("; ");
  return `${id ?? "?"}${argument(head)}${clauses.map(showClause).join("")}${block === undefined ? "" : ` { ${block} }`}`;
}

function showField({ name, type, constraints, note }: FieldNode): string {
  const items = type?.items?.map(
    (item) => item.name.text + (item.note === undefined ? "" : JSON.stringify(item.note.value)),
  );
  return [
    name?.text ?? "?",
    (type?.text ?? "?") + (items === undefined ? "" : `{${items.join(", ")}}`),
    ...constraints.map(showExpr),
    ...(note === undefined ? [] : [JSON.stringify(note.value)]),
  ].join(" ");
}

function showEntry({ path, values, entries }: EntryNode): string {
  const name = path.map(({ text }) => text).join("/");
  if (entries !== undefined) return `${name} { ${entries.map(showEntry).join("; ")} }`;
  return [name, ...values.map(showExpr)].join(" ");
}

/** A statement on one line. */
export function showStatement(node: StatementNode): string {
  const body = (list: readonly StatementNode[]) => `{ ${list.map(showStatement).join("; ")} }`;
  const names = (list: readonly NameNode[]) => list.map(({ text }) => text).join("/");
  switch (node.kind) {
    case "property":
      return showPhrase(node.phrase);
    case "ruleset":
      return `ruleset ${node.name?.text ?? "?"} ${node.year?.value ?? "?"}${node.inherit ? ` < ${node.inherit.value}` : ""}`;
    case "grades":
      return `grades ${node.rows.map((row) => `${row.name?.text} ${row.comparison ? showExpr(row.comparison) : "otherwise"}`).join("; ")}`;
    case "data":
      return `data ${node.fields.map(showField).join("; ")}`;
    case "rows":
      return `rows ${node.name?.text} ${showExpr(node.atMost)}: ${node.fields.map(showField).join("; ")}`;
    case "crossCheck":
      return `crossCheck ${JSON.stringify(node.title?.value)} ${showExpr(node.condition)} ± ${showExpr(node.tolerance)}`;
    case "define": {
      const parameters =
        node.parameters === undefined ? "" : `(${node.parameters.map(({ text }) => text).join(", ")})`;
      return `define ${node.name?.text}${parameters} = ${showExpr(node.body)}`;
    }
    case "standardDefinition":
      return `standard ${node.name?.text}(${node.parameters.map(({ text }) => text).join(", ")}) ${body(node.body)}`;
    case "include":
      return `include ${JSON.stringify(node.path?.value)}`;
    case "unit":
      return `unit ${node.name?.text}`;
    case "statistics":
      return `statistics ${node.rows.map(showStatement).join("; ")}`;
    case "indicator":
      return `indicator ${node.name?.text ?? "?"} ${showExpr(node.points)} ${body(node.body)}`;
    case "extra":
      return `${node.sense} ${node.name?.text} ${showExpr(node.atMost)} ${body(node.body)}`;
    case "weighted":
      return `weighted ${node.rows.map(({ name, share }) => `${name?.text} ${showExpr(share)}`).join("; ")}`;
    case "scenario":
      return `scenario ${JSON.stringify(node.title?.value)} ${node.data.map(showEntry).join("; ")} ⇒ ${node.expect.map(showEntry).join("; ")}`;
    case "projectRows": {
      const rows = node.body.map((part) => {
        if (part.kind === "projectGroup")
          return `group ${part.name?.text} ${showExpr(part.points)} {${part.categories.map(({ text }) => text).join(", ")}}`;
        if (part.kind === "projectCount") return `each ${showExpr(part.atLeast)}..${showExpr(part.atMost)}`;
        if (part.kind === "projectUse")
          return `${part.sign} use ${part.method ? showPhrase(part.method) : "?"}`;
        return showStatement(part);
      });
      return `projectRows ${node.name?.text} ${showExpr(node.points)} { ${rows.join("; ")} }`;
    }
    case "amendment": {
      const { place } = node;
      return [
        node.sense,
        node.subject?.value,
        names(node.path),
        node.points && showExpr(node.points),
        place &&
          [
            ...(place.under ? [`under ${names(place.under)}`] : []),
            ...(place.where ? [`${place.where} ${place.sibling?.text ?? ""}`] : []),
          ].join(" "),
        node.body && body(node.body),
        node.adjustments
          ?.map(({ name, was, unit, field }) =>
            field
              ? showField(field)
              : `${name?.text}${was ? ` was ${was.text}` : ""}${unit ? ` unit ${unit.text}` : ""}`,
          )
          .join("; "),
        node.statement && showStatement(node.statement),
        node.names?.map(({ text }) => text).join(", "),
        node.title && `"${node.title.value}"`,
      ]
        .filter((part) => part !== undefined && part !== "")
        .join(" ");
    }
    case "junk":
      return "junk";
  }
}
