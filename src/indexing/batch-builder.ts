/**
 * Articles as a batch for lisan's own index files: the same as `batchOfRecords` makes of their records, without the records.
 * The terms, counts and vocabulary entries of a word are computed once for each distinct word of the batch.
 */

import { termHash, wideTermHash } from '../analysis/hash.ts';
import type { TimeZone } from '../common/time-zone.ts';
import type { StoredArticle } from '../common/types.ts';
import { type AnnotatedPassage, annotate, fieldText } from '../document/annotate.ts';
import { ForwardIndexWriter } from '../document/forward-index-writer.ts';
import { entityTerm, fieldTermsOf, storedHashes } from '../document/terms.ts';
import { type Batch, BatchBuilder } from '../engines/batch/batch.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import { wordsUsedAsNames } from '../entities/discovery/name-candidates.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { headOf } from './record.ts';

/** Values kept per word: numbers of its keys, then of its terms; the second term is -1 if it has only one. */
const KEPT = 6;

class ArticleBatchBuilder {
  readonly #preparer = new BatchBuilder();
  readonly #writer = new ForwardIndexWriter();
  /** Those of word n begin at KEPT * n. */
  #kept = new Int32Array(KEPT << 12);
  /** Number of known words. */
  #words = 0;
  readonly #entities = new Map<string, { term: number; key: number }>();

  add(
    article: StoredArticle,
    passages: readonly AnnotatedPassage[],
    zone: TimeZone,
    declared: DeclaredFacets,
  ): void {
    const preparer = this.#preparer;
    const writer = this.#writer;
    preparer.begin(headOf(article, passages, writer.write(passages), zone, declared));
    for (const term of fieldTermsOf(article)) preparer.count(preparer.term(wideTermHash(term)), 1);
    const { own, counts } = writer;
    for (let local = 0; local < own.length; local++) {
      const number = own[local]!;
      if (number === this.#words) this.#learn(number);
      this.#count(number * KEPT, counts[local]!);
    }
    for (const { field, tokens, mentions } of passages) {
      for (const name of wordsUsedAsNames(tokens, mentions, fieldText(article, field))) preparer.name(name);
      for (const { entity } of mentions) this.#mention(entity);
    }
  }

  #count(at: number, times: number): void {
    const preparer = this.#preparer;
    const kept = this.#kept;
    preparer.note(kept[at]!);
    preparer.note(kept[at + 1]!);
    preparer.note(kept[at + 2]!);
    preparer.note(kept[at + 3]!);
    preparer.count(kept[at + 4]!, times);
    if (kept[at + 5] !== -1) preparer.count(kept[at + 5]!, times);
  }

  finish(): Batch {
    return this.#preparer.finish();
  }

  /** Words are learnt in the order of their numbers. */
  #learn(number: number): void {
    const forms = this.#writer.forms(number);
    const terms = storedHashes(forms).map((key) => this.#preparer.term(key));
    this.#preparer.word(forms.folded, forms.exact);
    if (++this.#words * KEPT > this.#kept.length) {
      const larger = new Int32Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    this.#kept.set(
      [...forms.hashes.map((key) => this.#preparer.key(key)), terms[0]!, terms[1] ?? -1],
      number * KEPT,
    );
  }

  #mention(entity: string): void {
    let known = this.#entities.get(entity);
    if (known === undefined) {
      known = {
        term: this.#preparer.term(wideTermHash(entityTerm(entity))),
        key: this.#preparer.key(termHash(entity, 'entity')),
      };
      this.#entities.set(entity, known);
    }
    this.#preparer.count(known.term, 1);
    this.#preparer.note(known.key);
  }
}

/** Analyses articles into one batch. */
export function batchOfArticles(
  articles: readonly StoredArticle[],
  tagger: Tagger,
  zone: TimeZone,
  declared: DeclaredFacets = [],
): Batch {
  const preparer = new ArticleBatchBuilder();
  for (const article of articles) preparer.add(article, annotate(article, tagger), zone, declared);
  return preparer.finish();
}
