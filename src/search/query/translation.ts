/**
 * Adds translations to the plain words of a query, so that deprem finds زلزال, earthquake and землетрясение. Names and
 * numbers are not translated: entities and name expansion find names, and digits are the same in every language.
 */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { FORMS } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { lexicon } from '../../analysis/lexicon/lexicon.ts';
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../../analysis/lexicon/lexicon-file.ts';
import type { Index } from '../../engines/engine.ts';
import {
  hasAlternative,
  type Query,
  type QueryClause,
  type QueryWord,
  type WordAlternative,
  wordsOf,
} from './query.ts';

/** Words of one query that are translated, the first ones. */
const TRANSLATED_WORDS = 12;
/** Translations that are less sure than this are left out; see `Translation.weight`. */
const LEAST_WEIGHT = 0.2;
/** Words of a query from which its language is detected. */
const DETECTED_FROM = 3;
const STEM = FORMS.indexOf('stem');

/** Adds translations that the archive has; changes `query`. */
export async function addTranslations(index: Index, query: Query): Promise<void> {
  const detected = languageOf(query.clauses.flatMap(wordsOf));
  let translated = 0;
  for (const clause of query.clauses) {
    if (!isTranslatable(clause) || translated++ >= TRANSLATED_WORDS) continue;
    const [word] = wordsOf(clause);
    const added = await translationsIn(index, word!, languagesOf(word!, detected));
    for (const alternative of added) clause.alternatives.push(alternative);
  }
}

/** A single plain word that names nobody. */
function isTranslatable(clause: QueryClause): boolean {
  return (
    !clause.optional &&
    clause.field === undefined &&
    clause.loosestForm === 'root' &&
    wordsOf(clause).length === 1 &&
    !hasAlternative(clause, 'entity', 'guess', 'name', 'correction', 'completion')
  );
}

/** Translations of a word that the archive has, out of the languages that the query may be written in. */
async function translationsIn(
  index: Index,
  word: QueryWord,
  languages: readonly LexiconLanguage[],
): Promise<WordAlternative[]> {
  const translations = languages
    .flatMap((language) => lexicon.translate(word.text, language))
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
  const own = new Set(word.forms.map(({ stem }) => stem));
  const frequencies = await index.frequencies(translations.map(({ forms }) => forms.hashes[STEM]!));
  return translations
    .filter(({ forms }) => !own.has(forms.stem) && (frequencies.get(forms.hashes[STEM]!) ?? 0) > 0)
    .map(({ forms }) => ({ kind: 'translation', word, forms: [forms] }));
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
