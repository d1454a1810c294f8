/** A document that ends its thread ends no more than that. */
import { afterAll, expect, test } from 'vitest';
import { contentHash } from '../../src/archive/document-id.ts';
import { serialise } from '../../src/archive/stored-row.ts';
import { rowChecksum } from '../../src/common/row-checksum.ts';
import { AnalysisPool } from '../../src/indexing/analysis-pool.ts';
import { isDue, setAside } from '../../src/indexing/set-aside.ts';

const pool = new AnalysisPool({ entities: '', timezone: 'UTC' }, 60);
afterAll(() => pool.close());

const raw = (id: string, body: string) => {
  const article = { title: 'x', body, keywords: [] };
  const content = serialise(article);
  const hash = contentHash(article);
  const checksum = rowChecksum(id, 1, 1, 0, hash, content, null, '');
  const bytes = Buffer.from(content);
  return {
    id,
    revision: 1,
    sequence: 1,
    deleted: 0,
    hash,
    content: bytes,
    page: null,
    stored_at: '',
    checksum,
  };
};

test('a document for which the memory of a thread is too small fails, the next one does not', async () => {
  // As many different words as no article has: 60 MiB are not enough for them, whatever is made of each.
  const words = Array.from({ length: 1_000_000 }, (_, n) => `w${n.toString(36)}q`).join(' ');
  await expect(pool.records([raw('large', words)])).rejects.toMatchObject({
    code: 'ERR_WORKER_OUT_OF_MEMORY',
  });
  const [record] = await pool.records([raw('small', 'An okapi.')]);
  expect(record).toMatchObject({ id: 'small' });
});

test('an analysis that takes longer than allowed fails with its reason', async () => {
  const hasty = new AnalysisPool({ entities: '', timezone: 'UTC' }, undefined, 1);
  try {
    await expect(hasty.records([raw('slow', 'An okapi.')])).rejects.toThrow(/took longer than/);
  } finally {
    await hasty.close();
  }
});

test('a document that takes long to fail is not tried again by every update', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(isDue(setAside('quick', 'refused', 10, now), now)).toBe(true);
  const slow = setAside('slow', 'too long', 180_000, now);
  expect([isDue(slow, now), isDue(slow, now + 3_600_000)]).toEqual([false, true]);
  expect(isDue(slow, now - 86_400_000), 'the clock was set back').toBe(true);
});
