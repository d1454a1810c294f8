/**
 * What the lexicon says of an Arabic word, which no capital and no dictionary tells from a name: how common it is (words
 * are ordered by frequency), and whether its nearest English words are ordinary ones or names.
 */
import { isInDictionary } from '../../analysis/dictionary.ts';
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import {
  LEXICON_LANGUAGES,
  parseTranslations,
  readLexiconFile,
} from '../../analysis/lexicon/lexicon-file.ts';
import { lazily } from '../../common/lazily.ts';
import { commonName, FAMILY, GIVEN } from './common-names.ts';

/** Words of the lexicon that are frequent, and common. */
const FREQUENT = 1500;
const COMMON = 10_000;
/** Weight of a translation that counts, from 0 to 1. */
const CLOSE = 0.3;

export interface CommonWord {
  /** 1 for a rare word of the lexicon, 2 for a common one, 3 for a frequent one. */
  commonness: number;
  /** Its nearest English words are ordinary ones; are names of people. */
  ordinary: boolean;
  name: boolean;
}

const known = lazily(read);

/** What the lexicon says of a word in folded form; `undefined` for a word that it lacks. */
export function commonWord(folded: string): CommonWord | undefined {
  return known().words.get(folded);
}

/** The same of the most common word with a stem, which may stand for a word that the lexicon lacks. */
export function commonStem(stem: string): CommonWord | undefined {
  return known().stems.get(stem);
}

function read(): Record<'words' | 'stems', ReadonlyMap<string, CommonWord>> {
  const words = new Map<string, CommonWord>();
  const stems = new Map<string, CommonWord>();
  const english = readLexiconFile('en').words.map((word) => {
    const { forms } = analyzerFor('en').tokens(word)[0] ?? {};
    if (forms === undefined) return { ordinary: false, name: false };
    const ordinary = isInDictionary([forms]);
    return { ordinary, name: !ordinary && (commonName(forms.folded) & (GIVEN | FAMILY)) !== 0 };
  });
  const arabic = readLexiconFile('ar');
  const column = LEXICON_LANGUAGES.filter((language) => language !== 'ar').indexOf('en');
  for (const [rank, word] of arabic.words.entries()) {
    const folded = foldArabic(word);
    if (folded === '' || words.has(folded)) continue;
    const near = [...parseTranslations(arabic.translations[rank]?.[column] ?? '')].filter(
      ([, weight]) => weight >= CLOSE,
    );
    const about: CommonWord = {
      commonness: commonnessOf(rank),
      ordinary: near.some(([line]) => english[line]?.ordinary),
      name: near.some(([line]) => english[line]?.name),
    };
    words.set(folded, about);
    const { stem } = analyzerFor('ar').forms(word);
    if (!stems.has(stem)) stems.set(stem, about);
  }
  return { words, stems };
}

/** How common the word at this place of a lexicon is. */
const commonnessOf = (rank: number): 1 | 2 | 3 => (rank < FREQUENT ? 3 : rank < COMMON ? 2 : 1);

const latin = lazily(readRanks);

/** How common a word of another script is in any language: 0 for one that the lexicon lacks, up to 3. Exact form. */
export function latinRank(exact: string): number {
  return latin().get(exact) ?? 0;
}

function readRanks(): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of LEXICON_LANGUAGES)
    if (language !== 'ar')
      for (const [rank, word] of readLexiconFile(language).words.entries()) {
        const commonness = commonnessOf(rank);
        found.set(word, Math.max(found.get(word) ?? 0, commonness));
      }
  return found;
}
