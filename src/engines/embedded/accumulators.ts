/** Arrays by document number in which posting lists are added up, used for one search after the other. */

/** In `seen`: the document has an excluded term. */
export const EXCLUDED = 0xffff;

export class Accumulators {
  scores = new Float32Array(0);
  /** Number of groups that the document matches, and the last group it was found in, from 1. */
  answered = new Uint16Array(0);
  seen = new Uint16Array(0);
  /** The best score in the group under way, and the weight of the groups that the document has. */
  best = new Float32Array(0);
  held = new Float32Array(0);
  /** Documents with an entry in these arrays. */
  touched = new Uint32Array(0);
  touchedCount = 0;

  /** `size`: one more than the highest document number. */
  makeRoom(size: number): void {
    if (this.scores.length >= size) return;
    const room = Math.ceil(size * 1.5);
    this.scores = new Float32Array(room);
    this.answered = new Uint16Array(room);
    this.seen = new Uint16Array(room);
    this.best = new Float32Array(room);
    this.held = new Float32Array(room);
    this.touched = new Uint32Array(room);
  }

  clear(): void {
    const { scores, answered, seen, best, held, touched } = this;
    for (let i = 0; i < this.touchedCount; i++) {
      const document = touched[i]!;
      scores[document] = 0;
      answered[document] = 0;
      seen[document] = 0;
      best[document] = 0;
      held[document] = 0;
    }
    this.touchedCount = 0;
  }
}
