/** What a query says about an office and a time: "former Russian president", "министр иностранных дел России в 2020 году". */

import type { Analyzer } from '../../analysis/analyzer.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { analyzerFor, analyzersOfScript, LANGUAGES } from '../../analysis/languages/registry.ts';
import { lazily } from '../../common/lazily.ts';
import { nameRules, foldedWords as wordsOfList } from '../language-rules.ts';
import { foldedWords } from './entity.ts';

export interface AskedOffice {
  /** Words of the title, folded, in order; several for what is said short. */
  words: string[];
  /** Years or months, any of which will do: `2020`, `2020-05`; none where no time is asked for. */
  dates: string[];
  /** Whether somebody is asked for who no longer has it. */
  former: boolean;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** Words beside a year that are looked at on each side. */
const BESIDE = 2;

const rules = nameRules(({ askedOffice }) => askedOffice);
const besideYear = lazily(() => new Set(rules.flatMap((rule) => wordsOfList(rule.besideYear))));
const formerWords = lazily(() => new Set(rules.flatMap((rule) => wordsOfList(rule.former))));
const presentWords = lazily(() => new Set(rules.flatMap((rule) => wordsOfList(rule.present))));
const shortTitles = lazily(
  () =>
    new Map(
      rules.flatMap(({ short = {} }) =>
        Object.entries(short).map(
          ([said, title]) => [wordsOfList(said).join(' '), wordsOfList(title)] as const,
        ),
      ),
    ),
);
/** Words of a short title or of a month at most. */
const LONGEST = 2;
/** Months by the stems of their names, January is 1. */
const months = lazily(
  () =>
    new Map(
      LANGUAGES.flatMap(({ code, dates }) =>
        (dates?.months ?? []).flatMap((naming) =>
          naming.flatMap((spellings, at) =>
            spellings
              .split('|')
              .map((month) => [stemmed(wordsOfList(month), analyzerFor(code)), at + 1] as const),
          ),
        ),
      ),
    ),
);

/** `isStop` says which words beside a year and elsewhere carry nothing. */
export function askedOffice(text: string, isStop: (word: string) => boolean): AskedOffice {
  const all = foldedWords(text);
  const dates: string[] = [];
  const beside = new Set<number>();
  all.forEach((word, at) => {
    if (!YEAR.test(word)) return;
    beside.add(at);
    const month = monthBefore(all, at);
    for (let n = 1; n <= (month?.words ?? 0); n++) beside.add(at - n);
    dates.push(month === undefined ? word : `${word}-${String(month.number).padStart(2, '0')}`);
    for (const step of [-1, 1])
      for (let n = 1; n <= BESIDE; n++) {
        const neighbour = all[at + step * n];
        if (neighbour !== undefined && besideYear().has(neighbour)) beside.add(at + step * n);
      }
  });
  const words = all.filter((word, at) => !beside.has(at) && !isStop(word));
  const title = words.filter((word) => !formerWords().has(word) && !presentWords().has(word));
  return {
    words: inFull(title).filter((word) => !isStop(word)),
    dates,
    former: words.some((word) => formerWords().has(word)),
  };
}

/** Whether a title is one of the past: Former foreign minister. */
export function saysFormer(words: readonly string[]): boolean {
  return words.some((word) => formerWords().has(word));
}

/** The words with short titles replaced by what they are short for. */
function inFull(words: readonly string[]): string[] {
  const full: string[] = [];
  for (let at = 0; at < words.length; ) {
    const lengths = [LONGEST, 1].filter((length) =>
      shortTitles().has(words.slice(at, at + length).join(' ')),
    );
    const length = lengths[0] ?? 1;
    for (const word of shortTitles().get(words.slice(at, at + length).join(' ')) ?? [words[at]!])
      full.push(word);
    at += length;
  }
  return full;
}

function monthBefore(words: readonly string[], year: number): { number: number; words: number } | undefined {
  for (const length of [LONGEST, 1]) {
    const month = words.slice(Math.max(0, year - length), year);
    const script = scriptOf(month[0]?.codePointAt(0) ?? 0);
    for (const analyzer of analyzersOfScript(script)) {
      const number = months().get(stemmed(month, analyzer));
      if (number !== undefined) return { number, words: month.length };
    }
  }
  return undefined;
}

function stemmed(words: readonly string[], analyzer: Analyzer): string {
  return words.map((word) => analyzer.forms(word).stem).join(' ');
}
