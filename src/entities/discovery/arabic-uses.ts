/**
 * How an archive uses Arabic words, which have no capitals: those that often have the article are ordinary ones. By that
 * the words after a title that are no name are told from those that are.
 */
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { isParticle } from '../gazetteer/titles.ts';

/** What is looked at of a word. */
interface Word {
  variant: string;
  /** As it was written. */
  text: string;
  /** Its first letter may be a word of its own. */
  clitic: boolean;
}

/** A word with its article, behind letters that are words of their own. */
const WITH_ARTICLE = /^(?:[وفبك]?ال|لل)(.{3,})$/u;
/**
 * Uses with an article for each without one, from which a word is ordinary: as the last word of a name, and as one before,
 * where many given names may have it too (حسن, الحسن).
 */
const LAST = 0.1;
const BEFORE = 0.5;
/** Uses with an article from which they say something. */
const LEAST = 3;
/** Words that a father's name follows. */
export const FATHERS: ReadonlySet<string> = new Set(['بن', 'ابن', 'بنت']);

/** Words of respect, time and place around names, which have no article either. */
const BESIDE = new Set(
  `معالي سعادة فضيلة سمو صاحب صاحبة خادم حفظه حفظها رحمه رعاه يحفظه أيده حرم نجل شقيق حامل
   أمس غدا صباح مساء عقب خلال قبيل أثناء حول ضد تجاه`
    .split(/\s+/)
    .map(foldArabic),
);
/** The accusative of an indefinite noun: تقريراً. */
const NUNATION = /\u064B/;

export class ArabicUses {
  readonly #bare = new Map<string, number>();
  readonly #withArticle = new Map<string, number>();

  /** Counts a word of a text, in variant form. */
  read(variant: string): void {
    const [, defined] = WITH_ARTICLE.exec(variant) ?? [];
    if (defined !== undefined) count(this.#withArticle, defined);
    else if (/^[\u0621-\u064A]/.test(variant)) count(this.#bare, variant);
  }

  /** The name in some words: without ordinary words before and behind; `undefined` where no given and family name are left. */
  nameIn<W extends Word>(words: readonly W[]): W[] | undefined {
    // A word before or behind بن is a name, whatever else it may be: فيصل, تركي.
    const isKin = (at: number): boolean =>
      FATHERS.has(words[at + 1]?.variant ?? '') || FATHERS.has(words[at - 1]?.variant ?? '');
    const isOrdinary = (at: number, share: number): boolean =>
      isParticle(words[at]!.variant) || (!isKin(at) && this.#isOrdinary(words[at]!, share));
    let [from, to] = [0, words.length];
    while (to > from && isOrdinary(to - 1, LAST)) to--;
    while (from < to && isOrdinary(from, BEFORE)) from++;
    const bearing = words.flatMap(({ variant }, at) =>
      at >= from && at < to && !isParticle(variant) ? [at] : [],
    );
    if (bearing.length < 2 || bearing.some((at) => isOrdinary(at, BEFORE))) return undefined;
    return words.slice(from, to);
  }

  #isOrdinary({ variant, text, clitic }: Word, share: number): boolean {
    if (BESIDE.has(variant) || NUNATION.test(text)) return true;
    // Where the word without its first letter is the usual one, that letter is a word: لبايرن, but فابيوس.
    if (clitic && this.#times(variant.slice(1)) > this.#times(variant)) return true;
    return bareForms(variant, text, clitic).some((bare) => {
      const times = this.#withArticle.get(bare) ?? 0;
      return times >= LEAST && times > (this.#bare.get(bare) ?? 0) * share;
    });
  }

  #times(variant: string): number {
    return (this.#bare.get(variant) ?? 0) + (this.#withArticle.get(variant) ?? 0);
  }
}

/** A word, and what it may be without a pronoun (تدريباته), an ending (خطابا) or a letter before it. */
function bareForms(variant: string, text: string, clitic: boolean): string[] {
  const found = [variant];
  if (variant.length > 4) {
    if (variant.endsWith('ا')) found.push(variant.slice(0, -1));
    const pronoun = /(?:ها|هم|ه)$/.exec(variant)?.[0];
    // ة is written as ه in variant form, and is no pronoun.
    if (pronoun !== undefined && !text.endsWith('ة')) {
      const bare = variant.slice(0, -pronoun.length);
      found.push(bare, bare.replace(/ت$/, 'ه'));
    }
  }
  return clitic ? [...found, ...found.map((word) => word.slice(1))] : found;
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
