/** What was found and made of a resolved text, told of the files in which it was written. */
import { isOf, type Diagnostic, type Fix, type Range, type TextEdit } from "../diagnostics/diagnostic.ts";
import type { FieldSpec, Program } from "../core/program.ts";
import { H1103 } from "../model/H1103-unused/index.ts";
import { H1202 } from "../model/H1202-total-unequal/index.ts";
import { H1204 } from "../model/H1204-children-unequal/index.ts";
import { quoted } from "../model/names.ts";
import type { FileNode, IndicatorNode, StatementNode } from "../syntax/tree.ts";
import type { Amending, ResolvedYear } from "./resolve.ts";
import { isCopied, originOf } from "./segments.ts";

/** Findings of the text of a year, at their places in its file and in those it inherits from. */
export function relocatedFindings(
  diagnostics: readonly Diagnostic[],
  year: ResolvedYear,
  tree: FileNode,
): readonly Diagnostic[] {
  const { amending } = year;
  const file = amending?.file ?? "";
  const at = (range: Range): Range => (range.file === file ? originOf(year, range) : range);
  const weights = weightsOf(tree);
  return diagnostics.map((one) => {
    const related = one.related.map((other) => (other.range ? { ...other, range: at(other.range) } : other));
    const fixes = one.fixes.flatMap((fix) => relocatedFix(fix, year, weights) ?? []);
    const range = one.range && at(one.range);
    const weighed = amending && one.range && range ? weighedAt(one, one.range, weights, amending) : undefined;
    if (weighed && range && range.file !== file) {
      const there = { range, message: { zh: "以前的年度写在这里", en: "written here in an earlier year" } };
      return { ...one, range: { file, ...weighed }, related: [...related, there], fixes };
    }
    const elsewhere = amending && range && range.file !== file;
    const inherited = { zh: `${year.year}年度 在这里沿用它`, en: `${year.year} inherits it here` };
    const heading = elsewhere ? [{ range: { file, ...amending.inherits }, message: inherited }] : [];
    const outs = elsewhere ? takenOut(one, amending) : [];
    return {
      ...one,
      ...(range ? { range } : {}),
      related: [...related, ...heading],
      fixes: [...fixes, ...outs],
    };
  });
}

/** Only those fixes that change the file itself: another year may be published. */
export function ownFixes(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  return diagnostics.map((one) =>
    one.fixes.every((fix) => fix.edits.every((edit) => edit.file === file))
      ? one
      : { ...one, fixes: one.fixes.filter((fix) => fix.edits.every((edit) => edit.file === file)) },
  );
}

// ---- weights -----------------------------------------------------------------------------------------------

interface Weights {
  /** The path of each indicator by where its points stand, and `""` by where 满分 does. */
  readonly points: ReadonlyMap<string, string>;
  /** 加权, and the path of the indicator whose children it weighs. */
  readonly shares: readonly { readonly start: number; readonly end: number; readonly path: string }[];
}

function weightsOf(tree: FileNode): Weights {
  const paths = new Map<string, string>();
  const shares: { start: number; end: number; path: string }[] = [];
  const visit = (body: readonly StatementNode[], above: readonly string[]): void => {
    for (const node of body) {
      if (node.kind === "property" && above.length === 0 && node.phrase.id === "fullMarks") {
        const { head } = node.phrase;
        if (head) paths.set(key(head), "");
      }
      if (node.kind === "weighted") shares.push({ start: node.start, end: node.end, path: above.join("/") });
      if (node.kind !== "indicator" || !node.name) continue;
      const path = [...above, node.name.text];
      if (node.points) paths.set(key(node.points), path.join("/"));
      visit((node satisfies IndicatorNode).body, path);
    }
  };
  visit(tree.statements, []);
  return { points: paths, shares };
}

function key({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}:${end}`;
}

/** The amendment that upset the sum, or the shares, which a finding is about: the last below it. */
function weighedAt(
  one: Diagnostic,
  { start, end }: Range,
  { points, shares }: Weights,
  { weighings }: Amending,
): { readonly start: number; readonly end: number } | undefined {
  const shared = shares.find((of) => of.start <= start && end <= of.end)?.path;
  const summed =
    one.code === H1202.code ? "" : one.code === H1204.code ? points.get(key({ start, end })) : undefined;
  const path = shared ?? summed;
  return path === undefined ? undefined : weighings.get(path)?.at(-1);
}

function relocatedFix(fix: Fix, year: ResolvedYear, weights: Weights): Fix | undefined {
  const { amending } = year;
  if (!amending) return undefined;
  const edits: TextEdit[] = [];
  for (const edit of fix.edits) {
    if (edit.file !== amending.file) return undefined; // of a file that is included
    const { file, start, end } = originOf(year, edit);
    const path = weights.points.get(key(edit));
    if (file === amending.file && isCopied(year, edit)) edits.push({ file, start, end, text: edit.text });
    else if (path !== undefined) edits.push(asAmendment(path, edit.text, amending));
    else return undefined;
  }
  return { ...fix, edits };
}

/** A weight of last year, set by the amendment file. */
function asAmendment(path: string, points: string, amending: Amending): TextEdit {
  const { file, indicators } = amending;
  const { written = path, body } = indicators.get(path) ?? {};
  if (path !== "" && body !== undefined) return { file, start: body, end: body, text: ` 分值 ${points};` };
  return lineAtEnd(path === "" ? `满分 ${points}` : `修改 指标 ${written} { 分值 ${points} }`, amending);
}

function lineAtEnd(line: string, { file, length, lineEnds }: Amending): TextEdit {
  return { file, start: length, end: length, text: `${lineEnds ? "" : "\n"}${line}\n` };
}

/** What last year declared and nothing uses any more is taken out by an amendment. */
function takenOut(one: Diagnostic, amending: Amending): readonly Fix[] {
  if (!isOf(H1103, one)) return [];
  const { name, kind } = one.data;
  const line = `删除 ${kind.zh} ${quoted(name)}`;
  return [
    { title: { zh: `添上 ${line}`, en: `add ${line}` }, safe: false, edits: [lineAtEnd(line, amending)] },
  ];
}

// ---- the program -------------------------------------------------------------------------------------------

/** A program whose parts say where they were written. What was one object before is one after. */
export function relocatedProgram(program: Program, year: ResolvedYear): Program {
  const file = year.amending?.file ?? "";
  const done = new Map<object, object>();
  const visit = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = done.get(value);
    if (known) return known;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      done.set(value, list);
      for (const one of value) list.push(visit(one));
      return list;
    }
    if (value instanceof Map) {
      const map = new Map<unknown, unknown>();
      done.set(value, map);
      for (const [name, one] of value) map.set(name, visit(one));
      return map;
    }
    if (isRange(value)) {
      const range = value.file === file ? originOf(year, value) : value;
      done.set(value, range);
      return range;
    }
    const made: Record<string, unknown> = {};
    done.set(value, made);
    for (const [name, one] of Object.entries(value)) made[name] = visit(one);
    return made;
  };
  const moved = visit(program) as Program;
  const former = (field: FieldSpec): FieldSpec => {
    const formerly = year.fields.get(field.name);
    return formerly ? { ...field, formerly } : field;
  };
  return { ...moved, fields: moved.fields.map(former) };
}

function isRange(value: object): value is Range {
  return "file" in value && "start" in value && "end" in value && typeof value.start === "number";
}
