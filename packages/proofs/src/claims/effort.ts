/** How much is looked at in one rule set where neither ranges nor a first filing tell, however much of it is open. */
export class Effort {
  #left = 1_000;

  /** Whether there is some left for one more part of what may be filed. */
  spend(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}
