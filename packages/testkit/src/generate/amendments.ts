/**
 * Random amendments of a rule file, and the same changes made by hand: statements of the file put together anew. What they
 * mean must be the same.
 */
import { treeOf, type IndicatorNode, type StatementNode, type SyntaxNode, type Token } from "@heng/lang";
import { tokensOf } from "../printed.ts";
import type { Random } from "../random.ts";

export interface Amended {
  /** The amendment file. */
  readonly amendment: string;
  /** The year as it would be written without 沿用. */
  readonly edited: string;
  /** Old paths by new ones, of what was renamed or moved. */
  readonly identities: ReadonlyMap<string, string>;
}

/** An indicator in pieces. */
interface Part {
  readonly keyword: string;
  name: string;
  points: string;
  own: string[];
  children: Part[];
  readonly path: readonly string[];
  readonly node: IndicatorNode;
  touched: boolean;
}

/** Some changes of a file, each of something else. */
export function amend(text: string, random: Random): Amended {
  const tree = treeOf({ file: "规则.heng", text });
  const slice = ({ start, end }: Pick<SyntaxNode, "start" | "end">): string => text.slice(start, end);
  const parts = (body: readonly StatementNode[], above: readonly string[]): Part[] =>
    body.flatMap((node) => {
      if (node.kind !== "indicator" || !node.name || !node.points) return [];
      const path = [...above, node.name.text];
      return {
        keyword: node.keyword.text,
        name: slice(node.name),
        points: slice(node.points),
        own: node.body.filter(({ kind }) => kind !== "indicator").map(slice),
        children: parts(node.body, path),
        path,
        node,
        touched: false,
      };
    });
  const top = parts(tree.statements, []);
  const all = (of: readonly Part[]): readonly Part[] => of.flatMap((one) => [one, ...all(one.children)]);
  const groups = [top, ...all(top).flatMap(({ children }) => (children.length > 0 ? [children] : []))];
  const others = tree.statements.filter(({ kind }) => kind !== "indicator" && kind !== "ruleset");
  const scenarios = others.filter(({ kind }) => kind === "scenario").map(slice);
  const isMentioned = ({ path }: Part): boolean => {
    const name = path.at(-1) ?? "";
    return scenarios.some((one) => one.includes(name));
  };
  const lines: string[] = [];
  let edited = others.map(slice);
  const renamed = new Map<string, string>();
  const written = ({ path }: Part): string => path.map((name) => `「${name}」`).join("/");
  let n = 0;
  const note = (): string => {
    n += 1;
    return random.once(3) ? `// 改动${n}\n` : "";
  };
  const isLeaf = ({ children }: Part): boolean => children.length === 0;
  const changes: readonly (() => void)[] = [
    // 解释, 依据: added, or put in the place of what there was.
    () => {
      const one = random.pick(all(top));
      if (one.touched) return;
      one.touched = true;
      const said = `解释 "改动${n}"`;
      lines.push(
        `${note()}修改 指标 ${written(one)} {\n  ${note()}  ${said} ${random.once(3) ? "// 后面" : ""}\n}`,
      );
      one.own = [...without(one, ["describe"]), said];
    },
    // Another standard, with all that the old one went with taken out.
    () => {
      const one = random.pick(all(top).filter(isLeaf));
      if (one.touched || isMentioned(one)) return;
      one.touched = true;
      const kinds = ["value", "target", "notApplicable", "veto", "mustExplain"] as const;
      const there = kinds.filter((kind) =>
        one.node.body.some((s) => s.kind === "property" && s.phrase.id === kind),
      );
      const words = {
        value: "值",
        target: "目标",
        notApplicable: "不适用",
        veto: "否决",
        mustExplain: "须说明",
      };
      const taken = there.map((kind) => `  删除 ${words[kind]}\n`);
      lines.push(`${note()}修改 指标 ${written(one)} {\n  评分 人工\n${taken.join("")}}`);
      one.own = [...without(one, [...there, "standard"]), "评分 人工"];
    },
    // A name.
    () => {
      const one = random.pick(all(top));
      if (one.touched) return;
      one.touched = true;
      const before = one.path.at(-1) ?? "";
      const now = `新名${n}${lines.length}`;
      lines.push(`${note()}修改 指标 ${written(one)} { 名称 ${now} }`);
      renamed.set(before, now);
      one.name = now;
    },
    // A place among its neighbours.
    () => {
      const several = groups.filter(({ length }) => length > 1);
      if (several.length === 0) return;
      const group = random.pick(several);
      const one = random.pick(group);
      const other = random.pick(group.filter((sibling) => sibling !== one));
      if (one.touched || other.touched) return;
      one.touched = other.touched = true;
      const before = random.once(2);
      const path = one.path
        .slice(0, -1)
        .map((name) => `「${name}」`)
        .join("/");
      const under = path === "" ? "" : `于 ${path} `;
      lines.push(
        `${note()}修改 指标 ${written(one)} ${under}${before ? "之前" : "之后"} 「${other.path.at(-1)}」`,
      );
      group.splice(group.indexOf(one), 1);
      group.splice(group.indexOf(other) + (before ? 0 : 1), 0, one);
    },
    // One goes, and one of its weight comes.
    () => {
      const group = random.pick(groups);
      const one = random.pick(group);
      if (all([one]).some((part) => part.touched || isMentioned(part)) || isShared(group, one, tree, text))
        return;
      for (const part of all([one])) part.touched = true;
      const path = one.path
        .slice(0, -1)
        .map((name) => `「${name}」`)
        .join("/");
      const name = `添上${n}${lines.length}`;
      lines.push(`${note()}删除 指标 ${written(one)}`);
      lines.push(`${note()}新增 指标 ${name} ${one.points} ${path === "" ? "" : `于 ${path} `}{ 评分 人工 }`);
      group.splice(group.indexOf(one), 1);
      const added: Part = { ...one, name, own: ["评分 人工"], children: [], touched: true };
      group.push(added);
    },
    // What the whole says, and what is added to it.
    () => {
      const basis = `依据 "改动${n}"`;
      if (lines.some((line) => line.includes("依据 "))) return;
      lines.push(`${note()}${basis}`);
      edited = [...edited.filter((one) => !/^(?:依据|basis)\s/.test(one)), basis];
    },
    () => {
      const check = `核对 "改动${lines.length}" 1 = 1`;
      lines.push(`${note()}${random.once(2) ? "新增 " : ""}${check}`);
      edited.push(check);
    },
    () => {
      if (scenarios.length === 0 || lines.some((line) => line.includes("案例"))) return;
      const [, title] = /^\S+\s*("[^"]*"|“[^”]*”)/.exec(scenarios[0] ?? "") ?? [];
      if (title === undefined || scenarios.filter((one) => one.includes(title)).length > 1) return;
      lines.push(`${note()}删除 案例 ${title}`);
      edited = edited.filter((one) => one !== scenarios[0]);
    },
  ];
  for (let i = random.between(1, 6); i > 0; i -= 1) random.pick(changes)();
  const heading = tree.statements.find(({ kind }) => kind === "ruleset");
  const first = heading ? slice(heading).replace("2022", "2023") : "";
  const print = (part: Part): string =>
    `${part.keyword} ${part.name} ${part.points} {\n${[...part.own, ...part.children.map(print)].join("\n")}\n}`;
  const body = [first, ...edited, ...top.map(print)].join("\n");
  return {
    amendment: `${note()}${first} 沿用 2022年度\n${lines.join("\n")}\n${note()}`,
    edited: `${named(body, renamed)}\n`,
    identities: identitiesOf(top, []),
  };
}

/** What an indicator says besides its properties of some kinds. */
function without({ own, node }: Part, kinds: readonly string[]): string[] {
  const statements = node.body.filter(({ kind }) => kind !== "indicator");
  return own.filter((_, i) => {
    const statement = statements[i];
    return !(statement?.kind === "property" && kinds.includes(statement.phrase.id ?? ""));
  });
}

/** Whether the group gives shares by name: what comes would need one. */
function isShared(group: readonly Part[], one: Part, tree: SyntaxNode, text: string): boolean {
  const above = one.path.at(-2);
  const owner = above === undefined ? undefined : tokensOf(tree).find(({ value }) => value === above);
  return group.length > 0 && owner !== undefined && /加权|weighted/.test(text);
}

/** New names in the place of old ones, wherever a token is one. */
function named(text: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return text;
  const tokens: readonly Token[] = tokensOf(treeOf({ file: "规则.heng", text }));
  return tokens
    .map(({ before, text: written, value, kind }) => {
      const now = kind === "word" || kind === "name" ? renamed.get(value) : undefined;
      return before + (now ?? written);
    })
    .join("");
}

function identitiesOf(parts: readonly Part[], above: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of parts) {
    const path = [...above, part.name.replaceAll(/[「」]/g, "")];
    const now = path.join("/");
    const before = part.name.startsWith("添上") ? now : part.path.join("/");
    if (now !== before) found.set(now, before);
    for (const [inner, old] of identitiesOf(part.children, path)) found.set(inner, old);
  }
  return found;
}
