/**
 * Terms of several words in the languages of the lexicon, like ateşkes, cease-fire, وقف إطلاق النار and прекращение огня.
 *
 * A file is UTF-8 text with tabs: the first line names languages (en, tr, ru, ar, in any order), every other line has one
 * term with a cell for each language, spellings separated by `|`. A cell may be empty. Lines that begin with # are comments.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { LisanError } from '../../common/errors.ts';
import type { Forms } from '../forms.ts';
import { analyzerFor } from '../languages/registry.ts';
import { tokenize } from '../tokenizer.ts';
import { LEXICON_LANGUAGES, type LexiconLanguage } from './lexicon-file.ts';

const TERMS_FOLDER = new URL('../../../data/terms/', import.meta.url);

/** Longest term in words. */
export const MAX_TERM_WORDS = 6;

/** The spellings of one term in each language. */
export type Term = ReadonlyMap<LexiconLanguage, readonly string[]>;

export interface TermMatch {
  term: Term;
  /** Words of the query that it covers. */
  words: number;
}

/** Terms by the first stem of a spelling, the longest spelling first. */
type Spellings = Map<string, { stems: readonly string[]; term: Term }[]>;

export class TermList {
  readonly #terms: readonly Term[];
  readonly #spellings = new Map<LexiconLanguage, Spellings>();

  /** Of several terms with the same spelling the first is found. */
  constructor(terms: readonly Term[]) {
    this.#terms = terms;
  }

  /** The longest term with which words begin, by their stems. */
  longest(stems: readonly string[], language: LexiconLanguage): TermMatch | undefined {
    const found = this.#spellingsOf(language)
      .get(stems[0] ?? '')
      ?.find((spelling) => spelling.stems.every((stem, at) => stem === stems[at]));
    return found && { term: found.term, words: found.stems.length };
  }

  #spellingsOf(language: LexiconLanguage): Spellings {
    let spellings = this.#spellings.get(language);
    if (spellings === undefined) {
      spellings = new Map();
      for (const term of this.#terms) {
        for (const spelling of term.get(language) ?? []) {
          const stems = termForms(spelling, language).map(({ stem }) => stem);
          const known = spellings.get(stems[0]!);
          if (known === undefined) spellings.set(stems[0]!, [{ stems, term }]);
          else known.push({ stems, term });
        }
      }
      for (const known of spellings.values()) known.sort((a, b) => b.stems.length - a.stems.length);
      this.#spellings.set(language, spellings);
    }
    return spellings;
  }
}

/** The words of a spelling, stop words too: coal mine, su krizi. */
export function termForms(spelling: string, language: LexiconLanguage): Forms[] {
  const analyzer = analyzerFor(language);
  const forms: Forms[] = [];
  tokenize(spelling, (start, end) => forms.push(analyzer.formsAt(spelling, start, end)));
  return forms.slice(0, MAX_TERM_WORDS);
}

/** Reads a file of terms. @throws LisanError `invalid_terms` with the line that is wrong. */
export function readTerms(path: string | URL): Term[] {
  return parseTerms(readFileSync(path, 'utf8'), String(path));
}

/** `name`: of the file, for errors. @throws LisanError `invalid_terms`. */
export function parseTerms(text: string, name: string): Term[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const languages = lines[0]!.split('\t').map((code) => code.trim());
  if (
    languages.length < 2 ||
    !languages.every(isLexiconLanguage) ||
    new Set(languages).size < languages.length
  )
    throw invalidTerms(name, 1, `the first line must name two or more of ${LEXICON_LANGUAGES.join(', ')}`);
  return lines.flatMap((line, number) => {
    if (number === 0 || line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t').map((cell) => cell.split('|').map((spelling) => spelling.trim()));
    if (cells.length !== languages.length)
      throw invalidTerms(name, number + 1, `it has ${cells.length} cells instead of ${languages.length}`);
    const filled = cells.map((spellings) => spellings.filter((spelling) => /[\p{L}\p{N}]/u.test(spelling)));
    if (filled.filter(({ length }) => length > 0).length < 2)
      throw invalidTerms(name, number + 1, 'a term needs spellings in two languages');
    return [new Map(languages.map((language, at) => [language as LexiconLanguage, filled[at]!]))];
  });
}

const isLexiconLanguage = (code: string): boolean => (LEXICON_LANGUAGES as readonly string[]).includes(code);

const invalidTerms = (name: string, line: number, why: string): LisanError =>
  new LisanError({
    code: 'invalid_terms',
    message: `Line ${line} of the terms ${name} cannot be read: ${why}.`,
    remedy: 'Correct the line; docs/across.md describes the format.',
  });

const lists = new Map<string, TermList>();

/** The terms of data/terms, and before them those of the user's file, if any. Read once in a thread. @throws as `readTerms`. */
export function termList(own = ''): TermList {
  let list = lists.get(own);
  if (list === undefined) {
    const files = readdirSync(TERMS_FOLDER)
      .filter((name) => name.endsWith('.tsv'))
      .sort();
    const shipped = files.flatMap((name) => readTerms(new URL(name, TERMS_FOLDER)));
    list = new TermList([...(own === '' ? [] : readTerms(own)), ...shipped]);
    lists.set(own, list);
  }
  return list;
}
