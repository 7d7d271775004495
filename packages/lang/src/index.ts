export * from "./core/print.ts";
export * from "./core/program.ts";
export * from "./core/show.ts";
export * from "./core/type.ts";
export * from "./diagnostics/diagnostic.ts";
export type { Names } from "./syntax/phrase.ts";
export type { ComparisonSign } from "./syntax/tree.ts";
