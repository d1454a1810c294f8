/** What of an article is not indexed and marked, because it exceeds the limits of the analysis. */

import { type Article, FIELDS } from '../common/types.ts';
import { type AnalysisLimits, MAX_VALUES_OF_FIELD, type TruncatedPart } from '../config/analysis-limits.ts';
import { type AnnotatedPassage, fieldText } from './annotate.ts';
import { fieldTermsOf, MAX_FIELD_WORDS } from './terms.ts';

/** Parts of which only the beginning is indexed. `passages`: all of the article, as `annotate` gives them. */
export function truncatedParts(
  article: Article,
  passages: readonly AnnotatedPassage[],
  limits: AnalysisLimits,
): TruncatedPart[] {
  const ends = { title: 0, keywords: 0, body: 0 };
  let mentions = 0;
  for (const { field, end, mentions: found } of passages) {
    ends[field] = end;
    mentions += found.length;
  }
  const cut: TruncatedPart[] = FIELDS.filter((field) => isMoreAfter(fieldText(article, field), ends[field]));
  if (article.keywords.length > MAX_VALUES_OF_FIELD && !cut.includes('keywords')) cut.push('keywords');
  if (hasLongFields(article)) cut.push('fields');
  if (mentions >= limits.mentions) cut.push('mentions');
  return cut;
}

/** Whether there is anything but white space. */
const isMoreAfter = (text: string, end: number): boolean => end < text.length && /\S/.test(text.slice(end));

function hasLongFields({ authors = [], section, fields = {}, ...article }: Article): boolean {
  if (authors.length === 0 && section === undefined && Object.keys(fields).length === 0) return false;
  const values = [...Object.values(fields), section ?? []].flat();
  if (authors.length > MAX_VALUES_OF_FIELD || values.length > MAX_VALUES_OF_FIELD) return true;
  // A shorter text does not have that many words.
  const units = [...authors, ...values].reduce<number>((sum, value) => sum + String(value).length, 0);
  return (
    units >= MAX_FIELD_WORDS &&
    fieldTermsOf({ ...article, authors, fields, ...(section && { section }) }).length >= MAX_FIELD_WORDS
  );
}
