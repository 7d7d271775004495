/** Counterexamples filed and scored as anybody would: through the reader of filings, by the whole program. */
import { evaluate, work, type Evaluation } from "@heng/engine";
import { readJsonFilings } from "@heng/forms";
import { showFigure, type Diagnostic, type Group, type Leaf, type Program } from "@heng/lang";
import { halfUp, order, NONE, type Exact } from "../exact.ts";
import { groupsOf, leavesOf } from "./tried.ts";

const utf8 = new TextEncoder();

/** Why a finding is not shown by its own counterexample; undefined where it is, or has none. */
export function notShown(program: Program, one: Diagnostic): string | undefined {
  if (!one.counterexample) return undefined;
  const document = JSON.stringify({ schema: "heng.filing/1", data: one.counterexample.data });
  const read = readJsonFilings(utf8.encode(document), program, "反例.json");
  const [filing] = read.filings;
  if (!filing || read.diagnostics.length > 0)
    return `${document} is not read: ${read.diagnostics.map(({ message }) => message.zh).join(" / ")}`;
  const evaluation = work(program, filing);
  const data = one.data as Readonly<Record<string, unknown>>;
  const nodes = [...leavesOf(program), ...groupsOf(program)];
  const node = nodes.find(({ name }) => name === data["name"]);
  if (!node) return `there is no ${String(data["name"])}`;
  const why = contradiction(one.code, data, node, evaluation);
  return why === undefined ? undefined : `${document}: ${why}`;
}

interface InBoth {
  readonly zh: string;
}

function contradiction(
  code: string,
  data: Readonly<Record<string, unknown>>,
  node: Leaf | Group,
  evaluation: Evaluation,
): string | undefined {
  const score =
    node.kind === "leaf" ? evaluation.leaves.get(node)?.score : evaluation.standings.get(node)?.score;
  const { places } = evaluation.program;
  const points = (value: Exact): string => showFigure(value, { kind: "points" }, "zh");
  const shown = score?.state === "value" ? points(score.value) : score?.state;
  switch (code) {
    case "H2103":
    case "H2107": {
      if (score?.state !== "error") return `there is a score, ${shown}`;
      const { cause } = score.fault;
      if (code === "H2107") return cause === "divisionByZero" ? undefined : "it is another error";
      if (typeof cause === "string") return `it is another error, ${cause}`;
      const said = (data["cause"] as InBoth).zh;
      return cause.id === "noRows" || cause.words.zh === said
        ? undefined
        : `it is another error, ${cause.words.zh}`;
    }
    case "H2105": {
      if (node.kind !== "leaf") return "it is no leaf";
      const own = evaluate(node.standard, evaluation.scope);
      if (own.state !== "value") return `the formula gives nothing: ${own.state}`;
      const outside = data["by"] === "below" ? order(own.value, NONE) < 0 : order(own.value, node.upTo) > 0;
      const gives = showFigure(own.value, node.standard.type, "zh");
      return outside && gives === (data["score"] as InBoth).zh ? undefined : `the formula gives ${gives}`;
    }
    case "H2106": {
      const best = (data["best"] as InBoth).zh;
      const same = score?.state === "value" && points(halfUp(score.value, places)) === best;
      return same ? undefined : `the score is ${shown}`;
    }
    case "H2109":
      return shown === (data["better"] as { readonly score: InBoth }).score.zh
        ? undefined
        : `the score is ${shown}`;
    default:
      return undefined;
  }
}
