/**
 * The synonyms of an archive: words, and names or terms of several words, that find each other. They are a setting of the
 * archive, so that backups have them, and are applied to queries alone: a change takes effect at once and no article is
 * indexed again.
 *
 *   car, automobile                each finds the other
 *   merkez bankası, TCMB           the same with several words
 *   AB => Avrupa Birliği, Brüksel  AB finds the others, and not the other way round
 *   tr: araba, otomobil            words of one language: their forms are those of Turkish
 */
import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../analysis/languages/registry.ts';
import { MAX_TERM_WORDS } from '../../analysis/lexicon/term-list.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import type { Archive } from '../../archive/archive.ts';
import { LisanError } from '../../common/errors.ts';

export interface Synonym {
  /** Spellings that find each other, or, if there is `to`, that find those. Each has one to `MAX_TERM_WORDS` words. */
  words: readonly string[];
  /** Spellings that are only found. */
  to?: readonly string[];
  /** ISO 639-1 code of their language; without it a word has the forms of every language of its script. */
  lang?: string;
}

export interface ListedSynonym extends Synonym {
  /** The same for the same words. */
  id: string;
}

const SETTING = 'synonyms';
/** Spellings of one synonym, both sides together. */
export const MAX_WORDS = 20;
export const MAX_SYNONYMS = 5000;
/** Of a spelling, in UTF-16 code units. */
export const MAX_SPELLING_LENGTH = 128;
/** What a line of a file or a query has between spellings, and control characters. */
const NOT_IN_SPELLINGS = /[,،:=<>"“”«»\p{Cc}]/u;

/** The text that the archive has; equal texts are equal lists. */
export const synonymsText = (archive: Archive): string => archive.setting(SETTING) ?? '[]';

export const synonymsIn = (archive: Archive): ListedSynonym[] =>
  (JSON.parse(synonymsText(archive)) as Synonym[]).map(listed);

/**
 * Adds synonyms, or replaces all of them. Those that are there already stay as they are.
 * @throws LisanError `invalid_synonym`.
 */
export function storeSynonyms(
  archive: Archive,
  added: readonly Synonym[],
  { replace = false } = {},
): ListedSynonym[] {
  const all = new Map((replace ? [] : synonymsIn(archive)).map((each) => [each.id, each]));
  const found = added.map((each) => listed(checked(each)));
  for (const each of found) all.set(each.id, each);
  if (all.size > MAX_SYNONYMS)
    throw invalid(`An archive has at most ${MAX_SYNONYMS} synonyms.`, 'Remove some of them.');
  keep(archive, [...all.values()]);
  return found;
}

/** False if there is none with this id. */
export function removeSynonym(archive: Archive, id: string): boolean {
  const all = synonymsIn(archive);
  const others = all.filter((each) => each.id !== id);
  if (others.length < all.length) keep(archive, others);
  return others.length < all.length;
}

function keep(archive: Archive, all: readonly ListedSynonym[]): void {
  const plain = all.map(({ id: _, ...synonym }) => synonym);
  archive.setSetting(SETTING, plain.length === 0 ? undefined : JSON.stringify(plain));
}

function listed({ words, to, lang }: Synonym): ListedSynonym {
  const synonym = { words, ...(to !== undefined && { to }), ...(lang !== undefined && { lang }) };
  return { id: idOf(synonym), ...synonym };
}

const idOf = (synonym: Synonym): string =>
  createHash('sha256').update(synonymLine(synonym)).digest('base64url').slice(0, 12);

/** A synonym as a line of a file. */
export function synonymLine({ words, to, lang }: Synonym): string {
  const start = lang === undefined ? '' : `${lang}: `;
  return `${start}${words.join(', ')}${to === undefined ? '' : ` => ${to.join(', ')}`}`;
}

/** Reads lines; blank ones and those that begin with `#` are comments. @throws LisanError `invalid_synonym`. */
export function synonymsOfLines(text: string): Synonym[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return [];
    try {
      return [checked(synonymOfLine(content))];
    } catch (thrown) {
      if (!(thrown instanceof LisanError)) throw thrown;
      throw invalid(`Line ${index + 1}: ${thrown.message}`, thrown.remedy);
    }
  });
}

/** @throws LisanError `invalid_synonym` for a second arrow. */
export function synonymOfLine(line: string): Synonym {
  const [, lang, rest = ''] = /^(?:([a-z]{2}):)?(.*)$/su.exec(line.trim()) ?? [];
  const sides = rest.split('=>').map((side) => side.split(/[,،]/u).map((word) => word.trim()));
  if (sides.length > 2) throw invalid('A synonym has one arrow.', HOW);
  const [words = [], to] = sides;
  return { words, ...(to !== undefined && { to }), ...(lang !== undefined && { lang }) };
}

const HOW = 'Write it like "car, automobile", "AB => Avrupa Birliği" or "tr: araba, otomobil".';

/** The synonym with each spelling once. @throws LisanError `invalid_synonym`. */
function checked({ words: givenWords, to: givenTo, lang }: Synonym): Synonym {
  const once = (given: readonly string[]): string[] => [
    ...new Set(given.map((spelling) => spelling.trim().replace(/\s+/gu, ' '))),
  ];
  const words = once(givenWords);
  const to = givenTo && once(givenTo);
  if (lang !== undefined && !LANGUAGES.some(({ code }) => code === lang)) {
    const codes = LANGUAGES.map(({ code }) => code).join(', ');
    throw invalid(`${JSON.stringify(lang)} is no language.`, `Use one of ${codes}, or none.`);
  }
  if (words.length < (to === undefined ? 2 : 1) || to?.length === 0)
    throw invalid('A synonym needs two words, or a word on each side of the arrow.', HOW);
  if (words.length + (to?.length ?? 0) > MAX_WORDS)
    throw invalid(`A synonym has at most ${MAX_WORDS} words.`, 'Make several of it.');
  for (const spelling of [...words, ...(to ?? [])]) {
    if (isSpelling(spelling)) continue;
    throw invalid(
      `${JSON.stringify(spelling)} cannot be a synonym.`,
      `Give one to ${MAX_TERM_WORDS} words of at most ${MAX_SPELLING_LENGTH} characters, without punctuation between them.`,
    );
  }
  return { words, ...(to !== undefined && { to }), ...(lang !== undefined && { lang }) };
}

/** Whether a text is nothing but some words. */
function isSpelling(text: string): boolean {
  if (text.length > MAX_SPELLING_LENGTH || NOT_IN_SPELLINGS.test(text)) return false;
  const words: [number, number][] = [];
  tokenize(text, (start, end) => words.push([start, end]));
  return (
    words.length > 0 &&
    words.length <= MAX_TERM_WORDS &&
    words[0]![0] === 0 &&
    words.at(-1)![1] === text.length
  );
}

/** No synonym of the archive has this id. `remedy`: where ids are found. */
export function unknownSynonym(id: string, remedy: string): LisanError {
  return new LisanError({
    code: 'synonym_unknown',
    message: `There is no synonym ${JSON.stringify(id)}.`,
    remedy,
    status: 404,
  });
}

function invalid(message: string, remedy: string): LisanError {
  return new LisanError({ code: 'invalid_synonym', message, remedy, status: 400 });
}
