/** Entities that no list has are served like those of the gazetteer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/settings.ts';
import { reindex } from '../../../src/indexing/reindex.ts';
import { profileOf } from '../../../src/search/results/entity-profile.ts';
import { unlistedBeginning } from '../../../src/search/same-names.ts';
import { openService } from '../../../src/service/service.ts';
import { type TestService, testService } from '../../support/service.ts';

const KEREM = 'unlisted-person-kerem-aliskan';
const SELIN = 'unlisted-person-selin-akbulut';
const article = (id: string, body: string) => ({ id, title: 'Haber', body, keywords: [] });
const ARTICLES = [
  article(
    'one',
    "Türk yönetmen Kerem Alışkan dün Ankara'da konuştu. Filmin yapımcısı Selin Akbulut gelmedi.",
  ),
  article('two', "Oyuncu Kerem Alışkan'ın eşi Selin Akbulut da konuştu."),
];

let service: TestService;
beforeAll(async () => {
  service = testService({ LISAN_NAMES: 'all' });
  await service.fill(ARTICLES);
});
afterAll(() => service.remove());

test('in the facet, with a name and marked as not listed', async () => {
  const { facets } = await service.ask('', { facets: ['entity'] });
  expect(facets.entity?.find(({ value }) => value === KEREM)).toMatchObject({
    count: 2,
    name: 'Kerem Alışkan',
    type: 'person',
  });
});

test('in hits, with where it is mentioned', async () => {
  const { hits } = await service.ask('yapımcısı');
  expect(hits[0]?.entities.find(({ id }) => id === SELIN)).toMatchObject({
    name: 'Selin Akbulut',
    listed: false,
    mentions: [{ field: 'body' }],
  });
});

test('as a filter, typed or chosen', async () => {
  expect((await service.ask(`entity:${KEREM}`)).hits.map(({ id }) => id).sort()).toEqual(['one', 'two']);
  expect((await service.ask('entity:unlisted-person-nobody')).notices).toMatchObject([
    { code: 'unknown_entity' },
  ]);
});

test('by the beginning of any word of the name', async () => {
  const index = await service.live.current();
  expect(await unlistedBeginning('ali', index, 10)).toEqual([KEREM]);
  expect(await unlistedBeginning('Kerem Al', index, 10)).toEqual([KEREM]);
  expect(await unlistedBeginning('pers', index, 10)).toEqual([]);
});

test('with a card', async () => {
  const { gazetteer, live } = service;
  const entity = gazetteer.entities.get(KEREM)!;
  expect(await profileOf(entity, await live.current(), gazetteer, 'tr')).toMatchObject({
    id: KEREM,
    listed: false,
    documents: 2,
    spellings: [{ spelling: 'Kerem Alışkan', language: 'tr', mentions: 2 }],
    together: [{ id: SELIN, documents: 2 }, { id: 'place-ankara' }],
  });
});

test('spellings of one name in several scripts are one entity', async () => {
  const other = testService({ LISAN_NAMES: 'all' });
  try {
    await other.fill([
      article('ar', 'قال وزير الخارجية السيد فيكتور بالاغنسكي إن بلاده تدعم القرار.'),
      article('en', 'Foreign minister Viktor Balaginsky said on Monday that the talks would go on.'),
      article('ru', 'Министр иностранных дел Виктор Балагинский заявил, что переговоры продолжатся.'),
      article('tr', 'Dışişleri Bakanı Viktor Balaginski dün geldi.'),
      article('namesake', 'Foreign minister Andrei Balaginsky said on Monday that the talks would go on.'),
    ]);
    const { facets } = await other.ask('', { facets: ['entity'] });
    expect(facets.entity).toMatchObject([
      { value: 'unlisted-person-viktor-balaginski', count: 4, name: 'Viktor Balaginsky' },
      { value: 'unlisted-person-andrei-balaginsky', count: 1 },
    ]);
    for (const [language, name] of [
      ['ar', 'فيكتور بالاغنسكي'],
      ['ru', 'Виктор Балагинский'],
      ['tr', 'Viktor Balaginski'],
      ['en', 'Viktor Balaginsky'],
      ['fa', 'فيكتور بالاغنسكي'],
    ] as const) {
      const { facets } = await other.ask('', { facets: ['entity'], language });
      expect(facets.entity![0], `the name that a reader of ${language} can read`).toEqual({
        value: 'unlisted-person-viktor-balaginski',
        count: 4,
        name,
        type: 'person',
        listed: false,
      });
    }
    for (const id of ['unlisted-person-viktor-balaginski', 'unlisted-person-viktor-balaginsky']) {
      const { hits } = await other.ask(`entity:${id}`);
      expect(hits.map((hit) => hit.id).sort()).toEqual(['ar', 'en', 'ru', 'tr']);
      const { gazetteer, live } = other;
      const card = await profileOf(gazetteer.entities.get(id)!, await live.current(), gazetteer, 'ru');
      expect(card.documents).toBe(4);
      expect(card.spellings.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'ru', 'tr']);
    }
  } finally {
    await other.remove();
  }
});

test('a document with two spellings of a name counts once', async () => {
  const other = testService({ LISAN_NAMES: 'all' });
  try {
    await other.fill([
      article(
        'both',
        'Foreign minister Viktor Balaginsky said that the talks would go on.\n\nМинистр иностранных дел Виктор Балагинский заявил, что переговоры продолжатся.',
      ),
      article('one', 'Foreign minister Viktor Balaginsky said on Monday that the talks would go on.'),
    ]);
    for (const q of ['', 'talks', 'talks on Monday']) {
      const { facets, total } = await other.ask(q, { facets: ['entity'] });
      expect(total.value, q).toBe(q === 'talks on Monday' ? 1 : 2);
      expect(facets.entity, q).toMatchObject([{ count: total.value }]);
    }
  } finally {
    await other.remove();
  }
});

test('the order of ingest changes nothing, and what is deleted is gone', async () => {
  const other = testService({ LISAN_NAMES: 'all' });
  try {
    await other.fill([ARTICLES[1]!]);
    await other.fill([ARTICLES[0]!]);
    const facet = async (one: TestService) => (await one.ask('', { facets: ['entity'] })).facets.entity;
    expect(await facet(other)).toEqual(await facet(service));
    other.archive.delete('one');
    other.archive.delete('two');
    await other.level();
    expect(other.gazetteer.entities.has(KEREM)).toBe(false);
  } finally {
    await other.remove();
  }
});

test('ids stay when the archive grows', async () => {
  const other = testService({ LISAN_NAMES: 'all' });
  try {
    await other.fill(ARTICLES);
    await other.fill([
      article('three', "Oyuncu Kerem Alışkan'ın kardeşi Deniz Alışkan da oyuncu oldu."),
      article('four', 'Yönetmen Selin Akbulut yeni filmini anlattı.'),
    ]);
    const { facets } = await other.ask('', { facets: ['entity'] });
    const counts = Object.fromEntries(facets.entity!.map(({ value, count }) => [value, count]));
    expect(counts).toMatchObject({ [KEREM]: 3, [SELIN]: 3, 'unlisted-person-deniz-aliskan': 1 });
  } finally {
    await other.remove();
  }
});

test('an entity that is listed later takes the mentions over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-listed-later-'));
  const own = join(folder, 'own.jsonl');
  writeFileSync(own, '');
  const settings = { LISAN_DATA: folder, LISAN_NAMES: 'all', LISAN_LOG: 'silent', LISAN_ENTITIES: own };
  const mentioned = async (): Promise<string[]> => {
    const { archive, engine, tagger, analysis, live, close } = openService(readConfig(settings));
    try {
      if (archive.get('one') === undefined) archive.put(ARTICLES);
      await reindex(archive, engine, tagger, { analysis });
      const index = await live.current();
      const ids = [KEREM, SELIN, 'person-kerem-aliskan'];
      return ids.filter((id) => index.metadata.mentions(id).spellings.length > 0);
    } finally {
      await close();
    }
  };
  try {
    expect(await mentioned()).toEqual([KEREM, SELIN]);
    writeFileSync(
      own,
      `${JSON.stringify({ id: 'person-kerem-aliskan', type: 'person', names: { tr: ['Kerem Alışkan'] } })}\n`,
    );
    expect(await mentioned()).toEqual([SELIN, 'person-kerem-aliskan']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('by default there are none', async () => {
  const other = testService();
  try {
    await other.fill(ARTICLES);
    const { facets } = await other.ask('', { facets: ['entity'] });
    expect(facets.entity?.map(({ value }) => value)).toEqual(['place-ankara']);
  } finally {
    await other.remove();
  }
});

test('by a query: recognised, marked, and found in another script', async () => {
  const { recognised, hits } = await service.ask('selin akbulut filmi');
  expect(recognised).toEqual([
    { id: SELIN, type: 'person', name: 'Selin Akbulut', listed: false, start: 0, end: 13 },
  ]);
  expect(hits.map(({ id }) => id)).toContain('one');
  expect((await service.ask('"selin akbulut"')).recognised).toEqual([]);
  expect((await service.ask('Selin filmi')).recognised).toEqual([]);
});

test('by its name as a typed filter', async () => {
  const { hits, notices } = await service.ask('entity:"Kerem Alışkan"');
  expect([hits.map(({ id }) => id).sort(), notices]).toEqual([['one', 'two'], []]);
});

test('as a suggestion, marked as not listed', async () => {
  const suggest = (q: string) => service.suggester.suggest({ q, limit: 8, language: 'tr' });
  const found = (await suggest('akb')).find(({ kind }) => kind === 'entity');
  expect(found).toMatchObject({
    text: 'Selin Akbulut',
    documents: 2,
    entity: { id: SELIN, type: 'person', name: 'Selin Akbulut', listed: false },
  });
  expect((await suggest('ak')).some(({ entity }) => entity?.listed === false)).toBe(false);
});

test('a query in one script finds the entity in another', async () => {
  const other = testService({ LISAN_NAMES: 'all' });
  const said = (id: string, body: string) => ({ id, title: 'News', body, keywords: [] });
  await other.fill([
    said('en', 'President Viktor Balaginsky said on Monday that talks would go on.'),
    said('ru', 'Президент Виктор Балагинский заявил в понедельник, что переговоры продолжатся.'),
  ]);
  const { recognised, hits, facets } = await other.ask('Viktor Balaginsky', { facets: ['entity'] });
  expect(recognised).toHaveLength(1);
  expect(recognised[0]).toMatchObject({ listed: false, start: 0, end: 17 });
  expect(hits.map(({ id }) => id).sort()).toEqual(['en', 'ru']);
  expect(hits.find(({ id }) => id === 'ru')!.highlights.body[0]!.html).toContain('data-kind="entity"');
  expect(facets.entity!.find(({ value }) => value === recognised[0]!.id)).toMatchObject({ count: 2 });
  await other.remove();
});

test('left out where only listed ones are asked for', async () => {
  const { facets, hits, recognised } = await service.ask('Selin Akbulut', {
    facets: ['entity'],
    listed: true,
  });
  expect(facets.entity?.map(({ value }) => value)).toEqual(['place-ankara']);
  expect(hits.flatMap(({ entities }) => entities.map(({ id }) => id))).toEqual(['place-ankara']);
  expect(recognised).toEqual([]);
});
