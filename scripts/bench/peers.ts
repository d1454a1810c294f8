/** Search engines on the same machine to compare with, with default settings, on the raw text. */
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { Article } from '../../src/common/types.ts';

export interface Peer {
  name: string;
  /** Adds articles, about a thousand at a time. */
  add(articles: readonly (Article & { id: string })[]): void | Promise<void>;
  /** Called after the last `add`; when it resolves, all articles can be found. */
  finish(): void | Promise<void>;
  /** The first 20 hits. */
  search(query: string): string[] | Promise<string[]>;
  /** Removes everything created outside this process. */
  close?(): Promise<void>;
}

/** A peer in this process. */
export interface LocalPeer extends Peer {
  search(query: string): string[];
}

/** Requested hits. All peers require all words of a query, as lisan does. */
export const PAGE = 20;

/** MiniSearch, in memory, with the prefix and fuzzy options that its documentation recommends for a search box. */
export function miniSearch(): LocalPeer {
  const index = new MiniSearch<Article & { id: string }>({ fields: ['title', 'body'] });
  return {
    name: 'MiniSearch',
    add: (articles) => index.addAll(articles),
    finish: () => {},
    search: (query) =>
      index
        .search(query, { combineWith: 'AND', prefix: true, fuzzy: 0.2, boost: { title: 2 } })
        .slice(0, PAGE)
        .map(({ id }) => String(id)),
  };
}

/** SQLite FTS5 with defaults: unicode61 tokenizer, columns for title and body, bm25, a snippet. */
export function bareFts5(file: string): LocalPeer {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = normal;
    CREATE VIRTUAL TABLE articles USING fts5 (id UNINDEXED, title, body);`);
  const insert = database.prepare('INSERT INTO articles VALUES (?, ?, ?)');
  const find = database.prepare(
    `SELECT id, snippet(articles, 2, '[', ']', '…', 30) FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ${PAGE}`,
  );
  const count = database.prepare('SELECT count(*) AS n FROM articles WHERE articles MATCH ?');
  return {
    name: 'FTS5',
    add: (articles) => {
      database.exec('BEGIN');
      for (const { id, title, body } of articles) insert.run(id, title, body);
      database.exec('COMMIT');
    },
    finish: () => {},
    search: (query) => {
      const words = query.split(' ').map((word) => `"${word}"`);
      const match = words.join(' AND ');
      count.get(match);
      const found = find.all(match);
      // A question without results is repeated with any of its words, as lisan does.
      const rows = found.length > 0 ? found : find.all(words.join(' OR '));
      return rows.map((row) => String(row.id));
    },
  };
}
