/** Shapes of pieces of an article in answers: passages, marks, highlights. Offsets are UTF-16 code units. */
import { z } from 'zod';
import { FIELDS } from '../common/types.ts';
import { TRUNCATED_PARTS } from '../config/analysis-limits.ts';

/** A shape's own description, for the API's documentation. */
export const described = (description: string) => ({ description });

export const direction = z.enum(['ltr', 'rtl']);
export const languageCode = z.string().meta(described('BCP 47 code; `und` if unknown.'));
export const offset = z.int().min(0).meta(described('UTF-16 offset into the stored field.'));
export const field = z.enum(FIELDS);

/** Why a word is marked, the closest match first. `similar`: a word that may be another one; no match. */
export const markKind = z.enum([
  'exact',
  'variant',
  'stem',
  'synonym',
  'completion',
  'typo',
  'name',
  'entity',
  'translation',
  'similar',
]);
export type MarkKind = z.infer<typeof markKind>;

export const mark = z
  .strictObject({
    start: offset,
    end: offset,
    kind: markKind.meta(described('How the text matches the word of the query, the closest kind first.')),
    word: z.string().meta(described('The word of the query that it matches.')),
    gloss: z
      .string()
      .optional()
      .meta(
        described(
          'The marked text in the language of the client, where the text is in another one: a name, or a likely translation. Only with `across`.',
        ),
      ),
  })
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof mark>;

export const highlightedPassage = z
  .strictObject({
    html: z.string().meta(described('`text`, escaped, with `<mark data-kind="…">` around every mark.')),
    text: z.string().meta(described('A piece of the stored field, unchanged.')),
    lang: languageCode,
    dir: direction,
    start: offset,
    cutStart: z.boolean().meta(described('True if the passage begins before `text`.')),
    cutEnd: z.boolean().meta(described('True if the passage goes on after `text`.')),
    marks: z.array(mark),
  })
  .meta({ id: 'HighlightedPassage' });
export type HighlightedPassage = z.infer<typeof highlightedPassage>;

export const passage = z
  .strictObject({ field, start: offset, end: offset, lang: languageCode, dir: direction })
  .meta({ id: 'Passage', description: 'A stretch of a field in one language: a paragraph, a title.' });
export type Passage = z.infer<typeof passage>;

/** Parts of an article that exceed the limits of the analysis; see `LISAN_LIMITS`. */
export const truncated = z
  .array(z.enum([...TRUNCATED_PARTS, 'marks']))
  .meta(
    described(
      'Parts of the article of which only the beginning is indexed and marked, as they are very long; missing if there are none.',
    ),
  );
