/**
 * Sets of UTF-16 code units, filled lazily: a rule runs only on words that contain a unit it concerns; for all other
 * words, which are nearly all, it costs one table look-up for each unit.
 */

const UNITS = 0x10000;
const UNKNOWN = 0;
const OUT = 1;
const IN = 2;

/** Half of a character beyond the Basic Multilingual Plane. */
export const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** The code units of the characters for which `has` holds, and all surrogates, whose characters are not looked up. */
export class CodeUnitSet {
  readonly #known = new Uint8Array(UNITS);
  readonly #has: (character: string) => boolean;

  constructor(has: (character: string) => boolean) {
    this.#has = has;
  }

  has(unit: number): boolean {
    const known = this.#known[unit];
    return known === UNKNOWN ? this.#learn(unit) : known === IN;
  }

  /** Whether a unit of the word is in the set. */
  meets(word: string): boolean {
    for (let at = 0; at < word.length; at++) if (this.has(word.charCodeAt(at))) return true;
    return false;
  }

  #learn(unit: number): boolean {
    const has = isSurrogate(unit) || this.#has(String.fromCharCode(unit));
    this.#known[unit] = has ? IN : OUT;
    return has;
  }
}

/** The rule, run only on words with a character for which `concerns` holds; it must not change other words. */
export function forWordsWith(
  concerns: (character: string) => boolean,
  rule: (word: string) => string,
): (word: string) => string {
  const units = new CodeUnitSet(concerns);
  return (word) => (units.meets(word) ? rule(word) : word);
}

/**
 * The rule, applied to each character through a table. It must do the same to a word as to each of its characters;
 * words with surrogates are passed to it whole.
 */
export function characterwise(rule: (text: string) => string): (word: string) => string {
  const changed = new CodeUnitSet((character) => rule(character) !== character);
  const results = new Map<number, string>();
  const resultOf = (unit: number): string => {
    let result = results.get(unit);
    if (result === undefined) {
      result = rule(String.fromCharCode(unit));
      results.set(unit, result);
    }
    return result;
  };
  return (word) => {
    let made = '';
    let kept = 0;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      if (!changed.has(unit)) continue;
      if (isSurrogate(unit)) return rule(word);
      made += word.slice(kept, at) + resultOf(unit);
      kept = at + 1;
    }
    return kept === 0 ? word : made + word.slice(kept);
  };
}
