/**
 * Writes the tables of docs/relevance.md anew:
 *
 *   node scripts/relevance.ts --data DIR [--lucene CLASS_PATH]
 *
 * DIR holds the sets and lists that scripts/evaluate.ts describes. Every figure of one table is measured in this run,
 * but for those of other programs, which stand in `OTHERS` with where they come from.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { measureConflation } from './evaluate/conflation.ts';
import { measureLanguages } from './evaluate/languages.ts';
import { languageOfSet, measureSet, type SetResult, setsIn } from './evaluate/retrieval.ts';

const FILE = fileURLToPath(new URL('../docs/relevance.md', import.meta.url));
const BEGIN = '<!-- measured -->';
const END = '<!-- /measured -->';

/** MRR@10 of other programs on the whole sets, measured once before lisan was begun. */
const OTHERS: Readonly<Record<string, { lucene?: number; meilisearch?: number }>> = {
  arcd: { lucene: 0.774, meilisearch: 0.058 },
  tquad: { lucene: 0.699 },
  'xquad-ar': { lucene: 0.922, meilisearch: 0.066 },
  'xquad-tr': { lucene: 0.93, meilisearch: 0.703 },
  'xquad-ru': { lucene: 0.942 },
  'xquad-en': { lucene: 0.955, meilisearch: 0.135 },
};

const { data, lucene } = new Command('relevance')
  .requiredOption('--data <dir>', 'folder of the sets')
  .option('--lucene <class path>', "Lucene's core and analysis-common jars")
  .parse()
  .opts<{ data: string; lucene?: string }>();

const three = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(3).replace(/^0/, '');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const percent = (value: number, of: number): string => `${((value / of - 1) * 100).toFixed(1)} %`;

const retrieval: string[][] = [];
const amongNews: string[][] = [];
for (const set of setsIn(data)) {
  const measure = async (distractors: string[]): Promise<[own: SetResult, light: SetResult]> => {
    const options = { data, distractors, engine: 'sqlite' };
    return [await measureSet(set, options), await measureSet(set, { ...options, baseline: true })];
  };
  const [own, light] = await measure([]);
  const { lucene: analysed, meilisearch } = OTHERS[set] ?? {};
  retrieval.push([
    set,
    String(own.queries),
    ...[own.mrr10, own.ndcg10, own.r1, own.r100, light.mrr10].map(three),
    percent(own.mrr10, light.mrr10),
    three(analysed),
    three(meilisearch),
  ]);
  const news = join(data, `news-${await languageOfSet(data, set)}.jsonl.gz`);
  if (!existsSync(news)) continue;
  const [among, lightAmong] = await measure([news]);
  amongNews.push([
    set,
    ...[among.mrr10, among.ndcg10, among.r1, among.r100, lightAmong.mrr10].map(three),
    percent(among.mrr10, lightAmong.mrr10),
  ]);
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
  ...table(
    [
      'set',
      'queries',
      'MRR@10',
      'nDCG@10',
      'R@1',
      'R@100',
      'light stem MRR@10',
      'gain',
      'Lucene',
      'Meilisearch',
    ],
    retrieval,
  ),
  '',
  '### Retrieval among news',
  '',
  ...table(['set', 'MRR@10', 'nDCG@10', 'R@1', 'R@100', 'light stem MRR@10', 'gain'], amongNews),
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
