/** A word in both languages; `en` is also the name of the thing in code (language reference, keywords). */
export interface Names {
  readonly zh: string;
  readonly en: string;
}
