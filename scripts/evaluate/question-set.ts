/** Question sets on disk: DIR/NAME/docs.jsonl ({id, title?, text}) and queries.jsonl ({id, text, relevant, also?}). */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '../../src/analysis/language-detection.ts';
import { readLines } from './lines.ts';

export interface SetQuery {
  id: string;
  text: string;
  /** Ids of the documents that answer the query. */
  relevant: string[];
  /** Ids of further documents that are counted as relevant. */
  also?: string[];
}

export interface SetDocument {
  id: string;
  title?: string;
  text: string;
}

/** Documents (those of the set, then the distractors) and queries of one run. */
export interface Questions {
  set: string;
  /** BCP 47 code of the set's documents. */
  language: string;
  /** JSONL files of documents; `.gz` is unpacked. */
  files: readonly string[];
  queries: readonly SetQuery[];
}

/** Ids of the best documents for each query in order, and how long each search took where that was measured. */
export interface Run {
  found: string[][];
  milliseconds?: number[];
}

/** Names of the sets in a folder. */
export const setsIn = (data: string): string[] =>
  readdirSync(data)
    .filter((name) => existsSync(join(data, name, 'queries.jsonl')))
    .sort();

/** Reads a set, with at most `limit` of its queries. */
export async function readSet(
  data: string,
  set: string,
  distractors: readonly string[] = [],
  limit = Number.POSITIVE_INFINITY,
): Promise<Questions> {
  const files = [join(data, set, 'docs.jsonl'), ...distractors];
  const queries: SetQuery[] = [];
  for await (const query of readLines<SetQuery>(join(data, set, 'queries.jsonl'))) {
    if (queries.length >= limit) break;
    queries.push(query);
  }
  return { set, language: await languageOf(files[0]!), files, queries };
}

/** Every document of the files, in order. */
export async function* documentsOf(files: readonly string[]): AsyncGenerator<SetDocument> {
  for (const file of files) yield* readLines<SetDocument>(file);
}

/** Language of the first document of a file. */
async function languageOf(file: string): Promise<string> {
  for await (const { text } of readLines<SetDocument>(file)) return detectLanguage(text);
  return 'und';
}
