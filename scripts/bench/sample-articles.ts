/**
 * Random articles without evaluation data: sentences of the sample articles (`data/sample`), mixed with invented words whose
 * frequencies follow Zipf's law, so that posting lists and vocabulary have the shape of those of real news.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/common/types.ts';
import { randomNumbers, zipf } from './random.ts';

const SAMPLES = fileURLToPath(new URL('../../data/sample', import.meta.url));
const LETTERS = [
  ['بتجحدرزسشصطعفقكلمنه', 'اوي'],
  ['bcdfghklmnprstvyz', 'aeıioöuü'],
  ['bcdfghjklmnprstvwz', 'aeiou'],
  ['бвгджзклмнпрстфхцч', 'аеиоуы'],
] as const;
/** Invented words of each alphabet. */
const VOCABULARY = 20_000;
const PASSAGES = 5;
const INVENTED_WORDS = 18;
const SOURCES = 12;
const DAYS = 3000;
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2016, 0, 1);

/** `count` articles; the same seed gives the same ones. */
export function sampleArticles(count: number, seed: number): (Article & { id: string })[] {
  const random = randomNumbers(seed);
  const sentences = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(`${SAMPLES}/${name}`, 'utf8').split(/(?<=[.؟!?])\s+|\n+/))
    .filter((sentence) => sentence.split(' ').length > 4);
  const words = LETTERS.map(([consonants, vowels]) =>
    Array.from({ length: VOCABULARY }, () => invented(random, consonants, vowels)),
  );
  return Array.from({ length: count }, (_, number) => {
    const own = words[number % words.length]!;
    const passage = (): string => {
      const some = Array.from({ length: INVENTED_WORDS }, () => own[zipf(random, VOCABULARY)]!);
      return `${sentences[zipf(random, sentences.length)]!} ${some.join(' ')}.`;
    };
    return {
      id: `a${number}`,
      title: `${own[zipf(random, VOCABULARY)]} ${own[zipf(random, VOCABULARY)]} ${number}`,
      body: Array.from({ length: PASSAGES }, passage).join('\n'),
      keywords: [],
      source: `Source ${zipf(random, SOURCES)}`,
      publishedAt: new Date(FIRST_DAY_MS + Math.floor(random() * DAYS) * DAY_MS).toISOString().slice(0, 10),
    };
  });
}

function invented(random: () => number, consonants: string, vowels: string): string {
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)]!;
  const syllables = 2 + Math.floor(random() * 3);
  return Array.from({ length: syllables }, () => pick(consonants) + pick(vowels)).join('') + pick(consonants);
}
