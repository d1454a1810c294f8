/**
 * Writes the first table of docs/across.md anew:
 *
 *   node scripts/across.ts --data DIR [--only news|xquad]
 *
 * DIR holds the sets that scripts/evaluate.ts describes: cross/ntrex-QUERIES-DOCUMENTS, and xquad-LANGUAGE, whose ids are
 * those of the same paragraphs in every language. With `--only` the other rows stay.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { type Questions, readSet } from './evaluate/question-set.ts';
import { measure } from './evaluate/retrieval.ts';

const FILE = fileURLToPath(new URL('../docs/across.md', import.meta.url));

/** Language of the questions and of the documents, and the MRR@10 that is aimed at. */
type Pair = readonly [questions: string, documents: string, target: string];
const NEWS: readonly Pair[] = [
  ['en', 'ar', '.75'],
  ['en', 'tr', '.82'],
  ['en', 'ru', '.75'],
  ['ar', 'en', '.65'],
  ['ar', 'tr', '.65'],
  ['tr', 'ar', '.65'],
  ['tr', 'en', '.65'],
  ['ru', 'ar', '.65'],
];
const XQUAD: readonly Pair[] = [
  ['en', 'ar', '.68'],
  ['en', 'tr', '.78'],
  ['en', 'ru', '.75'],
];

const { data, only } = new Command('across')
  .requiredOption('--data <dir>', 'folder of the sets')
  .addOption(new Option('--only <part>', 'these rows only').choices(['news', 'xquad']))
  .parse()
  .opts<{ data: string; only?: 'news' | 'xquad' }>();

const three = (value: number): string => value.toFixed(3).replace(/^0/, '');

/** Puts a row in the place of the one of the same pair. */
function replaceRow(name: string, cells: readonly string[]): void {
  const text = readFileSync(FILE, 'utf8');
  const start = `| ${name} |`;
  const at = text.indexOf(start);
  if (at === -1) throw new Error(`docs/across.md has no row ${name}.`);
  const row = `${start} ${cells.join(' | ')} |`;
  writeFileSync(FILE, text.slice(0, at) + row + text.slice(text.indexOf('\n', at)));
  console.log(row);
}

async function measured(name: string, questions: Questions, target: string): Promise<void> {
  const mrr = async (across: boolean): Promise<string> => {
    const { result } = await measure(questions, {
      ...{ data, distractors: [], engine: 'sqlite', system: 'lisan', across },
    });
    return three(result.mrr10);
  };
  replaceRow(name, [await mrr(false), await mrr(true), target]);
}

if (only !== 'xquad')
  for (const [from, to, target] of NEWS)
    await measured(
      `news ${from} -> ${to}`,
      await readSet(join(data, 'cross'), `ntrex-${from}-${to}`),
      target,
    );
if (only !== 'news')
  for (const [from, to, target] of XQUAD) {
    const { queries } = await readSet(data, `xquad-${from}`);
    const documents = await readSet(data, `xquad-${to}`, [], 0);
    await measured(`XQuAD ${from} -> ${to}`, { ...documents, queries }, target);
  }
