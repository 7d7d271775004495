/** A string that counts how often a character of it is looked at. */
export class Counted extends String {
  looks = 0;
  override charCodeAt(index: number): number {
    this.looks += 1;
    return super.charCodeAt(index);
  }
}
