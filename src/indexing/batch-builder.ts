/**
 * Articles as a batch for lisan's own index files: the same as `batchOfRecords` makes of their records, without the records.
 * The terms, counts and vocabulary entries of a word are computed once for each distinct word of the batch.
 */

import type { Forms } from '../analysis/forms.ts';
import { termHash, wideTermHash } from '../analysis/hash.ts';
import { withRoom } from '../common/room.ts';
import type { TimeZone } from '../common/time-zone.ts';
import type { StoredArticle } from '../common/types.ts';
import { type AnnotatedPassage, annotate, fieldText } from '../document/annotate.ts';
import { DocumentWords } from '../document/document-words.ts';
import { entityTerm, fieldTermsOf, rootKey, stemKey } from '../document/terms.ts';
import { type Batch, BatchBuilder, type BatchSizes } from '../engines/batch/batch.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import { formsUsedAsNames } from '../entities/discovery/name-candidates.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { headOf } from './record.ts';

/** Values kept per word: numbers of its keys, of its terms, and of its key as a name. */
const KEPT = 7;
/** Number of the second term of a word that has only one, and of the key of a word that was no name yet. */
const NONE = -1;

/** Of the last batch: the next one is much like it, and tables that have room need not grow. */
let before: BatchSizes | undefined;

class ArticleBatchBuilder {
  readonly #document = new DocumentWords(before?.words);
  readonly #preparer = new BatchBuilder(this.#document.table, before);
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
    const document = this.#document;
    preparer.begin(headOf(article, passages, zone, declared), document.add(passages));
    for (const term of fieldTermsOf(article)) preparer.count(preparer.term(wideTermHash(term)), 1);
    for (const forms of document.added) this.#learn(forms);
    const { own } = document;
    for (let at = 0; at < own.length; at++) this.#count(own[at]! * KEPT, document.count(own[at]!));
    for (const { field, tokens, mentions } of passages) {
      for (const forms of formsUsedAsNames(tokens, mentions, fieldText(article, field))) this.#name(forms);
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
    if (kept[at + 5] !== NONE) preparer.count(kept[at + 5]!, times);
  }

  finish(): Batch {
    before = this.#preparer.sizes;
    return this.#preparer.finish();
  }

  /** Words are learnt in the order of their numbers. */
  #learn(forms: Forms): void {
    const preparer = this.#preparer;
    const { folded, exact, stem, root, hashes } = forms;
    const at = this.#words++ * KEPT;
    if (at + KEPT > this.#kept.length) this.#kept = withRoom(this.#kept, at + KEPT);
    const kept = this.#kept;
    for (let form = 0; form < hashes.length; form++) kept[at + form] = preparer.key(hashes[form]!);
    kept[at + 4] = preparer.term(stemKey(stem));
    kept[at + 5] = root === stem ? NONE : preparer.term(rootKey(root));
    kept[at + 6] = NONE;
    preparer.word(folded, exact);
  }

  /** Notes that a word is used as a name in the document. */
  #name(forms: Forms): void {
    const at = this.#document.numberOf(forms) * KEPT + 6;
    if (this.#kept[at] === NONE) this.#kept[at] = this.#preparer.name(forms.exact);
    this.#preparer.note(this.#kept[at]!);
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
