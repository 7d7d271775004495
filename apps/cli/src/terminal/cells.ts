/**
 * What the table shows under 目标 and 实际. Where an indicator has no 值 or 目标 of its own, its steps say what was
 * filed (定性, an option, the items of a 要点) and what 达标 asked for.
 */
import type { IndicatorResult, Step } from "@heng/engine";
import type { Session } from "../session.ts";

export function actualCell(indicator: IndicatorResult, { say }: Pick<Session, "say">): string {
  const { value, method, state } = indicator;
  if (value !== null) return value.shown;
  if (state === "notApplicable") return "";
  const filed = inputsIn(indicator.steps);
  if (filed.some((step) => step.value === null)) return "";
  if (method === "qualitative") return gradeFiled(filed);
  if (method === "checklist") {
    const [met, of] = itemsFiled(filed);
    return of === 0 ? "" : say({ zh: `${met}/${of}项`, en: `${met} of ${of}` });
  }
  const [only, ...others] = filed;
  return method === "bands" && only !== undefined && others.length === 0 ? (only.value?.shown ?? "") : "";
}

export function targetCell({ path, method, target, steps }: IndicatorResult): string {
  if (target !== null || method !== "threshold") return target ?? "";
  const formula = steps.find((step) => step.kind === "score")?.formula ?? "";
  // 如果 在职人员控制率 <= 100% 则 3分 否则 0分
  const [, asked = ""] = /^(?:如果|if) (.*?) (?:则|then) /.exec(formula) ?? [];
  const name = `${path.at(-1) ?? ""} `;
  const standing = asked.startsWith(name) ? asked.slice(name.length) : "";
  return /^(?:[<>]=?|=|≠) [\d.,-]+\S*$/.test(standing) ? standing : "";
}

/** The data in steps, also within others. */
function inputsIn(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) =>
    step.kind === "input" ? [step] : step.kind === "condition" ? [] : inputsIn(step.steps),
  );
}

/** `达成 100%` */
function gradeFiled(filed: readonly Step[]): string {
  const share = filed.find((step) => step.name.endsWith(SHARE));
  const name = share?.name.slice(0, -SHARE.length);
  const grade = filed.find((step) => (name === undefined ? step.value?.unit === "" : step.name === name));
  return [grade, share].flatMap((step) => step?.value?.shown ?? []).join(" ");
}

const SHARE = ".share";

/** How many items are met, and of how many; those of the checklist that has most, for conditions may ask for others. */
function itemsFiled(filed: readonly Step[]): readonly [met: number, of: number] {
  const items = filed.filter(({ name }) => name.includes("."));
  const lists = Map.groupBy(items, ({ name }) => name.slice(0, name.lastIndexOf(".")));
  const [most = []] = [...lists.values()].toSorted((a, b) => b.length - a.length);
  return [most.filter(({ value }) => value?.exact === "是").length, most.length];
}
