/**
 * Conflation: of all pairs of forms, those with the same lemma should share a stem and the others should not.
 * The file is a TSV with the columns form and lemma; the language is the end of its name (lemmas-tr.tsv).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMS } from '../../src/analysis/language.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { JAVA } from './lucene.ts';

export interface ConflationResult {
  file: string;
  form: string;
  precision: number;
  recall: number;
  f1: number;
}

const LUCENE = fileURLToPath(new URL('LuceneStem.java', import.meta.url));

/** One result for each form, and one for Lucene's analyzer where a class path with its jars is given. */
export function measureConflation(file: string, classPath?: string): ConflationResult[] {
  const language = /-(\w+)\.tsv$/.exec(file)?.[1] ?? 'und';
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const pairs = rows.map((row) => row.split('\t') as [string, string]);
  const analyzer = analyzerFor(language);
  const results = FORMS.map((form) => {
    const grouped = pairs.map(([word, lemma]) => [analyzer.forms(word)[form], lemma] as const);
    return { file: basename(file), form: form as string, ...conflation(grouped) };
  });
  if (classPath === undefined) return results;
  const input = pairs.map(([word]) => word).join('\n');
  const stems = execFileSync(JAVA, ['-cp', classPath, LUCENE, language], { input, encoding: 'utf8' }).split(
    '\n',
  );
  const grouped = pairs.map(([, lemma], index) => [stems[index] ?? '', lemma] as const);
  return [...results, { file: basename(file), form: 'lucene', ...conflation(grouped) }];
}

/** Precision, recall and F1 over pairs, counted by group sizes. */
export function conflation(words: readonly (readonly [stem: string, lemma: string])[]) {
  const together = pairsBy(words.map(([stem]) => stem));
  const wanted = pairsBy(words.map(([, lemma]) => lemma));
  const right = pairsBy(words.map(([stem, lemma]) => `${stem}\t${lemma}`));
  const precision = right / Math.max(1, together);
  const recall = right / Math.max(1, wanted);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.MIN_VALUE, precision + recall) };
}

function pairsBy(keys: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
