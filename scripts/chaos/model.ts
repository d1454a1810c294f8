/** What a service may answer: the versions of each article that were acknowledged, or whose fate is not known. */
export const ABSENT = 0;

export class Model {
  /** By number of the article: the version it must have, or any of those that were sent without an answer since. */
  readonly #possible = new Map<number, Set<number>>();
  #version = 0;
  acknowledged = 0;

  /** Numbers of all articles that may be there. */
  get numbers(): number[] {
    return [...this.#possible.keys()];
  }

  /** A version that no article had before. */
  nextVersion(): number {
    return ++this.#version;
  }

  /** A write was sent: from now on it may have happened. `ABSENT`: a deletion. */
  sent(number: number, version: number): void {
    const possible = this.#possible.get(number) ?? new Set([ABSENT]);
    this.#possible.set(number, possible.add(version));
  }

  /** A write was acknowledged: nothing before it may be seen again. */
  confirmed(number: number, version: number): void {
    this.#possible.set(number, new Set([version]));
    this.acknowledged++;
  }

  allows(number: number, version: number): boolean {
    return this.#possible.get(number)?.has(version) ?? version === ABSENT;
  }

  /** What an article was found to be is what it stays until the next write. */
  settled(number: number, version: number): void {
    this.#possible.set(number, new Set([version]));
  }
}
