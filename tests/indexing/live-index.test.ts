/** Every access to the live index is guarded: an index that turns out to be broken is recorded as failed. */
import { afterEach, expect, test } from 'vitest';
import { LisanError } from '../../src/common/errors.ts';
import type { Engine, Index } from '../../src/engines/engine.ts';
import { isUnusable, LiveIndex } from '../../src/indexing/live-index.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService | undefined;
afterEach(async () => {
  await service?.remove();
  service = undefined;
});

const broken = new LisanError({ code: 'index_broken', message: 'broken', remedy: 'none', status: 503 });

/** The live index over an engine whose reads all fail. */
async function liveOverBrokenIndex(failure: unknown) {
  service = testService();
  await service.fill([{ id: 'a', title: 'Okapi', body: 'An okapi.', keywords: [] }]);
  const fail = (): never => {
    throw failure;
  };
  // biome-ignore lint/correctness/useYield: fails when it is read, as a scan of a broken file does
  function* vocabulary(): Generator<string> {
    fail();
  }
  const opened = await service.live.current();
  const index = {
    generation: opened.generation,
    rerankDepth: 300,
    metadata: { mentions: fail, vocabulary, documentsThat: fail, note: fail, setNote: fail },
    statistics: async () => fail(),
    applied: () => opened.applied(),
    count: () => opened.count(),
    close: async () => {},
  } as unknown as Index;
  const engine = { name: service.engine.name, open: async () => index } as unknown as Engine;
  const live = new LiveIndex(service.archive, engine);
  let rebuilds = 0;
  live.onUnusable = () => {
    rebuilds++;
  };
  return { live, archive: service.archive, engine: engine.name, rebuilds: () => rebuilds };
}

const READS: readonly [name: string, read: (index: Index) => unknown][] = [
  ['a method', (index) => index.statistics()],
  ['mentions of the metadata', (index) => index.metadata.mentions('person-x')],
  ['the vocabulary of the metadata', (index) => [...index.metadata.vocabulary()]],
  ['documents of the metadata', (index) => index.metadata.documentsThat(() => true)],
  ['a note of the metadata', (index) => index.metadata.note('x')],
];

test.each(READS)('%s that fails records the index as failed and asks for a rebuild', async (_, read) => {
  const { live, archive, engine, rebuilds } = await liveOverBrokenIndex(broken);
  const index = await live.current();
  await expect(async () => read(index)).rejects.toMatchObject({ code: 'index_rebuilding' });
  expect(archive.liveIndex(engine)?.stage).toBe('failed');
  expect(rebuilds()).toBe(1);
});

test.each(READS)('%s that fails for another reason throws that reason', async (_, read) => {
  const failure = new LisanError({ code: 'engine_unreachable', message: 'away', remedy: '', status: 503 });
  const { live, archive, engine, rebuilds } = await liveOverBrokenIndex(failure);
  const index = await live.current();
  await expect(async () => read(index)).rejects.toBe(failure);
  expect(archive.liveIndex(engine)?.stage).not.toBe('failed');
  expect(rebuilds()).toBe(0);
  expect(isUnusable(failure)).toBe(false);
});
