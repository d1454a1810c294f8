/**
 * Writes the tables of docs/relevance.md anew:
 *
 *   node scripts/relevance.ts --data DIR [--set NAME …] [--lucene CLASS_PATH]
 *
 * DIR holds the sets and lists that scripts/evaluate.ts describes. Every figure, those of peers included, is measured in
 * this run on the same documents, queries and judgements.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { measureConflation } from './evaluate/conflation.ts';
import { measureLanguages } from './evaluate/languages.ts';
import { readSet, setsIn } from './evaluate/question-set.ts';
import { type Measured, measure } from './evaluate/retrieval.ts';
import { pairedBootstrap } from './evaluate/significance.ts';
import type { SystemName } from './evaluate/systems.ts';

const FILE = fileURLToPath(new URL('../docs/relevance.md', import.meta.url));
const BEGIN = '<!-- measured -->';
const END = '<!-- /measured -->';

const {
  data,
  lucene,
  set: sets,
} = new Command('relevance')
  .requiredOption('--data <dir>', 'folder of the sets')
  .option('--set <name...>', 'these sets only')
  .option('--lucene <class path>', "Lucene's core and analysis-common jars")
  .parse()
  .opts<{ data: string; lucene?: string; set?: string[] }>();

const three = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(3).replace(/^0/, '');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${three(Math.abs(value))}`;

const PEERS: readonly SystemName[] = [
  'light-stem',
  'fts5',
  ...(lucene === undefined ? [] : ['lucene' as const]),
];
const COMPARED = PEERS.at(-1)!;

const RETRIEVAL_HEAD = [
  'set',
  'queries',
  'MRR@10',
  'nDCG@10',
  'R@1',
  'R@100',
  ...PEERS.flatMap((peer) => [`${peer} MRR@10`, `R@100`]),
  `MRR@10 over ${COMPARED} (95 %)`,
];

/** A row of the tables of retrieval: lisan, its peers, and how sure the difference is. */
async function rowOf(set: string, distractors: string[]): Promise<string[]> {
  const questions = await readSet(data, set, distractors);
  const options = { data, distractors, engine: 'sqlite', ...(lucene !== undefined && { lucene }) };
  const own = await measure(questions, { ...options, system: 'lisan' });
  const peers: Measured[] = [];
  for (const system of PEERS) peers.push(await measure(questions, { ...options, system }));
  const difference = pairedBootstrap(own.reciprocalRanks, peers.at(-1)!.reciprocalRanks);
  const { result } = own;
  return [
    set,
    String(result.queries),
    ...[result.mrr10, result.ndcg10, result.r1, result.r100].map(three),
    ...peers.flatMap(({ result: { mrr10, r100 } }) => [mrr10, r100].map(three)),
    `${signed(difference.mean)} (${signed(difference.low)} to ${signed(difference.high)})`,
  ];
}

/** Files of news articles in the language of a set, to rank its documents among. */
async function newsFor(set: string): Promise<string[]> {
  const { language } = await readSet(data, set, [], 1);
  return readdirSync(data)
    .filter((name) => name.startsWith(`news-${language}`) && name.endsWith('.jsonl.gz'))
    .map((name) => join(data, name));
}

const alone: string[][] = [];
const amongNews: string[][] = [];
for (const set of sets ?? setsIn(data)) {
  alone.push(await rowOf(set, []));
  const news = await newsFor(set);
  if (news.length > 0) amongNews.push(await rowOf(set, news));
}

const lemmas = readdirSync(data).filter((name) => /^lemmas-.*\.tsv$/.test(name));
const conflation = lemmas.flatMap((file) =>
  measureConflation(join(data, file), lucene)
    .filter(({ form }) => ['stem', 'root', 'lucene'].includes(form))
    .map(({ form, precision, recall, f1 }) => [file, form, three(precision), three(recall), three(f1)]),
);

const languages = (await measureLanguages(data)).map(({ unit, language, texts, lisan, franc }) => [
  unit,
  language,
  String(texts),
  three(lisan),
  three(franc),
]);

const measured = [
  BEGIN,
  '### Retrieval',
  '',
  ...table(RETRIEVAL_HEAD, alone),
  '',
  '### Retrieval among news',
  '',
  ...table(RETRIEVAL_HEAD, amongNews),
  '',
  '### Conflation',
  '',
  ...table(['list', 'stems of', 'precision', 'recall', 'F1'], conflation),
  '',
  '### Language of a text',
  '',
  ...table(['unit', 'language', 'texts', 'lisan', 'franc'], languages),
  END,
].join('\n');
const before = readFileSync(FILE, 'utf8');
writeFileSync(
  FILE,
  before.slice(0, before.indexOf(BEGIN)) + measured + before.slice(before.indexOf(END) + END.length),
);
