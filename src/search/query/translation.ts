/**
 * Adds translations to the plain words of a query, so that deprem finds زلزال, earthquake and землетрясение. Names and
 * numbers are not translated: entities and name expansion find names, and digits are the same in every language.
 */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { lexicon, type Translation } from '../../analysis/lexicon/lexicon.ts';
import { LEXICON_LANGUAGES } from '../../analysis/lexicon/lexicon-file.ts';
import type { Index } from '../../engines/engine.ts';
import { hasAlternative, type Query, type QueryClause, type QueryWord, type WordAlternative, wordsOf } from './query.ts';

/** Words of one query that are translated, the first ones. */
const TRANSLATED_WORDS = 12;

/** Adds translations that the archive has; changes `query`. */
export async function addTranslations(index: Index, query: Query): Promise<void> {
  let translated = 0;
  for (const [position, clause] of query.clauses.entries()) {
    if (!isTranslatable(clause) || translated++ >= TRANSLATED_WORDS) continue;
    const added = await translationsIn(index, wordsOf(clause)[0]!);
    if (added.length > 0)
      query.clauses[position] = { ...clause, alternatives: [...clause.alternatives, ...added] };
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

async function translationsIn(index: Index, word: QueryWord): Promise<WordAlternative[]> {
  const script = scriptOf(word.text.codePointAt(0)!);
  const languages = LEXICON_LANGUAGES.filter((language) => analyzerFor(language).language.script === script);
  const translations = languages.flatMap((language) => lexicon.translate(word.text, language));
  const own = new Set(word.forms.map(({ stem }) => stem));
  const frequencies = await index.frequencies(translations.map(({ forms }) => forms.hashes[2]));
  return translations
    .filter(({ forms }) => !own.has(forms.stem) && (frequencies.get(forms.hashes[2]) ?? 0) > 0)
    .map(({ forms, weight }: Translation) => ({ kind: 'translation', word, forms: [forms], weight: scaled(weight) }));
}

const scaled = (weight: number): number => 0.2 + 0.8 * weight;
