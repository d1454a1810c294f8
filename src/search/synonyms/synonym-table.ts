/** Finds the synonyms of a word of a query, in whatever form it is typed. */
import type { Forms } from '../../analysis/forms.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import type { Archive } from '../../archive/archive.ts';
import { formsOf } from '../query/query-words.ts';
import { type Synonym, synonymsText } from './synonym-list.ts';

export class SynonymTable {
  /** Stem -> forms of the words that it finds. */
  readonly #found = new Map<string, Forms[]>();

  constructor(synonyms: readonly Synonym[]) {
    for (const { words, to, lang } of synonyms) {
      const formsIn = (word: string): readonly Forms[] =>
        lang === undefined ? formsOf(word) : [analyzerFor(lang).forms(word)];
      for (const word of words) {
        const others = to ?? words.filter((other) => other !== word);
        for (const { stem } of formsIn(word))
          this.#found.set(stem, [...(this.#found.get(stem) ?? []), ...others.flatMap(formsIn)]);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** The forms of the words that a word with these forms finds, beside itself. */
  of(forms: readonly Forms[]): Forms[] {
    const own = new Set(forms.map(({ stem }) => stem));
    const found = [...own].flatMap((stem) => this.#found.get(stem) ?? []);
    return [...new Set(found)].filter(({ stem }) => !own.has(stem));
  }
}

/** The table of an archive, as it is at each search. */
export class SynonymSource {
  readonly #archive: Archive;
  #text = '[]';
  #table = new SynonymTable([]);

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  current(): SynonymTable {
    const text = synonymsText(this.#archive);
    if (text !== this.#text) {
      this.#table = new SynonymTable(JSON.parse(text) as Synonym[]);
      this.#text = text;
    }
    return this.#table;
  }
}
