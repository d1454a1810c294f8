/** Finds the synonyms of words of a query, in whatever form they are typed. */
import type { Forms } from '../../analysis/forms.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import type { Archive } from '../../archive/archive.ts';
import { analyzersOfWord } from '../query/query-words.ts';
import { type Synonym, synonymsText } from './synonym-list.ts';

/** The words of a spelling in the forms of one language. */
export type Sequence = readonly Forms[];

/** A spelling by which others are found. */
interface Source {
  stems: readonly string[];
  found: readonly Sequence[];
}

export interface SynonymMatch {
  /** How many words of the query have these synonyms. */
  words: number;
  /** What they find beside themselves, each spelling once for every language in which it has other stems. */
  found: Sequence[];
}

export class SynonymTable {
  /** Stem of the first word -> spellings that begin with it. */
  readonly #sources = new Map<string, Source[]>();

  constructor(synonyms: readonly Synonym[]) {
    for (const { words, to, lang } of synonyms) {
      const sequences = new Map([...words, ...(to ?? [])].map((text) => [text, sequencesOf(text, lang)]));
      for (const word of words) {
        const others = to ?? words.filter((other) => other !== word);
        const found = others.flatMap((other) => sequences.get(other)!);
        for (const sequence of sequences.get(word)!) this.#add(sequence, found);
      }
    }
  }

  #add(sequence: Sequence, found: readonly Sequence[]): void {
    const stems = stemsOf(sequence);
    this.#sources.set(stems[0]!, [...(this.#sources.get(stems[0]!) ?? []), { stems, found }]);
  }

  get isEmpty(): boolean {
    return this.#sources.size === 0;
  }

  /** The longest spelling with which words of a query begin, by the forms of each word. */
  longest(words: readonly (readonly Forms[])[]): SynonymMatch | undefined {
    const stems = words.map((forms) => new Set(forms.map(({ stem }) => stem)));
    const matching = [...(stems[0] ?? [])]
      .flatMap((stem) => this.#sources.get(stem) ?? [])
      .filter((source) => source.stems.every((stem, at) => stems[at]?.has(stem)));
    const length = Math.max(0, ...matching.map((source) => source.stems.length));
    if (length === 0) return undefined;
    const found = new Map<string, Sequence>();
    for (const source of matching) {
      if (source.stems.length < length) continue;
      for (const sequence of source.found) {
        const isTyped = sequence.length === length && sequence.every(({ stem }, at) => stems[at]!.has(stem));
        if (!isTyped) found.set(stemsOf(sequence).join(' '), sequence);
      }
    }
    return { words: length, found: [...found.values()] };
  }
}

const stemsOf = (sequence: Sequence): string[] => sequence.map(({ stem }) => stem);

/** A spelling in each language that it may be of, where it has other forms. */
function sequencesOf(text: string, lang: string | undefined): Sequence[] {
  const words: [start: number, end: number][] = [];
  tokenize(text, (start, end) => words.push([start, end]));
  // Digits have no script: the first word with letters tells it.
  const [from, to] = words.find(([start, end]) => /\p{L}/u.test(text.slice(start, end))) ?? words[0]!;
  const analyzers = lang === undefined ? analyzersOfWord(text.slice(from, to)) : [analyzerFor(lang)];
  const sequences = analyzers.map((analyzer) =>
    words.map(([start, end]) => analyzer.formsAt(text, start, end)),
  );
  const keys = sequences.map((sequence) => sequence.map(({ folded, stem }) => `${folded}/${stem}`).join(' '));
  return sequences.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

/** The table of an archive, as it is at each search. */
export class SynonymSource {
  readonly current: () => SynonymTable;

  constructor(archive: Archive) {
    this.current = archive.keepMade(
      () => synonymsText(archive),
      (text) => new SynonymTable(JSON.parse(text) as Synonym[]),
    );
  }
}
