/**
 * Official tables word things in ways that this language does not: `每超过1个百分点，扣0.5分`. Read as rules such a row
 * gives several findings, none of which helps. So where a row is in error and is known as official wording, it is tried
 * how it reads as it is written here: if that mends the row, it is what is said of it, once.
 */
import { diagnose, isOf, isOneOf, type Diagnostic, type Fix, type Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import { LIMITS } from "../limits.ts";
import { H1105 } from "../model/H1105-name-not-allowed-here/index.ts";
import { H1101 } from "../model/H1101-unknown-name/index.ts";
import { H1401 } from "../model/H1401-clause-missing/index.ts";
import { H1428 } from "../methods/bands/H1428-row-without-band/index.ts";
import { H1432 } from "../methods/bands/H1432-ladder-and-intervals/index.ts";
import { H1433 } from "../methods/bands/H1433-ladder-direction/index.ts";
import { H1435 } from "../methods/bands/H1435-result-missing/index.ts";
import { H1419 } from "../standards/tally/H1419-row-incomplete/index.ts";
import { H1007 } from "../syntax/H1007-missing/index.ts";
import { H1009 } from "../syntax/H1009-unknown-word/index.ts";
import { H1010 } from "../syntax/H1010-glued-words/index.ts";
import { H1011 } from "../syntax/H1011-chinese-number/index.ts";
import { H1019 } from "../syntax/H1019-sign/index.ts";
import { H1021 } from "../syntax/H1021-grade-as-range/index.ts";
import { excerpt } from "../syntax/findings.ts";
import { readsInTurn } from "./bands.ts";
import { rowsAt, type Row } from "./rows.ts";
import { untilIn, written, type Written } from "./wording.ts";
import { H1022 } from "./H1022-official-wording/index.ts";

interface Reworded extends Written {
  readonly row: Row;
}

/** One finding with a fix says already what is written instead. */
const MENDED_ALONE = [H1007, H1009, H1010, H1011, H1019, H1021];
/** Findings of a row whose text was read, but not understood. */
const NOT_UNDERSTOOD = [H1101, H1401, H1419, H1428, H1435];
const OF_TEXT = /^H10/;
/** Bands that do not stand in turn: they were not meant so. */
const OUT_OF_TURN = [H1432, H1433];
/** Where rows are tried that do not read otherwise either, they are left out once. */
const ROUNDS = 2;

/** The findings of a text, with those of rows in official wording told as what they are. */
export function reword(
  { file, text }: { readonly file: string; readonly text: string },
  told: readonly Diagnostic[],
  check: (text: string) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = told.filter(({ severity, range }) => severity === "error" && range?.file === file);
  const astray = errors.filter(isAstray);
  const places = astray.flatMap(({ range }) => (range ? [range.start] : []));
  let tried = rowsAt(text, places)
    .slice(0, LIMITS.diagnostics)
    .flatMap((row): Reworded[] => {
      const own = astray.filter(({ range }) => range && range.start >= row.start && range.start < row.end);
      const [only, ...others] = own;
      const alone = only && others.length === 0 && isOneOf(MENDED_ALONE, only) ? only : undefined;
      const mended = alone !== undefined && (alone.fixes.length > 0 || isOf(H1010, alone));
      const found = mended && !readsInTurn(row) ? undefined : written(row);
      return found ? [{ ...found, row }] : [];
    });
  tried = narrowed(tried, file, text, check);
  for (let round = 0; round < ROUNDS && tried.length > 0; round++) {
    const places = new Places(tried);
    const found = check(places.mended(text));
    const wrong = found.filter(({ severity }) => severity === "error");
    const holds = (row: Reworded, is: (one: Diagnostic) => boolean): boolean =>
      wrong.some((one) => is(one) && one.range?.file === file && places.isIn(one.range.start, row));
    const jumbled = new Set(
      tried.filter((row) => holds(row, (one) => isOneOf(OUT_OF_TURN, one))).map(({ row }) => row.block),
    );
    const mends = tried.filter(
      (one) => !holds(one, isAstray) && !(one.kind === "step" && jumbled.has(one.row.block)),
    );
    if (mends.length === tried.length) {
      // A target that is not there is told with the row that counts beyond it.
      const lacking = found.filter((one) => isOf(H1105, one) && one.range?.file === file);
      const lacks = (row: Reworded): readonly Diagnostic[] =>
        lacking.filter(({ range }) => range && places.isIn(range.start, row));
      const said = new Set(mends.flatMap(lacks));
      const left = found
        .filter((one) => !said.has(one))
        .map((one) => (one.range?.file === file ? places.asWritten(one, file) : one));
      return inOrder([...left, ...mends.map((one) => say(one, lacks(one).length > 0, file, text))], file);
    }
    tried = mends;
  }
  return told;
}

/** Whether a row was not understood for it. */
function isAstray(one: Diagnostic): boolean {
  return OF_TEXT.test(one.code) || isOneOf(NOT_UNDERSTOOD, one);
}

/** Of readings that the wording leaves open, those that are right as rules: 值 in % is not counted in 次. */
function narrowed(
  tried: readonly Reworded[],
  file: string,
  text: string,
  check: (text: string) => readonly Diagnostic[],
): Reworded[] {
  const most = Math.max(0, ...tried.map(({ rows }) => (rows.length > 1 ? rows.length : 0)));
  const right = new Map<Row, string[]>();
  for (let reading = 0; reading < most; reading++) {
    const one = tried.map((row) => ({
      ...row,
      rows: row.rows.slice(Math.min(reading, row.rows.length - 1)),
    }));
    const places = new Places(one);
    const wrong = check(places.mended(text)).filter(
      ({ severity, range }) => severity === "error" && range?.file === file,
    );
    for (const tries of one) {
      const [row = ""] = tries.rows;
      const fits = !wrong.some(({ range }) => range && places.isIn(range.start, tries));
      if (fits) right.set(tries.row, [...(right.get(tries.row) ?? []), row]);
    }
  }
  return tried.map((one) => {
    const rows = Array.from(new Set(right.get(one.row) ?? one.rows));
    return rows.length < one.rows.length ? { ...one, rows, kind: rows.length > 1 ? one.kind : "row" } : one;
  });
}

function inOrder(all: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  const here = ({ range }: Diagnostic): boolean => range?.file === file;
  return [
    ...all.filter((one) => here(one)).toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)),
    ...all.filter((one) => !here(one)),
  ];
}

function say({ row, rows, safe, kind }: Reworded, lacks: boolean, file: string, source: string): Diagnostic {
  const text = source.slice(row.start, row.end);
  const until = kind === "until" ? untilIn(text) : undefined;
  const at = until
    ? { file, start: row.start + until.start, end: row.start + until.end }
    : { file, start: row.start, end: row.end };
  const said = excerpt(until ? text.slice(until.start, until.end).replace(/^[\s,，]+/, "") : text);
  if (lacks) return diagnose(H1022, { text: said, mended: rows, kind: "target" }, { range: at });
  const fixes: readonly Fix[] = rows.map((one) =>
    until
      ? replacement(at, "", "删去它", "take it out", safe)
      : replacement(at, one, `改为 ${one}`, `write ${one}`, safe),
  );
  return diagnose(H1022, { text: said, mended: rows, kind }, { range: at }, { fixes });
}

/** Where things stand in a text whose rows are reworded. */
class Places {
  readonly #rows: readonly Reworded[];

  constructor(rows: readonly Reworded[]) {
    this.#rows = rows;
  }

  mended(text: string): string {
    let mended = "";
    let at = 0;
    for (const { row, rows } of this.#rows) {
      mended += text.slice(at, row.start) + (rows[0] ?? "");
      at = row.end;
    }
    return mended + text.slice(at);
  }

  isIn(place: number, { row }: Reworded): boolean {
    const { start, end } = this.#whole(place);
    return start === row.start && end === row.end;
  }

  /** The finding as it stands in the text before. */
  asWritten(one: Diagnostic, file: string): Diagnostic {
    const range = <R extends Range>(of: R): R => {
      if (of.file !== file) return of;
      return { ...of, start: this.#whole(of.start).start, end: this.#whole(of.end).end };
    };
    const fixes = one.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(range) }));
    const edited = ({ edits }: Fix): boolean =>
      edits.some(({ start, end }) =>
        this.#rows.some(({ row }) => start < row.end && Math.max(end, start + 1) > row.start),
      );
    return {
      ...one,
      ...(one.range ? { range: range(one.range) } : {}),
      related: one.related.map((also) => (also.range ? { ...also, range: range(also.range) } : also)),
      fixes: fixes.filter((fix) => !edited(fix)),
    };
  }

  /** A place of the new text in the old; of a row that is reworded, all of it. */
  #whole(place: number): { readonly start: number; readonly end: number } {
    let longer = 0;
    for (const { row, rows } of this.#rows) {
      const start = row.start + longer;
      const { length } = rows[0] ?? "";
      if (place < start) break;
      if (place < start + length) return { start: row.start, end: row.end };
      longer += length - (row.end - row.start);
    }
    return { start: place - longer, end: place - longer };
  }
}
