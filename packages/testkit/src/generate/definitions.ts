/** What is written once and used by name: 定义, functions, and the standards of 方法. Later ones may use earlier ones. */
import type { Declared } from "./declared.ts";
import { figure } from "./figures.ts";
import type { Figure } from "./literals.ts";

export function definitions(declared: Declared): readonly string[] {
  const { random, word } = declared.spelling;
  const texts: string[] = [];
  const define = word("定义", "define");
  for (let i = random.below(4); i > 0; i -= 1) texts.push(definition(declared, define));
  for (let i = random.below(3); i > 0; i -= 1) texts.push(functionOf(declared, define));
  for (let i = random.below(3); i > 0; i -= 1) texts.push(sharedStandard(declared));
  return texts;
}

function definition(declared: Declared, define: string): string {
  const { random, fresh } = declared.spelling;
  const name = fresh("定");
  const kind = random.pick<Figure>(["ratio", "ratio", "money", "number"]);
  const text = `${define} ${name} = ${figure(declared, kind, 2)}`;
  declared.definitions.push({ name, kind });
  return text;
}

/** A ratio of two amounts of money. */
function functionOf({ spelling, functions }: Declared, define: string): string {
  const { random, word, over, fresh } = spelling;
  const name = fresh("函");
  const body = random.pick([
    `甲 ${over()} 乙`,
    `(甲 - 乙) ${over()} 乙`,
    `${word("最小", "min")}(甲 ${over()} 乙, 120%)`,
    `${word("变动率", "change")}(甲, 乙)`,
  ]);
  functions.push(name);
  return `${define} ${name}(甲, 乙) = ${body}`;
}

/** A standard for a ratio and a limit of it. */
function sharedStandard({ spelling, standards }: Declared): string {
  const { random, word, fresh } = spelling;
  const name = fresh("标准");
  const [value, target, standard] = [word("值", "value"), word("目标", "target"), word("评分", "standard")];
  const body = random.pick([
    `${value} = 率; ${target} <= 上限; ${standard} ${word("按比例", "proportional")} ${word("反比", "inverse")}`,
    `${value} = 率; ${target} >= 上限; ${standard} ${word("按比例", "proportional")}`,
    `${value} = 率; ${standard} ${word("达标", "threshold")} 率 <= 上限`,
    `${value} = 率\n${standard} ${word("扣分", "deduct")} { ${word("超过", "above")} 上限 ${word("每", "each")} 5个百分点 ${word("扣", "take")} 10% }`,
    `${value} = 率\n${standard} ${word("分档", "bands")} { >= 上限 ${word("得", "gets")} ${word("满分", "fullMarks")}; ${word("其他", "otherwise")} ${word("得", "gets")} 40% }`,
  ]);
  standards.push(name);
  return `${word("方法", "method")} ${name}(率, 上限) {\n${body}\n}`;
}
