/**
 * Adds translations to the plain words of a query, so that deprem finds زلزال, earthquake and землетрясение, and merkez
 * bankası finds البنك المركزي. Names and numbers are not translated: entities and name expansion find names, and digits
 * are the same in every language.
 */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms } from '../../analysis/forms.ts';
import { FORMS } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { lexicon } from '../../analysis/lexicon/lexicon.ts';
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../../analysis/lexicon/lexicon-file.ts';
import { MAX_TERM_WORDS, type Term, type TermList, termForms } from '../../analysis/lexicon/term-list.ts';
import type { Index } from '../../engines/engine.ts';
import {
  asOne,
  hasAlternative,
  type Query,
  type QueryClause,
  type QueryWord,
  soughtOf,
  wordsOf,
} from './query.ts';

/** Words of one query that are translated, the first ones. */
const TRANSLATED_WORDS = 12;
/** Words of a query from which its language is detected. */
const DETECTED_FROM = 3;
/** Spellings of one term that are searched, of all languages together. */
const MAX_SPELLINGS = 12;
const STEM = FORMS.indexOf('stem');

/** A clause of one word, and what it may be translated to before it is known what the archive has. */
interface Translatable {
  clause: QueryClause;
  word: QueryWord;
  languages: readonly LexiconLanguage[];
  /** Languages and forms of single words. */
  translations: { language: LexiconLanguage; forms: Forms }[];
  /** The term that covers the word. Of the lexicon then only words that the term has are taken: fire alone is no cease-fire. */
  term?: TermInQuery;
}

interface TermInQuery {
  /** The words that it covers. */
  words: readonly QueryWord[];
  /** How many of them are no stop words. */
  counted: number;
  spellings: { language: LexiconLanguage; sequence: Forms[] }[];
}

/** Adds translations that the archive has; changes `query`. Returns the languages of those that were added. */
export async function addTranslations(index: Index, query: Query, terms: TermList): Promise<string[]> {
  const runs = runsOf(query);
  for (const run of runs) findTerms(run, terms);
  const all = runs.flat().filter(({ clause }) => !clause.optional);
  for (const entry of all) {
    const covered = entry.term === undefined ? undefined : stemsOf(entry.term);
    entry.translations = entry.languages
      .flatMap((language) => lexicon.translate(entry.word.text, language))
      .filter(({ forms }) => covered === undefined || covered.has(forms.stem));
  }
  const hashes = all.flatMap(({ translations, term }) => [
    ...translations.map(({ forms }) => forms.hashes[STEM]!),
    ...(term?.spellings.flatMap(({ sequence }) => sequence.map((forms) => forms.hashes[STEM]!)) ?? []),
  ]);
  if (hashes.length === 0) return [];
  const frequencies = await index.frequencies([...new Set(hashes)]);
  const added = new Set<string>();
  for (const entry of all) for (const language of addTo(entry, frequencies)) added.add(language);
  return LEXICON_LANGUAGES.filter((language) => added.has(language));
}

/** Adds to a clause what the archive has; gives the languages. */
function addTo(
  { clause, word, translations, term }: Translatable,
  frequencies: ReadonlyMap<number, number>,
): string[] {
  const documents = ({ hashes }: Forms): number => frequencies.get(hashes[STEM]!) ?? 0;
  const own = new Set(word.forms.map(({ stem }) => stem));
  const languages: string[] = [];
  for (const { language, forms } of translations) {
    if (own.has(forms.stem) || documents(forms) === 0) continue;
    clause.alternatives.push({ kind: 'translation', word, forms: [forms] });
    languages.push(language);
  }
  for (const { language, sequence } of term?.spellings ?? []) {
    if (sequence.some((forms) => documents(forms) === 0)) continue;
    clause.alternatives.push({
      kind: 'term',
      word: asOne(term!.words),
      sequence,
      sought: soughtOf(sequence, documents),
      share: 1 / term!.counted,
    });
    languages.push(language);
  }
  return languages;
}

/** Clauses side by side that can be translated. Stop words among them are so only as parts of a term. */
function runsOf(query: Query): Translatable[][] {
  const detected = languageOf(query.clauses.flatMap(wordsOf));
  const runs: Translatable[][] = [[]];
  let count = 0;
  for (const clause of query.clauses) {
    if (!isTranslatable(clause) || (!clause.optional && count === TRANSLATED_WORDS)) {
      runs.push([]);
      continue;
    }
    if (!clause.optional) count++;
    const [word] = wordsOf(clause);
    runs.at(-1)!.push({ clause, word: word!, languages: languagesOf(word!, detected), translations: [] });
  }
  return runs;
}

/** Finds the longest terms in words side by side, from the first on; none overlaps another. */
function findTerms(run: readonly Translatable[], terms: TermList): void {
  for (let at = 0; at < run.length; ) {
    const rest = run.slice(at, at + MAX_TERM_WORDS);
    let words = 0;
    let found: { term: Term; language: LexiconLanguage } | undefined;
    for (const language of run[at]!.languages) {
      const stems = rest.map(({ word }) => analyzerFor(language).forms(word.text).stem);
      const match = terms.longest(stems, language);
      if (match === undefined || match.words <= words) continue;
      words = match.words;
      found = { term: match.term, language };
    }
    if (found !== undefined) {
      const covered = rest.slice(0, words);
      const term = {
        words: covered.map(({ word }) => word),
        counted: Math.max(1, covered.filter(({ clause }) => !clause.optional).length),
        spellings: otherSpellings(found, covered),
      };
      for (const entry of covered) entry.term = term;
    }
    at += Math.max(1, words);
  }
}

/** Spellings of a term other than the words of the query, the first of each language first. */
function otherSpellings(
  { term, language: own }: { term: Term; language: LexiconLanguage },
  covered: readonly Translatable[],
): TermInQuery['spellings'] {
  const typed = covered.map(({ word }) => analyzerFor(own).forms(word.text).stem).join(' ');
  const spellings = [...term].flatMap(([language, written]) =>
    written.map((spelling, place) => ({ language, place, sequence: termForms(spelling, language) })),
  );
  const different = spellings.filter(
    ({ language, sequence }) => language !== own || sequence.map(({ stem }) => stem).join(' ') !== typed,
  );
  return different.sort((a, b) => a.place - b.place).slice(0, MAX_SPELLINGS);
}

const stemsOf = ({ spellings }: TermInQuery): ReadonlySet<string> =>
  new Set(spellings.flatMap(({ sequence }) => sequence.map(({ stem }) => stem)));

/** A single plain word that names nobody. */
function isTranslatable(clause: QueryClause): boolean {
  return (
    clause.field === undefined &&
    clause.loosestForm === 'root' &&
    wordsOf(clause).length === 1 &&
    !hasAlternative(clause, 'entity', 'guess', 'name', 'correction', 'completion')
  );
}

/** The language that a query of several words looks like; `undefined` for fewer, which say too little. */
function languageOf(words: readonly QueryWord[]): string | undefined {
  return words.length < DETECTED_FROM ? undefined : detectLanguage(words.map(({ text }) => text).join(' '));
}

/** Languages of the lexicon that a word may be of: those of its script, or the detected one if it is among them. */
function languagesOf(word: QueryWord, detected: string | undefined): LexiconLanguage[] {
  const script = scriptOf(word.text.codePointAt(0)!);
  const possible = LEXICON_LANGUAGES.filter((language) => analyzerFor(language).language.script === script);
  const likely = possible.filter((language) => language === detected);
  return likely.length > 0 ? likely : possible;
}
