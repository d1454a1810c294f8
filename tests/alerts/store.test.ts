/** The outcome of a message that was sent is recorded, also if that is refused at first. */
import { expect, test } from 'vitest';
import { LisanError } from '../../src/common/errors.ts';
import { pooledStore } from '../../src/http/alerts/store.ts';

const full = new LisanError({ code: 'writes_overloaded', message: '', remedy: '', status: 503 });
const reads = { answer: () => Promise.reject(new Error('not read')) };

function writer(refusals: number, refusal: unknown = full) {
  const tries: unknown[] = [];
  return {
    tries,
    run: (_: unknown, step: unknown): Promise<never> => {
      tries.push(step);
      return (
        tries.length <= refusals ? Promise.reject(refusal) : Promise.resolve(undefined)
      ) as Promise<never>;
    },
  };
}

test('a full queue is asked again', async () => {
  const refusing = writer(2);
  await pooledStore(reads, refusing, [0, 0]).settle('a', 'd', { end: 'sent', at: 0 });
  expect(refusing.tries).toHaveLength(3);
});

test('until there is no more patience, and never for what will not pass', async () => {
  await expect(pooledStore(reads, writer(3), [0, 0]).drop('a', 'd')).rejects.toBe(full);
  const gone = new LisanError({ code: 'archive_broken', message: '', remedy: '', status: 507 });
  const broken = writer(1, gone);
  await expect(pooledStore(reads, broken, [0, 0]).drop('a', 'd')).rejects.toBe(gone);
  expect(broken.tries).toHaveLength(1);
});
