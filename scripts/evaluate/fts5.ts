/** SQLite's FTS5 as a peer: its default tokenizer (unicode61), its BM25, any of the words. */
import { DatabaseSync } from 'node:sqlite';
import { documentsOf, type Questions, type Run } from './question-set.ts';

export async function searchFts5({ files, queries }: Questions, limit: number): Promise<Run> {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, text)');
    const insert = database.prepare('INSERT INTO documents VALUES (?, ?)');
    database.exec('BEGIN');
    for await (const { id, title = '', text } of documentsOf(files)) insert.run(id, `${title}\n${text}`);
    database.exec('COMMIT');
    const select = database.prepare(
      'SELECT id FROM documents WHERE documents MATCH ? ORDER BY bm25(documents) LIMIT ?',
    );
    const found = queries.map(({ text }) => {
      const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(' OR '), limit).map(({ id }) => String(id));
    });
    return { found };
  } finally {
    database.close();
  }
}
