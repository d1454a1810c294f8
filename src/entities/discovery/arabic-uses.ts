/**
 * How an archive uses Arabic words, which have no capitals: words that often have the article are common words. This
 * separates names after a title from other words after a title.
 */
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { FATHATAN } from '../../analysis/folding/arabic-letters.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { WORDS_BESIDE_NAMES } from '../../analysis/languages/arabic/names.ts';
import { isFatherWord, isParticle, withoutArticle } from '../language-rules.ts';

/** The counts kept for each word. */
interface Word {
  folded: string;
  /** As it was written. */
  text: string;
  /** Its first letter may be a word of its own. */
  clitic: boolean;
}

/** Letters of a word after its article, from which it is counted. */
const DEFINED_FROM = 3;
/**
 * Uses with an article for each without one, from which a word is ordinary: as the last word of a name, and as one before,
 * where many given names may have it too (حسن, الحسن).
 */
const LAST = 0.1;
const BEFORE = 0.5;
/** Uses with an article from which they say something. */
const LEAST = 3;
const BESIDE = new Set(WORDS_BESIDE_NAMES.split(/\s+/).map(foldArabic));

export class ArabicUses {
  readonly #bare = new Map<string, number>();
  readonly #withArticle = new Map<string, number>();

  /** Counts a word of a text, in folded form. */
  read(folded: string): void {
    const defined = withoutArticle(folded);
    if (defined !== undefined && defined.length >= DEFINED_FROM) count(this.#withArticle, defined);
    else if (scriptOf(folded.codePointAt(0)!) === 'Arab') count(this.#bare, folded);
  }

  /** The name in some words: without ordinary words before and behind; `undefined` where no given and family name are left. */
  nameIn<W extends Word>(words: readonly W[]): W[] | undefined {
    // A word before or behind بن is a name, whatever else it may be: فيصل, تركي.
    const isKin = (at: number): boolean =>
      isFatherWord(words[at + 1]?.folded ?? '') || isFatherWord(words[at - 1]?.folded ?? '');
    const isOrdinary = (at: number, share: number): boolean =>
      isParticle(words[at]!.folded) || (!isKin(at) && this.#isOrdinary(words[at]!, share));
    let [from, to] = [0, words.length];
    while (to > from && isOrdinary(to - 1, LAST)) to--;
    while (from < to && isOrdinary(from, BEFORE)) from++;
    const bearing = words.flatMap(({ folded }, at) =>
      at >= from && at < to && !isParticle(folded) ? [at] : [],
    );
    if (bearing.length < 2 || bearing.some((at) => isOrdinary(at, BEFORE))) return undefined;
    return words.slice(from, to);
  }

  #isOrdinary({ folded, text, clitic }: Word, share: number): boolean {
    if (BESIDE.has(folded) || text.includes(FATHATAN)) return true;
    // Where the word without its first letter is the usual one, that letter is a word: لبايرن, but فابيوس.
    if (clitic && this.#times(folded.slice(1)) > this.#times(folded)) return true;
    return bareForms(folded, text, clitic).some((bare) => {
      const times = this.#withArticle.get(bare) ?? 0;
      return times >= LEAST && times > (this.#bare.get(bare) ?? 0) * share;
    });
  }

  #times(folded: string): number {
    return (this.#bare.get(folded) ?? 0) + (this.#withArticle.get(folded) ?? 0);
  }
}

/** A word, and what it may be without a pronoun (تدريباته), an ending (خطابا) or a letter before it. */
function bareForms(folded: string, text: string, clitic: boolean): string[] {
  const found = [folded];
  if (folded.length > 4) {
    if (folded.endsWith('ا')) found.push(folded.slice(0, -1));
    const pronoun = /(?:ها|هم|ه)$/.exec(folded)?.[0];
    // ة is written as ه in folded form, and is no pronoun.
    if (pronoun !== undefined && !text.endsWith('ة')) {
      const bare = folded.slice(0, -pronoun.length);
      found.push(bare, bare.replace(/ت$/, 'ه'));
    }
  }
  return clitic ? [...found, ...found.map((word) => word.slice(1))] : found;
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
