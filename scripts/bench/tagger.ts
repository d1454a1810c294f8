/**
 * Speed of the tagger: `node scripts/bench/tagger.ts --text FILE.jsonl.gz … [--names 20000] [--megabytes 40]`.
 *
 * The built-in gazetteer is extended with word pairs of the text that could be names, so that names are as frequent as
 * with a large gazetteer. Measured, in megabytes of UTF-8 text per second of processor time: the tagger on new words and
 * on words seen before, and the analysis before it; Aho-Corasick over the same text, folded, which knows neither clitics
 * nor cases; the tagger on cached words, without analysis in between; complete annotation, with and without names. Other
 * text of the files is processed first, so that the code is compiled.
 */
import { Command } from 'commander';
import type { Token } from '../../src/analysis/forms.ts';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { annotate } from '../../src/document/annotate.ts';
import {
  type Entity,
  loadGazetteer,
  namesOf,
  parseEntity,
  wordsOf,
} from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { GAZETTEER_FOLDER } from '../../src/service/service.ts';
import { readLines } from '../evaluate/lines.ts';
import { AhoCorasick } from './aho-corasick.ts';

/** Two adjacent words of a sentence that could be a name. */
const PAIR =
  /(?<=[\p{Ll}\p{Lo}] )(?:\p{Lu}\p{Ll}{2,}|[\u0620-\u064A]{4,}) (?:\p{Lu}\p{Ll}{2,}|[\u0620-\u064A]{4,})/gu;

/** Articles between two readings of the clock, which costs as much as half an article. */
const BATCH = 50;

const collect = (value: string, before: string[]): string[] => [...before, value];
const options = new Command('tagger')
  .requiredOption('--text <file>', 'JSONL (.gz) of {title?, text}; may be repeated', collect, [])
  .option('--names <n>', 'names in the gazetteer', Number, 20_000)
  .option('--megabytes <n>', 'text that is read', Number, 40)
  .parse()
  .opts<{ text: string[]; names: number; megabytes: number }>();

/** Warm-up text, as a share of the measured text. */
const BEFORE = 0.2;
const articles: string[][] = [];
const before: string[][] = [];
let bytes = 0;
const share = (options.megabytes * 1e6) / options.text.length;
for (const file of options.text) {
  let read = 0;
  for await (const { title = '', text } of readLines<{ title?: string; text: string }>(file)) {
    const passages = [title, ...text.split('\n')].filter((line) => line.trim() !== '');
    const size = passages.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    if (read >= share * (1 + BEFORE)) break;
    if (read < share * BEFORE) before.push(passages);
    else articles.push(passages);
    if (read >= share * BEFORE) bytes += size;
    read += size;
  }
}

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const entities = new Map<string, Entity>(gazetteer.entities);
let names = [...entities.values()].reduce((sum, entity) => sum + [...namesOf(entity)].length, 0);
for (let made = 0; names < options.names; made++) {
  const passages = articles[(made * 7919) % articles.length]!;
  const line = passages[(made * 31) % passages.length]!;
  // Candidates are capitalised or, in a script without capitals, long enough.
  const pairs = [...line.matchAll(PAIR)];
  const name = pairs[made % Math.max(1, pairs.length)]?.[0] ?? '';
  if (wordsOf(name).length < 2) continue;
  const id = `organisation-made-${made}`;
  entities.set(id, parseEntity(JSON.stringify({ id, type: 'organisation', names: { tr: [name] } })));
  names++;
}
const tagger = new Tagger({ entities, warnings: [] });
const automaton = new AhoCorasick(
  [...entities.values()].flatMap((entity) =>
    [...namesOf(entity)].map(({ name }) => ` ${wordsOf(name).join(' ')} `),
  ),
);

/** Microseconds of processor time by task. */
const spent = { analysis: 0, tagger: 0, folding: 0, automaton: 0, annotation: 0 };
function timed<T>(on: keyof typeof spent, work: () => T): T {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  spent[on] += user + system;
  return result;
}

let words = 0;
let mentions = 0;
let matches = 0;
/** Some articles with their words. */
type Batch = { tokens: Token[][]; passages: string[] }[];
/** Analyses some articles, as ingest does, and tags them with one of the two taggers; then the next articles. */
function round(work: (batch: Batch) => void, read = articles): typeof spent {
  for (const on of Object.keys(spent) as (keyof typeof spent)[]) spent[on] = 0;
  words = mentions = matches = 0;
  for (let from = 0; from < read.length; from += BATCH) {
    const batch = timed('analysis', () =>
      read.slice(from, from + BATCH).map((passages) => {
        const analyzer = analyzerFor(detectLanguage(passages.join('\n')));
        return { tokens: passages.map((line) => analyzer.tokens(line)), passages };
      }),
    );
    for (const { tokens } of batch) for (const list of tokens) words += list.length;
    work(batch);
  }
  return Object.fromEntries(Object.entries(spent).map(([on, time]) => [on, bytes / time])) as typeof spent;
}

function tag(batch: Batch): void {
  const found = timed('tagger', () =>
    batch.map(({ tokens, passages }) => tagger.tagArticle(tokens, passages)),
  );
  for (const list of found.flat()) mentions += list.length;
}

function scan(batch: Batch): void {
  const folded = timed('folding', () => batch.flatMap(({ tokens }) => tokens.map(foldedText)));
  timed('automaton', () => {
    for (const { text } of folded) automaton.scan(text, () => matches++);
  });
}

/** The text for the automaton, and a map from positions in it to words, which mentions need. */
function foldedText(tokens: readonly Token[]): { text: string; starts: Uint32Array } {
  const starts = new Uint32Array(tokens.length);
  let text = ' ';
  tokens.forEach(({ forms }, index) => {
    starts[index] = text.length;
    text += `${forms.folded} `;
  });
  return { text, starts };
}

/** Annotates articles one by one. */
function annotated(names: Tagger): number {
  spent.annotation = 0;
  for (let from = 0; from < articles.length; from += BATCH)
    timed('annotation', () => {
      for (const [title = '', ...lines] of articles.slice(from, from + BATCH))
        annotate({ title, body: lines.join('\n'), keywords: [] }, names);
    });
  return bytes / spent.annotation;
}

round(tag, before);
round(scan, before);
const tagged = [round(tag), round(tag), round(tag)];
const found = mentions;
const scanned = [round(scan), round(scan), round(scan)];
const matched = matches;
const kept: Batch[] = [];
round((batch) => kept.push(batch));
const alone = [1, 2, 3].map(() => {
  spent.tagger = 0;
  for (const batch of kept) tag(batch);
  return bytes / spent.tagger;
});
const nobody = new Tagger({ entities: new Map(), warnings: [] });
const withNames = [annotated(tagger), annotated(tagger), annotated(tagger)];
const without = [annotated(nobody), annotated(nobody), annotated(nobody)];
const report = {
  'text, MB': bytes / 1e6,
  words,
  names,
  mentions: found,
  'matches of Aho-Corasick': matched,
  'MB/s, three times': [] as number[],
  '  analysis': tagged.map(({ analysis }) => analysis),
  '  tagger': tagged.map((rate) => rate.tagger),
  '  tagger, words kept in memory': alone,
  '  Aho-Corasick with folding': scanned.map((rate) => 1 / (1 / rate.folding + 1 / rate.automaton)),
  '  Aho-Corasick alone': scanned.map((rate) => rate.automaton),
  '  articles annotated': withNames,
  '  the same without names': without,
};
for (const [name, value] of Object.entries(report))
  console.log(
    `${name.padEnd(32)}${[value]
      .flat()
      .map((number) => +number.toFixed(1))
      .join(' ')}`,
  );
