/** Proves indicators that are written out, in a rule set made up around them. */
import { compile, type Diagnostic } from "@heng/lang";
import { prove, type Proofs } from "../src/index.ts";

export function provedOf(rules: string, { points = 10, places = 2 } = {}): Proofs {
  const text = `规则集 试 2022年度
满分 ${points}分
得分保留 ${places}位小数
等级 { 合格 >= 6分; 不合格 其他 }
${rules}
`;
  const { program, diagnostics } = compile({ file: "试.heng", text });
  const [error] = diagnostics.filter(({ severity }) => severity === "error");
  if (!program || error) throw new Error(`does not check: ${error?.message.zh}`);
  return prove(program);
}

/** The findings of some codes, each in its Chinese words. */
export function told({ diagnostics }: Proofs, ...codes: readonly string[]): readonly string[] {
  return diagnostics.filter(({ code }) => codes.includes(code)).map(({ message }) => message.zh);
}

/** The same of every finding by itself, also what is told beside another. */
export function claimed({ claims }: Proofs, ...codes: readonly string[]): readonly string[] {
  return claims.filter(({ code }) => codes.includes(code)).map(({ message }) => message.zh);
}

export function only({ diagnostics }: Proofs, code: string): Diagnostic {
  const found = diagnostics.filter((one) => one.code === code);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${code}`);
  return found[0];
}
