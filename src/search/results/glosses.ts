/** Tells readers what marked words in another language are in theirs: زلزال = deprem. From entities, terms and the lexicon. */
import { lexicon } from '../../analysis/lexicon/lexicon.ts';
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../../analysis/lexicon/lexicon-file.ts';
import { termForms, termList } from '../../analysis/lexicon/term-list.ts';
import type { HighlightedPassage, Mark } from '../../answers/passage.ts';
import type { Hit } from '../../answers/search.ts';
import type { AnnotatedPassage } from '../../document/annotate.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { namedEntity } from './entity-names.ts';

/** What glosses are taken from. `terms`: see `termList`. */
interface GlossParts {
  gazetteer: Gazetteer;
  terms?: string;
}

/** The highlights with a gloss at every mark in another language than the reader's that has one. */
export function withGlosses(
  { title, body, more }: Hit['highlights'],
  passages: readonly AnnotatedPassage[],
  reader: string,
  parts: GlossParts,
): Hit['highlights'] {
  const glossed = (field: 'title' | 'body', highlighted: HighlightedPassage): HighlightedPassage => {
    if (highlighted.lang === reader) return highlighted;
    const mentions = passages.flatMap((passage) => (passage.field === field ? passage.mentions : []));
    const marks = highlighted.marks.map((mark): Mark => {
      const entity = mentions.find(({ start, end }) => start <= mark.start && mark.end <= end)?.entity;
      const text = highlighted.text.slice(mark.start - highlighted.start, mark.end - highlighted.start);
      const name = entity && namedEntity(entity, parts.gazetteer.entities, reader)?.name;
      const gloss = name ?? wordGloss(text, mark, highlighted.lang, reader, parts.terms);
      return gloss === undefined || gloss === text ? mark : { ...mark, gloss };
    });
    return { ...highlighted, marks };
  };
  return {
    title: title && glossed('title', title),
    body: body.map((passage) => glossed('body', passage)),
    more,
  };
}

/** The word of the query if it is the reader's, a term, or the likeliest word of the lexicon. */
function wordGloss(
  text: string,
  { kind, word }: Mark,
  lang: string,
  reader: string,
  terms: string | undefined,
): string | undefined {
  const fallback = kind === 'translation' ? word : undefined;
  if (!isOfLexicon(lang) || !isOfLexicon(reader)) return fallback;
  const stems = termForms(text, lang).map(({ stem }) => stem);
  const spellings = termList(terms).longest(stems, lang);
  const translations =
    spellings?.words === stems.length
      ? (spellings.term.get(reader) ?? [])
      : lexicon
          .translate(text, lang)
          .filter(({ language }) => language === reader)
          .flatMap(({ forms }) => lexicon.wordOf(forms.stem, reader) ?? []);
  const stemOf = (written: string): string =>
    termForms(written, reader)
      .map(({ stem }) => stem)
      .join(' ');
  const typed = stemOf(word);
  return translations.some((translation) => stemOf(translation) === typed)
    ? word
    : (translations[0] ?? fallback);
}

const isOfLexicon = (code: string): code is LexiconLanguage =>
  (LEXICON_LANGUAGES as readonly string[]).includes(code);
