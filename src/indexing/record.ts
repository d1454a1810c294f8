/** The index record of an article: what every engine stores. */

import type { TimeZone } from '../common/time-zone.ts';
import type { StoredArticle } from '../common/types.ts';
import { type AnnotatedPassage, fieldText, languagesOf, mentionedEntities } from '../document/annotate.ts';
import { ForwardIndex } from '../document/forward-index.ts';
import { encodeForwardIndex } from '../document/forward-index-writer.ts';
import { entityTerm, fieldTermsOf, storedTerms } from '../document/terms.ts';
import { isBetter } from '../engines/batch/batch.ts';
import { type DeclaredFacets, facetValuesOf } from '../engines/facets.ts';
import type { IndexRecord, RecordMention } from '../engines/index-record.ts';
import { wordsUsedAsNames } from '../entities/discovery/name-candidates.ts';

/** Terms of title and keywords that count as such in ranking. */
const MAX_HEADING_TERMS = 1000;

/**
 * The record of an article, given its annotated passages. `zone` decides on which day it was published, `declared` names
 * the fields that are facets.
 */
export function recordOf(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  zone: TimeZone,
  declared: DeclaredFacets = [],
): IndexRecord {
  const terms: string[] = [];
  const heading: string[] = [];
  const words = new Map<string, string>();
  const names = new Set<string>();
  for (const { field, tokens, mentions } of passages) {
    const before = terms.length;
    for (const name of wordsUsedAsNames(tokens, mentions, fieldText(article, field))) names.add(name);
    for (const { forms } of tokens) {
      for (const term of storedTerms(forms)) terms.push(term);
      if (isBetter(words.get(forms.folded), forms.folded)) words.set(forms.folded, forms.exact);
    }
    for (const { entity } of mentions) terms.push(entityTerm(entity));
    // Without a spread: a title or list of keywords may be longer than a call can have arguments.
    if (field !== 'body') {
      const end = Math.min(terms.length, before + MAX_HEADING_TERMS - heading.length);
      for (let at = before; at < end; at++) heading.push(terms[at]!);
    }
  }
  for (const term of fieldTermsOf(article)) terms.push(term);
  const forwardIndex = encodeForwardIndex(passages);
  const { id, ...head } = headOf(article, passages, zone, declared);
  return {
    id,
    forwardIndex,
    ...head,
    terms,
    heading,
    words,
    names,
    hashes: new ForwardIndex(forwardIndex).distinctHashes(),
  };
}

/** The part of a record that does not depend on its single words. */
export function headOf(
  article: StoredArticle,
  passages: readonly AnnotatedPassage[],
  zone: TimeZone,
  declared: DeclaredFacets = [],
): Omit<IndexRecord, 'terms' | 'heading' | 'words' | 'names' | 'hashes' | 'forwardIndex'> {
  const publishedAt = article.publishedAt === undefined ? undefined : zone.secondsOf(article.publishedAt);
  return {
    id: article.id,
    facets: facetValuesOf({
      article,
      languages: languagesOf(passages),
      entities: mentionedEntities(passages),
      month: publishedAt === undefined ? undefined : zone.dayOf(publishedAt).slice(0, 7),
      declared,
    }),
    mentions: mentionsOf(article, passages),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}

/** Mentions counted by entity, language and spelling; runs of white space in a spelling count as one space. */
function mentionsOf(article: StoredArticle, passages: readonly AnnotatedPassage[]): RecordMention[] {
  const found = new Map<string, RecordMention>();
  for (const { field, lang, mentions } of passages) {
    const text = fieldText(article, field);
    for (const { entity, start, end } of mentions) {
      const spelling = withSingleSpaces(text.slice(start, end));
      const key = `${entity}\n${lang}\n${spelling}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { entity, language: lang, spelling, count: 1 });
      else known.count++;
    }
  }
  return [...found.values()];
}

const withSingleSpaces = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
