/** 目标 in words: what the bound is that people meant. */

/** `达到95%`, `完成 100 件`, `应不低于90%`, `>= 达到 95%` */
const REACHED =
  /^(?:值\s?)?(?:(?:[>＞]?[=＝]|[≥≧])\s?)?(?:应当?|须|必须|需|要)?\s?(?:至少|不低于|不少于|不小于)?\s?(?:达到|完成|达|到|至少|不低于|不少于|不小于)\s?(\d[\d.,]*\s?[^\d\s]*?)\s?(?:及?以上)?$/;
/** `达到 计划数`, `达到计划数以上` */
const REACHED_NAME = /^(?:应当?|须|必须|需|要)?\s?(?:达到|完成)\s?([^\d\s]\S*?)\s?(?:及?以上)?$/;
/** `控制在 100% 以内`, `应不超过5次` */
const WITHIN =
  /^(?:值\s?)?(?:应当?|须|必须|需|要)?\s?(?:(?:控制|保持)在|不超过|不高于|不大于|不多于)\s?(\d[\d.,]*\s?[^\d\s]*?)\s?(?:及?以[内下]|之内|内)?$/;
/** `为 100%`, `（100%）`, `"100%"`: only what stands there is said, not which side of it is meant. */
const MERELY = /^(?:值\s?)?(?:(?:定为|设为|为|是)\s?[:：]?\s?|[(（"“])(\d[\d.,]*\s?[^\d\s]*?)[)）"”]?$/;
/** The word with what is glued to it. */
const GLUED = /^目标(?:值\s?)?(?=[^\s值])(.+)$/;

/** `>= 95%` of `达到95%`, `<= 5次` of `控制在5次以内`. */
export function boundMeant(text: string): string | undefined {
  const [, least] = REACHED.exec(text) ?? [];
  if (least !== undefined) return `>= ${least}`;
  const [, most] = WITHIN.exec(text) ?? [];
  return most === undefined ? undefined : `<= ${most}`;
}

/** `计划数` of `达到 计划数`, which is a bound where it is the name of one. */
export function nameReached(text: string): string | undefined {
  return REACHED_NAME.exec(text)?.[1];
}

/** `100%` of `为100%`. */
export function figureAlone(text: string): string | undefined {
  return MERELY.exec(text)?.[1];
}

/** What `目标达到100%` or `目标值为100%` can mean, likeliest first; of other texts nothing. */
export function targetsMeant(text: string): readonly string[] {
  const [, said = ""] = GLUED.exec(text) ?? [];
  const bound = boundMeant(said);
  if (bound !== undefined) return [bound];
  const figure = figureAlone(said);
  return figure === undefined ? [] : [`>= ${figure}`, `<= ${figure}`];
}
