import { defineDiagnostic, type Names } from "@heng/lang";

/** A figure that is measured, and what it gets. */
interface Got {
  readonly value: Names;
  readonly score: Names;
}

export const H2109 = defineDiagnostic<{
  readonly name: string;
  /** What gets less than it should. */
  readonly better: Got;
  readonly worse: Got;
  /** On the other side of it, where it gets less than both. */
  readonly beyond?: Got;
  /** No row takes it but 其他: that one figure alone, or some like it. */
  readonly rest?: "one" | "several";
}>({
  code: "H2109",
  severity: "warning",
  message: ({ name, better, worse, beyond, rest }) => {
    const left = {
      zh: rest ? `，落入“其他”${rest === "one" ? "，差一个等号" : ""}` : "",
      en: rest
        ? `, left over for “otherwise”${rest === "one" ? " by bounds that both leave it out" : ""}`
        : "",
    };
    if (beyond)
      return {
        zh: `“${name}”中间的得分反而比两头低：${worse.value.zh} 得 ${worse.score.zh}，${beyond.value.zh} 得 ${beyond.score.zh}，${better.value.zh} 只得 ${better.score.zh}${left.zh}`,
        en: `“${name}” gives less in the middle than on both sides: ${worse.score.en} at ${worse.value.en}, ${beyond.score.en} at ${beyond.value.en}, but ${better.score.en} at ${better.value.en}${left.en}`,
      };
    return {
      zh: `“${name}”越好得分反而越低：${worse.value.zh} 得 ${worse.score.zh}，${better.value.zh} 只得 ${better.score.zh}${left.zh}`,
      en: `“${name}” gives less for the better: ${worse.score.en} at ${worse.value.en}, but ${better.score.en} at ${better.value.en}${left.en}`,
    };
  },
  mend: ({ beyond, rest }) =>
    rest
      ? {
          zh: "核对“其他”前面各档的界限，让它们相接；确实只得这几分的，单写一档",
          en: "check the bounds of the rows before “otherwise” and let them meet; write a row where so little is meant",
        }
      : beyond
        ? {
            zh: "核对各档的得分和界限：值从低到高，得分只能先升后降",
            en: "check what the bands give and their bounds: as the value rises, the score may rise and then fall, and no more",
          }
        : {
            zh: "核对各档的得分、界限和目标的方向；本来就以适中为好的，目标写 在 [a, b]",
            en: "check what the bands give and which way the target points; where the middle is best, write the target as in [a, b]",
          },
});
