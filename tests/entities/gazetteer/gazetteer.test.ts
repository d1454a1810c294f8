/** The gazetteer's files: their content, what is refused, and how layers are merged. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PLACES_FILE, placesFile } from '../../../scripts/places.ts';
import { declined } from '../../../src/analysis/languages/russian/declension.ts';
import { LisanError } from '../../../src/common/errors.ts';
import { incomplete } from '../../../src/entities/gazetteer/coverage.ts';
import {
  entitySchema,
  loadGazetteer,
  nameIn,
  parseEntity,
} from '../../../src/entities/gazetteer/gazetteer.ts';
import { PrefixLookup } from '../../../src/entities/gazetteer/prefix-lookup.ts';
import { addEntities } from '../../../src/entities/gazetteer/user-file.ts';
import { inMemory } from '../../../src/entities/packed/layered-entities.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const builtIn = loadGazetteer(GAZETTEER_FOLDER);

describe('the built-in gazetteer', () => {
  const { entities, warnings } = builtIn;
  const all = [...entities.values()];

  test('is read as the schema reads it', () => {
    const lines = ['cldr/places', 'events', 'organisations', 'people', 'places'].flatMap((name) =>
      readFileSync(join(GAZETTEER_FOLDER, `${name}.jsonl`), 'utf8')
        .trimEnd()
        .split('\n'),
    );
    const read = (line: string): string => JSON.stringify(entitySchema.parse(JSON.parse(line)));
    for (const line of lines) expect(JSON.stringify(parseEntity(line))).toBe(read(line));
  });

  test('has no duplicate names', () => expect(warnings).toEqual([]));

  test('has at least 400 people, organisations and events', () => {
    expect(all.filter(({ type }) => type !== 'place').length).toBeGreaterThanOrEqual(400);
  });

  test('has names and descriptions in four languages, except for a place with the name of its country', () => {
    expect([...incomplete({ entities: inMemory(builtIn) })]).toEqual([
      { id: 'place-tunis', names: ['ru'], description: [] },
    ]);
  });

  test('has descriptions in the script of their language', () => {
    const scripts = { ar: /^[^A-Za-z\u0400-\u04FF]+$/u, ru: /^[^A-Za-z\u0600-\u06FF]+$/u };
    const latin = /^[^\u0400-\u06FF]+$/u;
    const wrong = all.flatMap(({ id, description = {} }) =>
      Object.entries({ ...scripts, tr: latin, en: latin })
        .filter(([code, script]) => !script.test(description[code] ?? ''))
        .map(([code]) => `${id} ${code}: ${description[code]}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has names in the script of their language', () => {
    const scripts = { ar: /\p{Script=Arabic}/u, tr: /\p{Script=Latin}/u, en: /\p{Script=Latin}/u };
    const wrong = all.flatMap(({ id, names }) => [
      ...Object.entries(scripts).flatMap(([code, script]) =>
        (names[code] ?? []).filter((name) => !script.test(name)),
      ),
      // G7 and the like are written so in Russian too.
      ...(names.ru ?? [])
        .filter((name) => !/\p{Script=Cyrillic}|^G\d/u.test(name))
        .map((name) => `${id} ${name}`),
    ]);
    expect(wrong).toEqual([]);
  });

  test('has the places that scripts/places.ts derives from the CLDR', () => {
    expect(readFileSync(PLACES_FILE, 'utf8')).toBe(placesFile());
  });
});

describe('layers and errors', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lisan-gazetteer-'));
    mkdirSync(join(folder, 'cldr'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, ...lines: (object | string)[]): string => {
    const path = join(folder, file);
    writeFileSync(
      path,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    return path;
  };
  const entity = (id: string, more: object = {}): object => ({
    id,
    type: id.split('-')[0],
    names: { en: [`Name of ${id}`] },
    ...more,
  });

  test('a later layer puts its names first and keeps fields that it does not have', () => {
    write('cldr/places.jsonl', entity('place-x', { names: { en: ['Long X'], ar: ['س'] }, wikidata: 'Q1' }));
    write('places.jsonl', entity('place-x', { names: { en: ['X'] }, ambiguous: ['X'] }));
    const own = write('own.txt', { id: 'place-x', type: 'place', description: { en: 'A place' } });
    const x = loadGazetteer(folder, own).entities.get('place-x')!;
    expect(x).toMatchObject({
      names: { en: ['X', 'Long X'], ar: ['س'] },
      ambiguous: ['X'],
      wikidata: 'Q1',
      description: { en: 'A place' },
    });
    expect([nameIn(x, 'en'), nameIn(x, 'ru')]).toEqual(['X', 'X']);
  });

  test('duplicate names are reported, except ambiguous ones and those that differ in capitals', () => {
    write(
      'x.jsonl',
      entity('place-a', { names: { en: ['Alpha', 'ALPHA '], tr: ['Beta'] } }),
      entity('place-b', { names: { en: ['Beta'], ru: ['НАТО', 'Нато'] } }),
      entity('place-c', { names: { en: ['Alpha'] }, ambiguous: ['Alpha'] }),
    );
    expect(loadGazetteer(folder).warnings).toEqual(['Beta names both place-a and place-b']);
  });

  test('names that were checked before are not compared, but those of the user are still looked at', () => {
    write('x.jsonl', entity('place-a'), entity('place-b', { names: { en: ['Name of place-a'] } }));
    expect(loadGazetteer(folder).warnings).toHaveLength(1);
    expect(loadGazetteer(folder, undefined, { checked: true }).warnings).toEqual([]);
    const own = write('own.txt', entity('place-c', { names: { en: ['…'] } }));
    expect(() => loadGazetteer(folder, own, { checked: true })).toThrow('has no word');
  });

  test.each([
    ['{', 'it is no JSON'],
    [entity('person-a', { type: 'place' }), 'does not begin with its type'],
    [entity('Person A'), 'must be like person-sergey-lavrov'],
    [entity('place-a', { names: { en: [] } }), 'names.en'],
    [entity('place-a', { names: { english: ['A'] } }), 'must be a language code'],
    [entity('place-a', { names: { en: ['…'] } }), 'has no word'],
    [{ id: 'place-a', type: 'place' }, 'has no name'],
    [entity('place-a', { ambiguous: ['Other'] }), 'Other is not one of its names'],
    [entity('place-a', { related: ['place-nowhere'] }), 'place-nowhere, which is no entity'],
    [entity('place-a', { wikidata: '42' }), 'wikidata'],
    [entity('place-a', { colour: 'red' }), 'colour'],
  ])('%j is refused: %s', (line, reason) => {
    const file = write('x.jsonl', entity('place-fine'), line);
    let thrown: unknown;
    try {
      loadGazetteer(folder);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(LisanError);
    expect((thrown as LisanError).message).toContain(`${file}:2`);
    expect((thrown as LisanError).message).toContain(reason);
  });

  test('the same id twice in one layer is an error', () => {
    write('x.jsonl', entity('place-a'));
    write('y.jsonl', entity('place-a'));
    expect(() => loadGazetteer(folder)).toThrow('the id place-a is there twice');
  });

  test('adding replaces a known entity, appends a new one, and changes nothing if one is invalid', () => {
    const own = write('own.txt', entity('place-a'), entity('place-b'));
    const added = addEntities(
      folder,
      own,
      `${JSON.stringify(entity('place-b', { wikidata: 'Q2' }))}\n${JSON.stringify(entity('place-c'))}`,
    );
    expect(added).toMatchObject({ added: ['place-c'], changed: ['place-b'] });
    const lines = readFileSync(own, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['place-a', 'place-b', 'place-c']);
    expect(JSON.parse(lines[1]!).wikidata).toBe('Q2');
    expect(() => addEntities(folder, own, '{"id": "place-d"}')).toThrow(LisanError);
    expect(() =>
      addEntities(folder, own, JSON.stringify(entity('place-e', { related: ['place-f'] }))),
    ).toThrow(LisanError);
    expect(readFileSync(own, 'utf8').trim().split('\n')).toEqual(lines);
  });
});

const lookup = new PrefixLookup(builtIn);

test.each([
  ['lavr', 'person-sergey-lavrov', 'Lavrov'],
  ['لافر', 'person-sergey-lavrov', 'لافروف'],
  ['лавр', 'person-sergey-lavrov', 'Лавров'],
  ['dışişleri bak', 'organisation-turkish-foreign-ministry', 'Dışişleri Bakanlığı'],
  ['disisleri bak', 'organisation-turkish-foreign-ministry', 'Dışişleri Bakanlığı'],
])('%s is a prefix of %s', (text, id, name) => {
  const found = lookup.beginningWith(text);
  expect(found.find(({ entity }) => entity.id === id)).toMatchObject({ name, first: true });
});

test.each([
  ['лавров', 'лаврова лаврову лавровым лаврове', 'a surname'],
  ['зеленский', 'зеленского зеленскому зеленским зеленском', 'an adjective'],
  ['ближний', 'ближнего ближнему ближним ближнем', 'a soft one'],
  ['захарова', 'захаровой захарову', 'a woman'],
  ['россия', 'россии россию россией', 'in -ия'],
  ['москва', 'москвы москве москву москвой', 'in -а'],
  ['израиль', 'израиля израилю израилем израиле', 'in -ь'],
  ['соединенные', 'соединенных соединенным соединенными', 'plural adjective'],
  ['нидерланды', 'нидерландов нидерландам нидерландах', 'plural noun'],
  ['сочи', '', 'short and undeclined'],
  ['перу', '', 'undeclined'],
])('%s declines: %s (%s)', (word, forms) => {
  expect(declined(word)).toEqual(expect.arrayContaining(forms.split(' ').filter(Boolean)));
  if (forms === '') expect(declined(word)).toEqual([]);
});

describe('the places of GeoNames and the CLDR', () => {
  const places = [...builtIn.entities.values()].filter(({ id }) => !inMemory(builtIn).has(id));

  test('are the cities above 15,000 inhabitants, states and provinces', () => {
    expect(places.length).toBeGreaterThan(35_000);
    const found = (id: string) => builtIn.entities.get(id)?.names;
    expect(found('place-chelyabinsk')).toMatchObject({
      tr: ['Çelyabinsk', 'Chelyabinsk'],
      ru: ['Челябинск'],
    });
    expect(found('place-izmit')).toMatchObject({ tr: ['İzmit'], ru: ['Измит'] });
  });

  test('have made names only as ambiguous ones', () => {
    const wrong = places.filter(({ made = [], ambiguous }) => made.some((name) => !ambiguous.includes(name)));
    expect(wrong).toEqual([]);
  });
});
