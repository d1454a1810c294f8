/** Merges, splits and corrections are followed by the index, stay through every reindex, and can be taken back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/entities/decisions/decision.ts';
import { decisionsIn, storeDecisions, takeBackDecision } from '../../src/entities/decisions/decision-list.ts';
import { lag, type ReindexReport, reindex } from '../../src/indexing/reindex.ts';
import { profileOf } from '../../src/search/results/entity-profile.ts';
import { decide } from '../../src/service/decide.ts';
import { type TestService, testService } from '../support/service.ts';

const ARTICLES = [
  { id: 'tr-1', title: 'Haber', body: "Yönetmen Kerem Alışkan dün Ankara'da konuştu.", keywords: [] },
  { id: 'tr-2', title: 'Haber', body: "Oyuncu Kerem Alışkan'ın eşi Selin Akbulut konuştu.", keywords: [] },
  {
    id: 'tr-3',
    title: 'Haber',
    body: 'Yönetmen K. Alışkan ödül aldı, Suriye filmi konuşuldu.',
    keywords: [],
  },
  { id: 'en-1', title: 'News', body: 'Director Kerem Aliskan spoke to reporters on Monday.', keywords: [] },
  { id: 'en-2', title: 'News', body: 'Syria and Turkey talked. Nothing else happened.', keywords: [] },
];
const KEREM = 'unlisted-person-kerem-aliskan';
const SELIN = 'unlisted-person-selin-akbulut';

let service: TestService;
beforeEach(async () => {
  service = testService({ LISAN_NAMES: 'all' });
  await service.fill(ARTICLES);
});
afterEach(() => service.remove());

const update = (full = false): Promise<ReindexReport> => {
  const { archive, engine, tagger, zone, analysis } = service;
  return reindex(archive, engine, tagger, { full, zone, analysis });
};

/** Documents by the entity that a filter asks for. */
const mentioning = async (id: string): Promise<string[]> =>
  (await service.ask(`entity:${id}`)).hits.map((hit) => hit.id).sort();

const facet = async (): Promise<Record<string, number>> => {
  const { facets } = await service.ask('', { facets: ['entity'] });
  return Object.fromEntries(facets.entity!.map(({ value, count }) => [value, count]));
};

async function decided(...decisions: Decision[]): Promise<ReindexReport> {
  await decide(service, decisions);
  return update();
}

describe('a merge', () => {
  const merge: Decision = { kind: 'merge', into: KEREM, from: SELIN };

  test('makes two entities one, and tags only the documents that mention them', async () => {
    const report = await decided(merge);
    expect(report).toMatchObject({ outcome: 'updated', retagged: 3, indexed: 0 });
    expect(await mentioning(KEREM)).toEqual(['en-1', 'tr-1', 'tr-2']);
    expect(await mentioning(SELIN)).toEqual(await mentioning(KEREM));
    expect(await facet()).not.toHaveProperty(SELIN);
  });

  test('gives the whole the names of its part, also where the part is asked for', async () => {
    await decided(merge);
    const { gazetteer, live } = service;
    const profile = await profileOf(gazetteer.entities.get(SELIN)!, await live.current(), gazetteer, 'tr');
    expect(profile.id).toBe(KEREM);
    expect(profile.spellings.map(({ spelling }) => spelling)).toContain('Selin Akbulut');
    expect((await service.ask('Selin Akbulut')).recognised).toMatchObject([{ id: KEREM, start: 0, end: 13 }]);
  });

  test('survives a full reindex, and equals one', async () => {
    await decided(merge);
    const before = await facet();
    expect((await update(true)).outcome).toBe('built');
    expect(await facet()).toEqual(before);
    expect(await update()).toMatchObject({ outcome: 'updated', retagged: 0, indexed: 0 });
  });

  test('holds for articles that come later', async () => {
    await decided(merge);
    await service.fill([{ id: 'tr-9', title: 'Haber', body: 'Oyuncu Selin Akbulut geldi.', keywords: [] }]);
    expect(await mentioning(KEREM)).toContain('tr-9');
  });

  test('is taken back', async () => {
    const before = await facet();
    await decided(merge);
    const [{ id } = { id: '' }] = decisionsIn(service.archive);
    expect(takeBackDecision(service.archive, id)).toBe(true);
    expect(takeBackDecision(service.archive, id)).toBe(false);
    expect(await update()).toMatchObject({ outcome: 'updated', retagged: 3 });
    expect(await facet()).toEqual(before);
  });

  test('of an unlisted entity into a listed one hands its mentions over', async () => {
    await decided({ kind: 'merge', into: 'person-hakan-fidan', from: KEREM });
    expect(await mentioning('person-hakan-fidan')).toEqual(['en-1', 'tr-1', 'tr-2']);
    const { recognised } = await service.ask('Kerem Alışkan');
    expect(recognised).toMatchObject([{ id: 'person-hakan-fidan', name: 'Hakan Fidan' }]);
  });

  test('of two listed entities: the names of both are those of one', async () => {
    await decided({ kind: 'merge', into: 'place-turkiye', from: 'place-syria' });
    expect(await mentioning('place-syria')).toEqual(['en-2', 'tr-3']);
    expect((await service.ask('Suriye')).recognised).toMatchObject([{ id: 'place-turkiye' }]);
    expect((await facet())['place-syria']).toBeUndefined();
  });
});

describe('a split', () => {
  test('makes a name an entity of its own', async () => {
    await decided({ kind: 'split', entity: 'place-syria', name: 'Suriye' });
    expect(await mentioning('place-syria')).toEqual(['en-2']);
    expect(await mentioning('unlisted-place-suriye')).toEqual(['tr-3']);
    expect((await service.ask('Suriye')).recognised).toMatchObject([{ id: 'unlisted-place-suriye' }]);
    await update(true);
    expect(await mentioning('unlisted-place-suriye')).toEqual(['tr-3']);
  });
});

describe('a correction', () => {
  test('gives the mentions of one document to another entity', async () => {
    const report = await decided({ kind: 'correct', document: 'tr-1', entity: KEREM, to: SELIN });
    expect(report).toMatchObject({ retagged: 1 });
    expect(await mentioning(SELIN)).toEqual(['tr-1', 'tr-2']);
    expect(await mentioning(KEREM)).toEqual(['en-1', 'tr-2']);
  });

  test('tags a name that nobody found, exact to the character', async () => {
    await decided({ kind: 'correct', document: 'tr-3', name: 'K. Alışkan', to: KEREM });
    const { hits } = await service.ask('ödül');
    const [{ start, end } = { start: 0, end: 0 }] = hits[0]!.entities.find(
      ({ id }) => id === KEREM,
    )!.mentions;
    expect(ARTICLES[2]!.body.slice(start, end)).toBe('K. Alışkan');
    await update(true);
    expect(await mentioning(KEREM)).toContain('tr-3');
  });

  test('removes mentions that mean nobody', async () => {
    await decided({ kind: 'correct', document: 'tr-3', entity: 'place-syria', to: null });
    expect(await mentioning('place-syria')).toEqual(['en-2']);
  });

  test('replaces an earlier one of the same mentions', async () => {
    await decided({ kind: 'correct', document: 'tr-1', entity: KEREM, to: SELIN });
    await decided({ kind: 'correct', document: 'tr-1', entity: KEREM, to: null });
    expect(decisionsIn(service.archive)).toHaveLength(1);
    expect(await mentioning(SELIN)).toEqual(['tr-2']);
  });

  test('stays when its document changes', async () => {
    await decided({ kind: 'correct', document: 'tr-1', entity: KEREM, to: SELIN });
    await service.fill([{ ...ARTICLES[0]!, body: 'Şarkıcı Kerem Alışkan evde konuştu.' }]);
    expect(await mentioning(SELIN)).toEqual(['tr-1', 'tr-2']);
  });
});

test('spellings of a name that were looked up before the index followed a decision are looked up again', async () => {
  const said = (id: string, body: string) => ({ id, title: 'News', body, keywords: [] });
  await service.fill([
    said('y', 'President Viktor Balaginsky said on Monday that talks would go on.'),
    said('i', 'President Viktor Balaginski said on Tuesday that nothing had changed.'),
    said('ru', 'Президент Виктор Балагинский заявил в понедельник, что переговоры продолжатся.'),
  ]);
  const [before, after] = ['unlisted-person-viktor-balaginski', 'unlisted-person-viktor-balaginsky'];
  await decide(service, [{ kind: 'correct', document: 'i', entity: before, to: null }]);
  expect(await facet()).toMatchObject({ [before]: 3 });
  await update();
  expect(await facet()).toMatchObject({ [after]: 2 });
  expect((await service.ask('Viktor Balaginsky')).recognised).toMatchObject([{ id: after }]);
});

test('an index that does not follow the decisions is outdated', async () => {
  const { archive, engine, analysis } = service;
  expect(lag(archive, engine.name, analysis).outdated).toBe(false);
  storeDecisions(archive, [{ kind: 'merge', into: KEREM, from: SELIN }]);
  expect(lag(archive, engine.name, analysis).outdated).toBe(true);
  await update();
  expect(lag(archive, engine.name, analysis).outdated).toBe(false);
});

test.each<[string, Decision, string]>([
  [
    'an entity that nobody mentions',
    { kind: 'merge', into: KEREM, from: 'unlisted-person-no-body' },
    'entity_unknown',
  ],
  [
    'a document that is not there',
    { kind: 'correct', document: 'x', entity: KEREM, to: null },
    'document_unknown',
  ],
  ['itself', { kind: 'merge', into: KEREM, from: KEREM }, 'invalid_decision'],
  [
    'a listed one into an unlisted one',
    { kind: 'merge', into: KEREM, from: 'place-syria' },
    'invalid_decision',
  ],
  [
    'the name that the id is made of',
    { kind: 'split', entity: KEREM, name: 'Kerem Alışkan' },
    'invalid_decision',
  ],
])('%s is refused', async (_, decision, code) => {
  await expect(decide(service, [decision])).rejects.toMatchObject({ code });
  expect(decisionsIn(service.archive)).toEqual([]);
});

test('a circle of merges is refused', async () => {
  await decided({ kind: 'merge', into: KEREM, from: SELIN });
  const circle: Decision = { kind: 'merge', into: SELIN, from: KEREM };
  await expect(decide(service, [circle])).rejects.toMatchObject({ code: 'invalid_decision' });
});
