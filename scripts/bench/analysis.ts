/**
 * Speed of the analysis (words with all their forms) on one core:
 *
 *   node scripts/bench/analysis.ts NEWS.jsonl.gz …        news: {id, title, text}, one article per line
 *
 * Each file is analysed three times, from memory. `fold` is the peer: the same text split by a regular expression,
 * lower-cased and counted, without forms. Times are processor time, which a busy machine distorts little. Memory is the
 * heap size after each round and a garbage collection (start with `--expose-gc`); it must not grow.
 */
import { detectLanguage, languageOf } from '../../src/analysis/language-detection.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { wordsIn } from '../../src/analysis/word-cache.ts';
import { readLines } from '../evaluate/lines.ts';

const ROUNDS = 3;
/** Characters read from each file. */
const READ = 30_000_000;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A passage, and how to find the language of the article around it. */
interface Line {
  text: string;
  hint: () => string;
}

async function linesOf(file: string): Promise<Line[]> {
  const lines: Line[] = [];
  let read = 0;
  for await (const { title, text } of readLines<{ title: string; text: string }>(file)) {
    if (read > READ) break;
    const article = `${title}\n${text}`;
    let language: string | undefined;
    const hint = (): string => {
      language ??= detectLanguage(article);
      return language;
    };
    lines.push(
      ...article
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ text: line, hint })),
    );
    read += article.length;
  }
  return lines;
}

/** Runs the work over all lines; returns the number of tokens, and tokens per second of processor time. */
function rate(lines: readonly Line[], work: (line: Line) => number): { tokens: number; rate: number } {
  const before = process.cpuUsage();
  let tokens = 0;
  for (const line of lines) tokens += work(line);
  const { user, system } = process.cpuUsage(before);
  return { tokens, rate: (tokens / (user + system)) * 1e6 };
}

const millions = (value: number): string => `${(value / 1e6).toFixed(2)} M`;

for (const file of process.argv.slice(2)) {
  const lines = await linesOf(file);
  const languages = lines.map(({ text, hint }) => detectLanguage(text, hint));
  console.log(`${file}: ${lines.length} passages`);
  for (let round = 1; round <= ROUNDS; round++) {
    let at = 0;
    const forms = rate(lines, ({ text }) => analyzerFor(languages[at++]!).tokens(text).length);
    const detected = rate(await linesOf(file), ({ text, hint }) => {
      const words = wordsIn(text);
      return analyzerFor(languageOf(text, words, hint)).tokensOf(words).length;
    });
    const fold = rate(lines, ({ text }) => {
      let words = 0;
      for (const [word] of text.matchAll(WORD)) if (word.toLowerCase() !== '') words++;
      return words;
    });
    globalThis.gc?.();
    const heap = Math.round(process.memoryUsage().heapUsed / 1e6);
    console.log(
      `round ${round}: ${millions(forms.tokens)} tokens; forms ${millions(forms.rate)}/s, with the language found ` +
        `${millions(detected.rate)}/s, fold ${millions(fold.rate)}/s (ratio ${(forms.rate / fold.rate).toFixed(2)}); heap ${heap} MB`,
    );
  }
}
