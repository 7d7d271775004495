/** Rules for tests and benches that must check without an error. */
import { compile, type CompiledSource, type Program } from "@heng/lang";

export type Checked = CompiledSource & { readonly program: Program };

export function compileClean(text: string): Checked {
  const compiled = compile({ file: "规则.heng", text });
  const errors = compiled.diagnostics.filter((d) => d.severity === "error");
  const { program } = compiled;
  if (!program || errors.length > 0) {
    throw new Error(
      `does not check: ${errors.map((d) => `${d.code} ${d.message.zh} at ${text.slice(d.range?.start, d.range?.end)}`).join(" / ")}`,
    );
  }
  return { ...compiled, program };
}
