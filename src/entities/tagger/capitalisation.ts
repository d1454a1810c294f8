/** How a passage writes its words: capitals, letters of one language, spaces. By code unit, from a table. */
import type { Token } from '../../analysis/forms.ts';
import { PREFERRED_LANGUAGES } from '../../analysis/languages/registry.ts';

/** Bits of what a code unit is. */
export const CAPITAL = 1;
export const SMALL = 2;
export const UNCASED = 4;
/** It has another form as a capital or as a small letter. */
export const CASED = 8;
const NUMBER = 16;
/** A letter that indicates one preferred language among those of its script, see `Language.indicativeLetters`. */
const INDICATIVE = 32;
const LOOKED_AT = 64;

const INDICATIVE_LETTERS = PREFERRED_LANGUAGES.filter(({ script }) => script === 'Latn');

const known = new Uint8Array(0x10000);

function lookedAt(unit: number): number {
  const character = String.fromCharCode(unit);
  const bits =
    (/\p{Lu}/u.test(character) ? CAPITAL : 0) |
    (/\p{Ll}/u.test(character) ? SMALL : 0) |
    (/\p{Lo}/u.test(character) ? UNCASED : 0) |
    (character.toLowerCase() !== character.toUpperCase() ? CASED : 0) |
    (/\p{N}/u.test(character) ? NUMBER : 0) |
    (INDICATIVE_LETTERS.some(({ indicativeLetters }) => indicativeLetters.includes(character))
      ? INDICATIVE
      : 0);
  known[unit] = bits | LOOKED_AT;
  return bits | LOOKED_AT;
}

/** The bits of the code unit at an index; 0 behind the end and for surrogates. */
export function letterAt(text: string, index: number): number {
  return index < text.length ? known[text.charCodeAt(index)]! || lookedAt(text.charCodeAt(index)) : 0;
}

/** Capitals throughout, but for an ending written on to it: AB, ABD, BMnin. */
export function isShoutedAt(text: string, start: number, end: number): boolean {
  // The second letter of U.N. is behind a full stop.
  const next = text[start + 1] === '.' ? start + 2 : start + 1;
  const second = next < end ? letterAt(text, next) : 0;
  return (letterAt(text, start) & CAPITAL) !== 0 && (second & (CAPITAL | NUMBER)) !== 0;
}

/** Share of capitalised words from which a capital is no evidence, and the fewest words to judge by. */
const HEADLINE = 0.6;
const HEADLINE_WORDS = 4;

/** How a passage is written. Computed lazily, and only as far as needed. */
export class Capitalisation {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #capitals: 'mixed' | 'headline' | 'small' | 'shouted' | undefined;
  #language: string | null | undefined;

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  /** Its capitals: for names, for most words, not at all, or throughout. */
  get capitals(): 'mixed' | 'headline' | 'small' | 'shouted' {
    this.#capitals ??= this.#look();
    return this.#capitals;
  }

  /** Code of the language that its letters indicate; `null` if they indicate none. */
  get language(): string | null {
    if (this.#language === undefined) this.#language = this.#has(INDICATIVE) ? this.#indicated() : null;
    return this.#language;
  }

  #look(): 'mixed' | 'headline' | 'small' | 'shouted' {
    if (!this.#has(CAPITAL)) return 'small';
    if (!this.#has(SMALL)) return 'shouted';
    const [tokens, text] = [this.#tokens, this.#text];
    const ends = /[.!?:]/.test(text[tokens.at(-1)!.end] ?? '');
    if (ends || tokens.length < HEADLINE_WORDS) return 'mixed';
    // Most passages show soon that too many words are small.
    let small = Math.floor(tokens.length * (1 - HEADLINE));
    for (let at = 0; at < tokens.length && small >= 0; at++)
      if ((letterAt(text, tokens[at]!.start) & CAPITAL) === 0) small--;
    return small >= 0 ? 'headline' : 'mixed';
  }

  #indicated(): string | null {
    const passage = this.#text.slice(this.#tokens[0]!.start, this.#tokens.at(-1)!.end);
    const found = INDICATIVE_LETTERS.find(({ indicativeLetters }) =>
      [...indicativeLetters].some((letter) => passage.includes(letter)),
    );
    return found?.code ?? null;
  }

  #has(bit: number): boolean {
    const end = this.#tokens.at(-1)!.end;
    for (let at = this.#tokens[0]!.start; at < end; at++)
      if ((letterAt(this.#text, at) & bit) !== 0) return true;
    return false;
  }
}

/** Whether there is exactly one space between two places of a text: the common case, before a regular expression. */
export function isSpace(text: string, from: number, to: number): boolean {
  return to - from === 1 && text.charCodeAt(from) === 0x20;
}

/** Whether a part of a text is the whole content of a pair of quotation marks. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return /["“”«„{]/.test(text[start - 1] ?? '') && /["“”»}]/.test(text[end] ?? '');
}
