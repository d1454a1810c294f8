/** Reindexing: what a run does, what it refuses, and that nobody who searches notices. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isGone, Lease } from '../../src/archive/lease.ts';
import { LisanError } from '../../src/common/errors.ts';
import type { Article } from '../../src/common/types.ts';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';
import type { Engine, Index } from '../../src/engines/engine.ts';
import { type ReindexOptions, type ReindexReport, reindex } from '../../src/indexing/reindex.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
beforeEach(() => {
  service = testService();
});
afterEach(() => service.remove());

const article = (number: number, body = ''): Article => ({
  id: `a${number}`,
  title: `Article ${number}`,
  body: `The council met. ${body} word${number}x`,
  keywords: [],
});
const articles = (count: number): Article[] => Array.from({ length: count }, (_, number) => article(number));
const run = (options: Partial<ReindexOptions> = {}, engine: Engine = service.engine) =>
  reindex(service.archive, engine, service.tagger, { analysis: service.analysis, ...options });
const find = async (q: string): Promise<string[]> => {
  const { hits } = await service.ask(q, { limit: 100, match: 'exact' });
  return hits.map(({ id }) => id);
};
/** The engine, with some methods of its indexes changed. */
const changed = (change: (index: Index) => Partial<Index>): Engine => ({
  name: service.engine.name,
  layout: service.engine.layout,
  open: async (generation, create) => {
    const index = await service.engine.open(generation, create);
    const changes = change(index);
    return new Proxy(index, {
      get(_, name: keyof Index) {
        const member = changes[name] ?? index[name];
        return typeof member === 'function' ? (member as () => unknown).bind(index) : member;
      },
    });
  },
  remove: (generation) => service.engine.remove(generation),
  check: () => service.engine.check(),
  close: () => service.engine.close(),
});
const generations = (): string[] =>
  service.archive.indexes('sqlite').map(({ live, stage }) => (live ? 'live' : stage));

describe('a document that cannot be indexed', () => {
  /** An engine that fails with every document that has one of the ids. */
  const refusing = (ids: readonly string[], thrown: () => Error): Engine =>
    changed((index) => ({
      applyBatch: async (batch, deleted, step) => {
        if (batch.ids.some((id) => ids.includes(id))) throw thrown();
        await index.applyBatch!(batch, deleted, step);
      },
    }));
  const tooLong = (): Error => new RangeError('Maximum call stack size exceeded');
  const refused = (): Error =>
    new LisanError({ code: 'engine_refused', message: 'No.', remedy: 'Look at the document.' });

  test.each([
    ['the analysis', tooLong, 'Maximum call stack size exceeded'],
    ['the engine', refused, 'No.'],
  ])('is set aside with its reason, and the others are found: %s', async (_, thrown, reason) => {
    service.archive.put(articles(50));
    const report = await run({}, refusing(['a7', 'a31'], thrown));
    expect(report).toMatchObject({ outcome: 'built', indexed: 48, documents: 48 });
    expect(report.setAside).toMatchObject([
      { id: 'a7', reason },
      { id: 'a31', reason },
    ]);
    expect(await find('word8x')).toEqual(['a8']);
    expect(await find('word7x')).toEqual([]);
  });

  test('is tried again by the next run, and found when it succeeds', async () => {
    service.archive.put(articles(5));
    await run({}, refusing(['a3'], tooLong));
    const again = await run({}, refusing(['a3'], tooLong));
    expect(again).toMatchObject({ outcome: 'updated', indexed: 0, setAside: [{ id: 'a3' }] });
    expect(await run()).toMatchObject({ indexed: 1, setAside: [], documents: 5 });
    expect(await find('word3x')).toEqual(['a3']);
  });

  test('leaves no earlier version of itself in the index', async () => {
    service.archive.put(articles(5));
    await run();
    service.archive.put([article(3, 'changed')]);
    expect((await run({}, refusing(['a3'], tooLong))).setAside).toMatchObject([{ id: 'a3' }]);
    expect(await find('word3x')).toEqual([]);
    service.archive.delete('a3');
    expect(await run({}, refusing(['a3'], tooLong))).toMatchObject({
      deleted: 1,
      setAside: [],
      documents: 4,
    });
  });

  test('is no excuse for an engine that takes none: nothing is set aside, and the run fails', async () => {
    service.archive.put(articles(50));
    const all = articles(50).map(({ id }) => id!);
    await expect(run({}, refusing(all, refused))).rejects.toMatchObject({ code: 'engine_refused' });
    expect(await run()).toMatchObject({ documents: 50, setAside: [] });
  });
});

test('only what changed is indexed, deletes too', async () => {
  service.archive.put(articles(20));
  expect(await run()).toMatchObject({ outcome: 'built', indexed: 20, documents: 20 });
  service.archive.put([article(3, 'changed')]);
  service.archive.delete('a4');
  expect(await run()).toMatchObject({ outcome: 'updated', indexed: 1, deleted: 1, documents: 19 });
  expect(await run()).toMatchObject({ outcome: 'updated', indexed: 0, deleted: 0 });
  expect(await find('changed')).toEqual(['a3']);
  expect(await find('word4x')).toEqual([]);
});

test('a run that was stopped is gone on with', async () => {
  service.archive.put(articles(2500));
  const stop = new AbortController();
  const stopped = run({ signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'interrupted' });
  expect(generations()).toEqual(['building']);
  const { indexed, resumed, documents } = await run();
  expect({ resumed, documents }).toEqual({ resumed: true, documents: 2500 });
  expect(indexed).toBeLessThan(2500);
  expect(generations()).toEqual(['live']);
});

test('another version of the analysis has the index made anew, and does not go on with the old one', async () => {
  service.archive.put(articles(3));
  await run();
  const { generation, outcome } = await run({ analysis: 'another' });
  expect(outcome).toBe('built');
  expect(service.archive.liveIndex('sqlite')).toMatchObject({ generation, analysis: 'another' });
});

describe('rollback', () => {
  test('goes back to the index before, with what came in since, and forth again', async () => {
    service.archive.put(articles(3));
    const { generation: first } = await run();
    const { generation: second } = await run({ full: true });
    service.archive.put([article(9)]);
    expect(await run({ rollback: true })).toMatchObject({
      generation: first,
      outcome: 'rolledBack',
      indexed: 1,
    });
    expect(await find('word9x')).toEqual(['a9']);
    expect(await run({ rollback: true })).toMatchObject({ generation: second });
  });

  test('needs an index to go back to; one is kept until the next full run', async () => {
    service.archive.put(articles(3));
    await run();
    await expect(run({ rollback: true })).rejects.toMatchObject({ code: 'no_previous_index' });
    for (let round = 0; round < 3; round++) {
      await run({ full: true });
      expect(generations().sort()).toEqual(['live', 'ready']);
    }
  });
});

describe('verification', () => {
  test.each<[string, (index: Index) => Partial<Index>, RegExp]>([
    [
      'a count that is not that of the archive',
      () => ({ count: async () => 2 }),
      /has 2 documents instead of the 3/,
    ],
    [
      'documents that are not found',
      (index) => ({
        candidates: async (request) => ({ ...(await index.candidates(request)), candidates: [] }),
      }),
      /is not found by/,
    ],
    ['words that are not known', () => ({ frequencies: async () => new Map() }), /does not know the word/],
    [
      'other texts',
      (index) => ({
        candidates: async (request) => {
          const found = await index.candidates(request);
          const other = new ForwardIndex(encodeForwardIndex([]));
          const candidates = found.candidates.map((one) => ({ ...one, forwardIndex: other }));
          return { ...found, candidates };
        },
      }),
      /has another text/,
    ],
  ])('%s: the live index stays', async (_, change, reason) => {
    service.archive.put(articles(3));
    const { generation } = await run();
    const changedWhenNew = changed((index) => (index.generation === generation ? {} : change(index)));
    await expect(run({ full: true }, changedWhenNew)).rejects.toMatchObject({
      code: 'verification_failed',
      message: expect.stringMatching(reason),
    });
    expect(service.archive.liveIndex('sqlite')?.generation).toBe(generation);
    expect(generations().sort()).toEqual(['failed', 'live']);
    expect(await find('word1x')).toEqual(['a1']);
    await expect(run({ rollback: true })).rejects.toMatchObject({ code: 'no_previous_index' });
    await run({ full: true });
    expect(generations().sort()).toEqual(['live', 'ready']);
  });

  test('documents that come in meanwhile are taken in before the switch', async () => {
    service.archive.put(articles(3));
    await run();
    let counted = 0;
    const engine = changed((index) => ({
      count: async () => {
        if (++counted === 1) service.archive.put([article(77)]);
        return index.count();
      },
    }));
    expect(await run({ full: true }, engine)).toMatchObject({ documents: 4 });
    expect(await find('word77x')).toEqual(['a77']);
  });
});

describe('one at a time', () => {
  test('a second run is refused, and told by whom', async () => {
    const lease = new Lease(service.archive, 'reindex of sqlite');
    await expect(run()).rejects.toMatchObject({
      code: 'already_running',
      message: expect.stringContaining(String(process.pid)),
    });
    lease.release();
    await expect(run()).resolves.toBeDefined();
  });

  test('a run whose lease was taken over stops', () => {
    const lease = new Lease(service.archive, 'x');
    service.archive.takeLease('x', { owner: 'other - 1 2', expiresAt: Date.now() + 1000 }, () => true);
    expect(() => lease.renew()).toThrow(/took over/);
    lease.release();
    expect(service.archive.lease('x')?.owner).toBe('other - 1 2');
  });

  const now = 1_000_000_000;
  test.each([
    ['elsewhere - 1 t', now + 1000, false, 'of another host, and not run out'],
    ['elsewhere - 1 t', now - 1, true, 'run out'],
    ['elsewhere - 1 t', now + 86_400_000, true, 'longer than leases last: the clock was set back'],
  ])('%s until %d: gone %s', (owner, expiresAt, gone, why) => {
    expect(isGone({ owner, expiresAt }, now), why).toBe(gone);
  });

  test('the process that held it was killed', () => {
    const lease = new Lease(service.archive, 'x');
    const held = service.archive.lease('x')!;
    const soon = Date.now();
    expect(isGone(held, soon)).toBe(false);
    // No process has so high a number.
    const owner = held.owner.replace(` ${process.pid} `, ' 99999999 ');
    expect(isGone({ ...held, owner }, soon)).toBe(true);
    lease.release();
  });
});

test('documents that are tagged anew for another gazetteer are no reason not to stop', async () => {
  const own = join(service.config.data, 'own.jsonl');
  writeFileSync(own, '');
  const base = { LISAN_DATA: service.config.data, LISAN_ENTITIES: own };
  const before = testService(base);
  // Two batches of what the new entity concerns.
  await before.fill(articles(700));
  await before.close();
  const entity = { id: 'organisation-council', type: 'organisation', names: { en: ['council'] } };
  writeFileSync(own, JSON.stringify(entity));
  const after = testService(base);
  const tagged = (signal?: AbortSignal, onProgress = (_done: number) => {}): Promise<ReindexReport> =>
    reindex(after.archive, after.engine, after.tagger, {
      analysis: after.analysis,
      onProgress,
      ...(signal && { signal }),
    });
  try {
    const stop = new AbortController();
    const done: number[] = [];
    await expect(
      tagged(stop.signal, (some) => {
        done.push(some);
        stop.abort();
      }),
    ).rejects.toMatchObject({ code: 'interrupted' });
    expect(done).toEqual([500]);
    // One that is told to stop before it begins does nothing.
    await expect(tagged(stop.signal, (some) => void done.push(some))).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(done).toEqual([500]);
    expect(await tagged()).toMatchObject({ outcome: 'updated', retagged: 700, indexed: 0 });
  } finally {
    await after.close();
  }
});

test('a full run keeps the live index level, too', async () => {
  service.archive.put(articles(10));
  const { generation } = await run();
  service.archive.put(articles(2200).slice(10));
  const { live } = service;
  const seen: string[][] = [];
  await run({
    full: true,
    onProgress: async () => {
      if ((await live.current()).generation === generation) seen.push(await find('word800x'));
    },
  });
  expect(seen.at(-1)).toEqual(['a800']);
});

test('a damaged document is left out and named, by a full run and by an update', async () => {
  service.archive.put(articles(5));
  const damage = (id: string): void => {
    const database = new DatabaseSync(service.archive.file);
    database.exec(`UPDATE documents SET content = substr(content, 1, 30) WHERE id = '${id}'`);
    database.close();
  };
  damage('a2');
  expect(await run()).toMatchObject({ outcome: 'built', indexed: 4, documents: 4, damaged: ['a2'] });
  expect(await run({ full: true })).toMatchObject({ outcome: 'built', documents: 4, damaged: ['a2'] });
  damage('a3');
  expect(await find('word3x'), 'it is noticed when it is read').toEqual([]);
  expect(await run()).toMatchObject({ outcome: 'updated', documents: 3, damaged: ['a2', 'a3'] });
  service.archive.put([article(2), article(3)]);
  const report = await run();
  expect(report).toMatchObject({ documents: 5 });
  expect(report.damaged).toBeUndefined();
});
