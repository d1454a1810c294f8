/**
 * Random articles for benchmarks: `node scripts/bench/corpus.ts --data DIR --count N [--seed S] > articles.jsonl`.
 *
 * An article is a mixture of real sentences of one language from the evaluation data (DIR/news-*.jsonl.gz, and the
 * paragraphs of the question sets for English and Russian, for which there is no news). Sentence frequencies follow
 * Zipf's law. Invented names make the vocabulary grow as it does in real news. The same seed gives the same articles.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { readLines } from '../evaluate/lines.ts';
import { randomNumbers, shuffle, zipf } from './random.ts';

export interface CorpusOptions {
  /** Folder of the evaluation data. */
  data: string;
  count: number;
  seed: number;
}

interface Source {
  code: string;
  /** Share of the articles. */
  share: number;
  files: readonly string[];
  /** Consonants and vowels that names are made of. */
  letters: readonly [string, string];
}

const SOURCES: readonly Source[] = [
  {
    code: 'ar',
    share: 0.4,
    files: ['news-ar.jsonl.gz', 'news-ar-ant.jsonl.gz'],
    letters: ['بتجحدرزسشصطعفقكلمنه', 'اوي'],
  },
  { code: 'tr', share: 0.3, files: ['news-tr.jsonl.gz'], letters: ['bcdfghklmnprstvyz', 'aeıioöuü'] },
  {
    code: 'en',
    share: 0.15,
    files: ['xquad-en/docs.jsonl', 'keywords-en/docs.jsonl'],
    letters: ['bcdfghjklmnprstvwz', 'aeiou'],
  },
  {
    code: 'ru',
    share: 0.15,
    files: ['xquad-ru/docs.jsonl', 'keywords-ru/docs.jsonl'],
    letters: ['бвгдзклмнпрстфхш', 'аеиоу'],
  },
];
/** Sentences kept per language, and their minimum and maximum length in code units. */
const SENTENCES = 60_000;
const SHORTEST = 25;
const LONGEST = 300;
const FEEDS = 60;
/** Number of different invented names; articles share some of them. */
const NAMES = 2_000_000;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAYS = 4_000;

/** Generates the articles one by one. */
export async function* articles({
  data,
  count,
  seed,
}: CorpusOptions): AsyncGenerator<Article & { id: string }> {
  const random = randomNumbers(seed);
  const languages = [];
  let upTo = 0;
  for (const source of SOURCES) {
    upTo += source.share;
    const sentences = await sentencesOf(source.files.map((file) => join(data, file)));
    languages.push({ ...source, upTo, sentences: shuffle(sentences, randomNumbers(seed)) });
  }
  for (let number = 0; number < count; number++) {
    const draw = random();
    const language = languages.find(({ upTo }) => draw < upTo) ?? languages[0]!;
    const sentence = (): string => language.sentences[zipf(random, language.sentences.length)]!;
    const paragraphs: string[] = [];
    // Most articles are short, some are long.
    for (let left = 4 + Math.floor(-6 * Math.log(1 - random())); left > 0; left -= 3) {
      const some = Array.from({ length: Math.min(3, left) }, sentence);
      if (random() < 0.5) some.push(nameBy(zipf(random, NAMES), language.letters));
      paragraphs.push(some.join(' '));
    }
    yield {
      id: `${seed}-${number}`,
      title: `${nameBy(zipf(random, NAMES), language.letters)} ${sentence().split(' ').slice(0, 9).join(' ')}`,
      body: paragraphs.join('\n'),
      source: `${language.code} ${zipf(random, FEEDS)}`,
      publishedAt: new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10),
      keywords: [],
    };
  }
}

async function sentencesOf(files: readonly string[]): Promise<string[]> {
  const sentences = new Set<string>();
  for (const file of files) {
    if (!existsSync(file))
      throw new Error(`${file} is missing; --data names the folder of the evaluation data`);
    for await (const { text } of readLines<{ text: string }>(file)) {
      for (const sentence of text.split(/(?<=[.!?؟])\s+|\n+/u)) {
        const trimmed = sentence.trim();
        if (trimmed.length >= SHORTEST && trimmed.length <= LONGEST) sentences.add(trimmed);
      }
      if (sentences.size >= SENTENCES) break;
    }
  }
  return [...sentences];
}

/** The name with this number; always the same one. */
function nameBy(number: number, [consonants, vowels]: Source['letters']): string {
  let name = '';
  for (let left = number + consonants.length; left > 0; ) {
    name += consonants[left % consonants.length]!;
    left = Math.floor(left / consonants.length);
    name += vowels[left % vowels.length]!;
    left = Math.floor(left / vowels.length);
  }
  return name[0]!.toUpperCase() + name.slice(1);
}

if (import.meta.main) {
  const options = new Command('corpus')
    .requiredOption('--data <dir>', 'folder of the evaluation data')
    .requiredOption('--count <n>', 'articles', Number)
    .option('--seed <n>', 'the same seed gives the same articles', Number, 1)
    .parse()
    .opts<CorpusOptions>();
  for await (const article of articles(options)) {
    if (!process.stdout.write(`${JSON.stringify(article)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
