/** The file that a new year begins with: what it inherits, and by examples what may be written. */
import { showPlain } from "../core/build.ts";
import type { Group, Leaf, Program } from "../core/program.ts";
import { quoted } from "../model/names.ts";

/** An amendment file of a rule set that changes nothing yet; its comments teach with the rule set's own names. */
export function beginning(program: Program, year: string): string {
  const { root, fields } = program;
  const leaf = root.children.flatMap(leavesOf)[0];
  const group = root.children.find((one): one is Group => one.kind === "group");
  const last = group ? group.children.at(-1) : root.children.at(-1);
  const place = group
    ? `于 ${quoted(group.name)}${last ? ` 之后 ${quoted(last.name)}` : ""}`
    : `之后 ${quoted(last?.name ?? "")}`;
  const field = fields.find(({ judged }) => judged === undefined);
  const points = leaf ? showPlain(leaf.points) : "10";
  const examples: readonly (readonly [string, string])[] = [
    ...(leaf
      ? ([
          [
            "改分值、评分等，写到的换成新的",
            `修改 指标 ${written(leaf)} { 分值 ${points}分; 依据 "〔${year}〕号" }`,
          ],
          ["换名称", `修改 指标 ${written(leaf)} { 名称 新的名称 }`],
          ["移到别处", `修改 指标 ${written(leaf)} ${place}`],
          ["删去", `删除 指标 ${written(leaf)}`],
        ] as const)
      : []),
    ["新增", `新增 指标 新的指标 2分 ${place} { 评分 人工 }`],
    ["定义、核对、案例等，用它们的名称", `新增 封顶 ${showPlain(root.points)}分`],
    ...(field
      ? ([["数据换名称、换单位", `调整 数据 { 新的名称 原名 ${quoted(field.name)} }`]] as const)
      : []),
  ];
  return [
    `// 只写今年改了什么，没有写到的照 ${program.year}年度；全文用 heng resolve 印出。`,
    `规则集 ${quoted(program.name)} ${year}年度 沿用 ${program.year}年度`,
    `依据 "〔${year}〕号（填上今年通知的文号）"`,
    "",
    "// 可以这样写（去掉 // 就是规则；各级分值仍要合计得上）：",
    ...examples.flatMap(([what, line]) => [`// ${what}`, `//   ${line}`]),
    "",
  ].join("\n");
}

function leavesOf(node: Group | Leaf): readonly Leaf[] {
  return node.kind === "leaf" ? [node] : node.children.flatMap(leavesOf);
}

function written({ path }: Leaf): string {
  return path.map(quoted).join("/");
}
