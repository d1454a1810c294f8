/**
 * Articles as a batch for the files of lisan's own: what `prepared` makes of their records, without making the records.
 * What a word brings to lists, counts and vocabulary is worked out once for each different word of the batch.
 */
import { type AnnotatedPassage, annotate, fieldText } from './annotate.ts';
import { type Prepared, Preparer } from './engines/prepared.ts';
import { nameWords } from './entities/name-words.ts';
import type { Tagger } from './entities/tagger.ts';
import { PostingsWriter } from './postings.ts';
import { headOf } from './record.ts';
import { entityTerm, storedTerms } from './terms.ts';
import { keyOf } from './text/key.ts';
import type { StoredArticle } from './types.ts';

/** Numbers of a word's terms in the batch; -1 where it has but one. */
const TERMS = 2;

class ArticlePreparer {
  readonly #preparer = new Preparer();
  readonly #writer = new PostingsWriter();
  /** Of the word with number n at TERMS * n. */
  readonly #terms: number[] = [];
  readonly #entities = new Map<string, { term: number; key: number }>();

  add(article: StoredArticle, passages: readonly AnnotatedPassage[]): void {
    const preparer = this.#preparer;
    const writer = this.#writer;
    preparer.begin(headOf(article, passages, writer.write(passages)));
    const { own, counts } = writer;
    for (let local = 0; local < own.length; local++) {
      const number = own[local]!;
      const { keys } = writer.forms(number);
      for (let form = 0; form < keys.length; form++) preparer.key(keys[form]!);
      if (number * TERMS === this.#terms.length) this.#learn(number);
      preparer.count(this.#terms[number * TERMS]!, counts[local]!);
      const second = this.#terms[number * TERMS + 1]!;
      if (second !== -1) preparer.count(second, counts[local]!);
    }
    for (const { field, tokens, mentions } of passages) {
      for (const name of nameWords(tokens, fieldText(article, field))) preparer.name(name);
      for (const { entity } of mentions) this.#mention(entity);
    }
  }

  finish(): Prepared {
    return this.#preparer.finish();
  }

  /** Numbers of words rise one by one. */
  #learn(number: number): void {
    const forms = this.#writer.forms(number);
    const [first, second] = storedTerms(forms);
    this.#terms.push(this.#preparer.term(first!), second === undefined ? -1 : this.#preparer.term(second));
    this.#preparer.word(forms.variant, forms.exact);
  }

  #mention(entity: string): void {
    let known = this.#entities.get(entity);
    if (known === undefined) {
      known = { term: this.#preparer.term(entityTerm(entity)), key: keyOf(entity, 'entity') };
      this.#entities.set(entity, known);
    }
    this.#preparer.count(known.term, 1);
    this.#preparer.key(known.key);
  }
}

/** Analyses articles and makes one batch of them. */
export function prepare(articles: readonly StoredArticle[], tagger: Tagger): Prepared {
  const preparer = new ArticlePreparer();
  for (const article of articles) preparer.add(article, annotate(article, tagger));
  return preparer.finish();
}
