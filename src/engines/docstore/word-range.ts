/** Words that begin with one letter, in memory: in code point order, which is that of SQLite. */

const LINE_FEED = 0x0a;
/** Code units that are looked ahead first. */
const FIRST_STEP = 64;

/** Surrogates, which are of code points above all others, rank above the units behind them. */
const rankOf = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;

export class WordRange {
  /** Each word is followed by a line feed. */
  readonly #words: string;
  /** Where the word begins that was found last; most are found a little behind the one before. */
  #last = 0;

  /** `words`: with line feeds between them. */
  constructor(words: string) {
    this.#words = words === '' ? '' : `${words}\n`;
  }

  get bytes(): number {
    return this.#words.length * 2;
  }

  /** The first word that is not before `from`. */
  seek(from: string): string | undefined {
    const words = this.#words;
    let low = this.#isBefore(this.#last, from) ? this.#endAfter(this.#last) : 0;
    let high = words.length;
    // Farther and farther ahead, until a word is not before: from a word found before, the next is mostly near.
    for (let step = FIRST_STEP; low > 0 && low + step < words.length; step *= 2) {
      const place = this.#endAfter(low + step);
      if (!this.#isBefore(place, from)) {
        high = place;
        break;
      }
      low = this.#endAfter(place);
    }
    while (low < high) {
      const place = this.#beginOf((low + high) >> 1, low);
      if (this.#isBefore(place, from)) low = this.#endAfter(place);
      else high = place;
    }
    this.#last = low;
    return low === words.length ? undefined : words.slice(low, this.#endAfter(low) - 1);
  }

  /** Where the next word begins after a place within one. */
  #endAfter(place: number): number {
    return this.#words.indexOf('\n', place) + 1 || this.#words.length;
  }

  /** Where the word begins that has a place; not before `least`. */
  #beginOf(place: number, least: number): number {
    let begin = place;
    while (begin > least && this.#words.charCodeAt(begin - 1) !== LINE_FEED) begin--;
    return begin;
  }

  /** Whether the word at a place is before another one; false at the end. */
  #isBefore(place: number, other: string): boolean {
    const words = this.#words;
    if (place >= words.length) return false;
    for (let i = 0; i < other.length; i++) {
      const unit = words.charCodeAt(place + i);
      if (unit === LINE_FEED) return true;
      const wanted = other.charCodeAt(i);
      if (unit !== wanted) return rankOf(unit) < rankOf(wanted);
    }
    return false;
  }
}
