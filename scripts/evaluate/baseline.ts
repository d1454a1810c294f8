/**
 * The yardstick: BM25 (k1 1.2, b 0.75) over the words as they are plus BM25 over a light stem (light10 for Arabic
 * script, the first five letters elsewhere), in memory. Nothing of lisan's analysis or ranking is in it.
 */
import { readLines } from './lines.ts';

const K1 = 1.2;
const B = 0.75;

interface Field {
  postings: Map<string, Map<number, number>>;
  lengths: number[];
}

export class Baseline {
  readonly #ids: string[] = [];
  readonly #words: Field = { postings: new Map(), lengths: [] };
  readonly #stems: Field = { postings: new Map(), lengths: [] };

  /** A search over the documents of JSONL files. */
  static async over(files: readonly string[]): Promise<(text: string, limit: number) => Promise<string[]>> {
    const baseline = new Baseline();
    for (const file of files) {
      for await (const { id, title = '', text } of readLines<{ id: string; title?: string; text: string }>(
        file,
      )) {
        baseline.#add(id, `${title}\n${text}`);
      }
    }
    return async (text, limit) => baseline.#search(text, limit);
  }

  #add(id: string, text: string): void {
    const number = this.#ids.push(id) - 1;
    const words = wordsOf(text);
    enter(this.#words, number, words);
    enter(this.#stems, number, words.map(lightStem));
  }

  #search(text: string, limit: number): string[] {
    const totals = new Map<number, number>();
    const words = wordsOf(text);
    score(this.#words, words, totals);
    score(this.#stems, words.map(lightStem), totals);
    return [...totals]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([number]) => this.#ids[number]!);
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** light10 (Larkey, Ballesteros & Connell 2007); the first five letters where the word is not Arabic. */
function lightStem(word: string): string {
  if (!/[\u0621-\u064A]/.test(word)) return word.slice(0, 5);
  let stem = word
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى$/, 'ي')
    .replace(/ة$/, 'ه');
  stem = stem.replace(/^و(?=.{3})/, '');
  stem = stem.replace(/^(?:وال|بال|كال|فال|ال|لل)(?=.{2})/, '');
  for (const suffix of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي']) {
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length);
  }
  return stem;
}

function enter({ postings, lengths }: Field, number: number, terms: readonly string[]): void {
  lengths[number] = terms.length;
  for (const term of terms) {
    let documents = postings.get(term);
    if (documents === undefined) {
      documents = new Map();
      postings.set(term, documents);
    }
    documents.set(number, (documents.get(number) ?? 0) + 1);
  }
}

function score({ postings, lengths }: Field, terms: readonly string[], totals: Map<number, number>): void {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  for (const term of new Set(terms)) {
    const documents = postings.get(term);
    if (documents === undefined) continue;
    const rarity = Math.log(1 + (lengths.length - documents.size + 0.5) / (documents.size + 0.5));
    for (const [number, count] of documents) {
      const weight = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengths[number]!) / mean));
      totals.set(number, (totals.get(number) ?? 0) + rarity * weight);
    }
  }
}
