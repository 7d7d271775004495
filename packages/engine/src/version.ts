/** The version of the meaning (docs/reference/semantics.md): it changes only if a score could. */
export const SEMANTICS = "heng-semantics/1";
