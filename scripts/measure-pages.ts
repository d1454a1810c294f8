/**
 * Measures what lisan reads from pages against two public benchmarks, whose pages are not part of this repository:
 *
 *     node scripts/measure-pages.ts --benchmark DIR [--list]
 *
 * - bodies: github.com/scrapinghub/article-extraction-benchmark (`ground-truth.json`, `html/`). F1 of shingles of four
 *   words, as its `evaluate.py` computes it; the predictions in `output/` that are there are measured in the same way.
 * - dates: `tests` of github.com/adbar/htmldate (`eval_default.json`, `eval_mediacloud_2020.json`): the day of publication.
 *
 * `--list` prints each page that is not right.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../src/common/types.ts';
import { decode } from '../src/ingest/charset.ts';
import { readHtml } from '../src/ingest/formats/html.ts';

const { values } = parseArgs({ options: { benchmark: { type: 'string' }, list: { type: 'boolean' } } });
const folder = values.benchmark;
if (folder === undefined) throw new Error('Give --benchmark DIR.');
if (existsSync(join(folder, 'ground-truth.json'))) measureBodies(folder);
else measureDates(existsSync(join(folder, 'tests')) ? join(folder, 'tests') : folder);

function articleOf(bytes: Buffer, url?: string): Article | undefined {
  for (const result of readHtml(decode(bytes)?.text ?? '', 'page', url))
    if ('article' in result) return result.article;
  return undefined;
}

function measureBodies(folder: string): void {
  type Bodies = Record<string, { articleBody?: string; url?: string }>;
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const truth = json('ground-truth.json') as Bodies;
  const own: Bodies = {};
  for (const id of Object.keys(truth)) {
    const page = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`)));
    own[id] = { articleBody: articleOf(page)?.body ?? '' };
  }
  report('lisan', truth, own);
  const output = join(folder, 'output');
  for (const file of existsSync(output) ? readdirSync(output).sort() : []) {
    const said = json(join('output', file)) as Bodies & { output?: Bodies };
    report(basename(file, '.json'), truth, said.output ?? said);
  }
  if (!values.list) return;
  const scored = Object.entries(truth).map(([id, { articleBody = '', url }]) => {
    const { tp, fp, fn } = overlap(articleBody, own[id]!.articleBody!);
    return { id, url, precision: tp / (tp + fp || 1), recall: tp / (tp + fn || 1) };
  });
  for (const { id, url, precision, recall } of scored.sort(
    (a, b) => a.precision + a.recall - b.precision - b.recall,
  ))
    if (precision + recall < 1.8)
      console.log(`${precision.toFixed(2)} ${recall.toFixed(2)} ${id} ${url ?? ''}`);
}

function report(name: string, truth: Record<string, { articleBody?: string }>, said: typeof truth): void {
  const counts = Object.entries(truth).map(([id, { articleBody = '' }]) =>
    overlap(articleBody, said[id]?.articleBody ?? ''),
  );
  const mean = (numbers: number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const precision = mean(counts.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)));
  const recall = mean(counts.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)));
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${name.padEnd(20)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  ${counts.length} pages`,
  );
}

interface Overlap {
  tp: number;
  fp: number;
  fn: number;
}

/** How many shingles of four words both texts have, and each alone. */
function overlap(truth: string, said: string): Overlap {
  const expected = shingles(truth);
  const found = shingles(said);
  const counts: Overlap = { tp: 0, fp: 0, fn: 0 };
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const [wanted, got] = [expected.get(key) ?? 0, found.get(key) ?? 0];
    counts.tp += Math.min(wanted, got);
    counts.fp += Math.max(0, got - wanted);
    counts.fn += Math.max(0, wanted - got);
  }
  return counts;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(1, words.length - 3); start++) {
    const shingle = words.slice(start, start + 4).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function measureDates(folder: string): void {
  const pages = new Map<string, { file: string; date: string | null }>();
  for (const file of ['eval_mediacloud_2020.json', 'eval_default.json']) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/: NaN\b/g, ': null');
    for (const [url, page] of Object.entries(
      JSON.parse(text) as Record<string, { file: string; date: string | null }>,
    ))
      pages.set(url, page);
  }
  let [right, wrong, missing, absent] = [0, 0, 0, 0];
  for (const [url, { file, date }] of pages) {
    const path = ['test_set', 'cache', 'eval']
      .map((part) => join(folder, part, file))
      .find((each) => existsSync(each));
    if (path === undefined) {
      absent++;
      continue;
    }
    const found = articleOf(readFileSync(path))?.publishedAt?.slice(0, 10) ?? null;
    if (found === date) right++;
    else if (found === null) missing++;
    else wrong++;
    if (values.list && found !== date) console.log(`${date} ${found} ${path} ${url}`);
  }
  console.log(
    `${right} of ${right + wrong + missing} pages have the right day; ${wrong} another one, ${missing} none${absent > 0 ? `; ${absent} pages are not there` : ''}`,
  );
}
