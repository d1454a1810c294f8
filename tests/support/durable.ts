/** An archive of made articles in a folder of each test, for tests of what survives. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach } from 'vitest';
import type { Article } from '../../src/common/types.ts';

export interface DurableFolder {
  /** Throw-away folder of the running test. */
  readonly path: string;
  /** Data folder within it, which does not exist yet. */
  readonly data: string;
  /** The archive in the data folder. */
  readonly archive: string;
  /** Writes a JSON Lines file with so many articles; returns its path. */
  file(count: number, words?: number): string;
}

/** Registers what makes the folder before each test of a file, and removes it after. */
export function durableFolder(): DurableFolder {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'lisan-durable-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
    get data() {
      return join(path, 'data');
    },
    get archive() {
      return join(path, 'data', 'archive.db');
    },
    file(count, words) {
      const file = join(path, `${count}.jsonl`);
      writeFileSync(
        file,
        articles(count, words)
          .map((one) => JSON.stringify(one))
          .join('\n'),
      );
      return file;
    },
  };
}

/** Article `number`, which alone has the word `word<number>x`. */
export const article = (number: number, words = 5): Article => ({
  id: `a${number}`,
  title: `Article ${number}`,
  body: `word${number}x ${'council minister report '.repeat(words)}`,
  keywords: [],
});

/** The first `count` articles. */
export const articles = (count: number, words?: number): Article[] =>
  Array.from({ length: count }, (_, number) => article(number, words));

/** What SQLite says of a file: "ok" where it is whole. */
export function verdictOf(file: string): unknown {
  const database = new DatabaseSync(file);
  try {
    return database.prepare('PRAGMA integrity_check').get()?.integrity_check;
  } finally {
    database.close();
  }
}

/** The bytes of every file in a folder, by name. */
export const bytesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { withFileTypes: true })
      // A folder beside the files holds compiled code.
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
