import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Entity, parseEntity } from '../../../src/entities/gazetteer/gazetteer.ts';
import { LIST_WRITERS } from '../../../src/entities/lists/export-lists.ts';
import { type ImportOptions, importLists } from '../../../src/entities/lists/import-lists.ts';
import { personSpellings } from '../../../src/entities/lists/person-spelling.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/lists/', import.meta.url));
const BUILT_IN = [
  {
    id: 'person-sergey-lavrov',
    type: 'person',
    names: { en: ['Sergey Lavrov', 'Lavrov'], ru: ['Сергей Лавров'], ar: ['سيرغي لافروف'] },
    roles: ['minister'],
  },
].map((line) => parseEntity(JSON.stringify(line)));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-lists-'));
  file = join(folder, 'mine.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const imported = (names: readonly string[], options: Partial<ImportOptions> = {}) =>
  importLists(
    names.map((name) => (existsSync(join(FIXTURES, name)) ? join(FIXTURES, name) : name)),
    { builtIn: BUILT_IN, file, ...options },
  );

/** The lines of the user's file by id. */
function lines(): Map<string, Entity> {
  return new Map(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parseEntity(line))
      .map((entity) => [entity.id, entity]),
  );
}

describe('a list in the format of', () => {
  const cases: {
    why: string;
    files: string[];
    format: string;
    id: string;
    has: Partial<Entity>;
    left?: string[];
    broken?: number[];
  }[] = [
    {
      why: 'dumps of Wikidata: type by class, dates by precision, a position with its title from another line',
      files: ['wikidata.json'],
      format: 'wikidata',
      id: 'person-margus-tsahkna',
      has: {
        names: {
          en: ['Margus Tsahkna'],
          ar: ['مارغوس تساخكنا'],
          ru: ['Маргус Цахкна'],
          tr: ['Margus Tsahkna'],
        },
        wikidata: 'Q900001',
        dates: { from: '1977-04-13' },
        positions: [
          {
            name: {
              en: 'Minister of Foreign Affairs of Estonia',
              ru: 'министр иностранных дел Эстонии',
              ar: 'وزير خارجية إستونيا',
              tr: 'Estonya Dışişleri Bakanı',
            },
            from: '2023-04-17',
          },
        ],
      },
      left: ['a property or lexeme, no entity', 'no name in a language that lisan knows'],
      broken: [10],
    },
    {
      why: 'an item of no known class is a place by its coordinates',
      files: ['wikidata.json'],
      format: 'wikidata',
      id: 'place-velinsk',
      has: { names: { en: ['Velinsk'], ru: ['Велинск'], ar: ['فيلينسك'] } },
    },
    {
      why: 'SPARQL results: rows of one item are one entity; a label that is an id is none',
      files: ['query.json'],
      format: 'sparql',
      id: 'person-baiba-kalnina',
      has: {
        names: { en: ['Baiba Kalnina', 'B. Kalnina'], ru: ['Байба Калнина'] },
        positions: [
          {
            name: { en: 'Minister of Foreign Affairs of Latvia', ru: 'министр иностранных дел Латвии' },
            from: '2023-09-19',
          },
        ],
      },
      left: ['no type: give a variable `type`, or --type', 'no name in a language that lisan knows'],
      broken: [95],
    },
    {
      why: 'SPARQL results as CSV: the language is in the name of the column; a family name before a comma is turned',
      files: ['query.csv'],
      format: 'sparql',
      id: 'person-ayla-demir',
      has: {
        names: { en: ['Ayla Demir'], tr: ['Ayla Demir'], ar: ['آيلا دمير'] },
        dates: { from: '1971-02-03' },
      },
    },
    {
      why: 'FollowTheMoney: weak aliases are ambiguous, an occupancy is a position, other schemata are told',
      files: ['entities.ftm.json'],
      format: 'ftm',
      id: 'person-dmitry-rokotov',
      has: {
        names: { en: ['Dmitry Rokotov', 'Dmitri Rokotov', 'Dima'], ru: ['Дмитрий Рокотов'] },
        ambiguous: ['Dima'],
        positions: [
          { name: { en: 'Deputy governor' } },
          { name: { en: 'Governor of Velinsk Oblast' }, from: '2015-03', to: '2019-10-01' },
        ],
        dates: { from: '1961-05-02' },
        wikidata: 'Q900041',
        sameAs: ['opensanctions:NK-aa1', 'opensanctions:ofac-991', 'opensanctions:eu-77'],
      },
      left: [
        'no person, organisation or event: Vessel',
        'no person, organisation or event: Sanction',
        'no name in a language that lisan knows',
      ],
      broken: [8],
    },
    {
      why: 'nested targets: the position is within the person',
      files: ['targets.nested.json'],
      format: 'ftm-nested',
      id: 'person-leila-haddadin',
      has: {
        names: { en: ['Leila Haddadin'], ar: ['ليلى حدادين'] },
        positions: [{ name: { en: 'Minister of Water' }, from: '2018-06-14', to: '2020-10-03' }],
      },
    },
    {
      why: 'names in plain text: aliases behind tabs, organisations by their words',
      files: ['names.txt'],
      format: 'names',
      id: 'organisation-rokot-shipping-llc',
      has: { names: { en: ['Rokot Shipping LLC'] } },
      left: [
        'neither a person nor an organisation by its words: give --type',
        'letters of no language that lisan knows',
      ],
    },
    {
      why: 'GeoNames: names of the second file by language, historic ones are ambiguous, codes are no names',
      files: ['alternateNamesV2.txt', 'cities15000.txt'],
      format: 'geonames',
      id: 'place-velinsk',
      has: {
        names: { en: ['Velinsk'], ru: ['Велинск', 'Старый Велинск'], ar: ['فيلينسك'], tr: ['Velinsk'] },
        ambiguous: ['Старый Велинск'],
        wikidata: 'Q900003',
        sameAs: ['geonames:9000001'],
      },
      left: ['a place of class S'],
      broken: [5, 11],
    },
    {
      why: 'a table: rows of one id are one entity, aliases between bars',
      files: ['plain.csv'],
      format: 'csv',
      id: 'person-jane-doe',
      has: { names: { en: ['Jane Doe', 'J. Doe', 'Jane Q. Doe'], ru: ['Джейн Доу'] } },
      left: ['the type dragon is none of person, place, organisation, event'],
      broken: [8, 6],
    },
  ];
  test.each(cases)('$format: $why', async ({ files, format, id, has, left, broken }) => {
    const report = await imported(files);
    expect(report.files.map((read) => read.format)).toContain(format);
    expect(lines().get(id)).toMatchObject(has);
    if (left !== undefined) expect(report.left.map(({ reason }) => reason)).toEqual(left);
    if (broken !== undefined) expect(report.broken.map(({ line }) => line)).toEqual(broken);
  });
});

describe('ambiguous by rule', () => {
  test('a word of a dictionary, a given name, a short name, a name of two entities', async () => {
    writeFileSync(
      join(folder, 'list.csv'),
      [
        'id,type,name,language,aliases',
        '1,place,Mobile,en,',
        '2,organisation,Tashbulak,en,Ta',
        '3,person,Orhun Kara,tr,Orhun',
        '4,person,Mehmet Pak,tr,',
        '5,person,Mehmet Pak,tr,',
        '6,place,حرب,ar,',
        '7,place,Natalia,en,',
      ].join('\n'),
    );
    const report = await imported([join(folder, 'list.csv')]);
    const marked = [...lines().values()].map(({ ambiguous }) => ambiguous);
    expect(marked).toEqual([
      ['Mobile'],
      ['Ta'],
      ['Orhun'],
      ['Mehmet Pak'],
      ['Mehmet Pak'],
      ['حرب'],
      ['Natalia'],
    ]);
    expect(report.ambiguous).toMatchObject({ word: 2, short: 1, given: 2, shared: 2 });
    expect([...lines().keys()].filter((id) => id.includes('mehmet'))).toEqual([
      'person-mehmet-pak',
      'person-mehmet-pak-5',
    ]);
  });
});

describe('an entity that is there', () => {
  test('gets what a list knows of it, by names in two scripts, and keeps what it has', async () => {
    const report = await imported(['wikidata.json']);
    expect(report).toMatchObject({ mergedByNames: 1, changed: 1 });
    const lavrov = lines().get('person-sergey-lavrov')!;
    expect(lavrov.names.en).toEqual(['Sergey Lavrov', 'Lavrov', 'Sergey Viktorovich Lavrov']);
    expect(lavrov.names.ru).toEqual(['Сергей Лавров', 'Сергей Викторович Лавров']);
    expect(lavrov.ambiguous).toEqual([]);
    expect(lavrov.wikidata).toBe('Q58217');
    expect(lavrov.positions[0]).toMatchObject({ name: { tr: 'Rusya Dışişleri Bakanı' }, from: '2004-03-09' });
  });

  test('is found by its id in a list: the second import changes nothing', async () => {
    const files = ['wikidata.json', 'entities.ftm.json', 'names.txt', 'cities15000.txt', 'plain.csv'];
    await imported(files);
    const before = readFileSync(file, 'utf8');
    const report = await imported(files);
    expect(report).toMatchObject({ added: 0, changed: 0 });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is not merged with one that has another id in the same list, nor where two fit', async () => {
    writeFileSync(
      join(folder, 'first.csv'),
      [
        'id,type,name,language,wikidata',
        'a,person,Ivan Petrov,en,Q1',
        'a,person,Иван Петров,ru,Q1',
        'b,person,Ivan Petrov,en,Q2',
        'b,person,Иван Петров,ru,Q2',
        'c,person,Ivan Petrov,en,',
        'c,person,Иван Петров,ru,',
      ].join('\n'),
    );
    const report = await imported([join(folder, 'first.csv')]);
    expect(report).toMatchObject({ added: 3, mergedByNames: 0, notMergedCount: 1 });
  });
});

test('a dry run reports and writes nothing', async () => {
  writeFileSync(file, '');
  const report = await imported(['plain.csv'], { dryRun: true });
  expect(report).toMatchObject({ added: 3, dryRun: true });
  expect(readFileSync(file, 'utf8')).toBe('');
  expect(existsSync(`${file}.new`)).toBe(false);
});

test.each([
  ['list.bz2', 'list_unreadable'],
  ['nowhere.csv', 'list_unreadable'],
  ['photo.png', 'list_format_unknown'],
])('%s is refused with %s', async (name, code) => {
  if (name === 'photo.png') writeFileSync(join(folder, name), 'PNG');
  await expect(imported([join(folder, name)])).rejects.toMatchObject({ code });
});

test.each(['jsonl', 'ftm', 'csv'] as const)(
  'what is exported as %s is imported as the same names',
  async (format) => {
    await imported(['entities.ftm.json', 'plain.csv']);
    const before = lines();
    const { head, write } = LIST_WRITERS[format];
    const list = join(folder, `export.${format === 'csv' ? 'csv' : 'json'}`);
    writeFileSync(list, head + [...before.values()].map((entity) => write(entity)).join(''));
    file = join(folder, 'other.jsonl');
    await imported([list]);
    const namesOf = (entities: Map<string, Entity>) =>
      [...entities.values()].map(({ id, names }) => [id, names]);
    expect(namesOf(lines())).toEqual(namesOf(before));
  },
);

test.each([
  ['LAVROV, Sergey', ['Sergey Lavrov']],
  ['Лавров, Сергей Викторович', ['Сергей Лавров', 'Сергей Викторович Лавров']],
  ["O'NEILL-SMITH, ANNE", ["Anne O'neill-Smith"]],
  ['Smith, John, Jr.', ['Smith, John, Jr.']],
  ['Pelé', ['Pelé']],
])('a list writes %s, news write %j', (listed, written) => {
  expect(personSpellings(listed)).toEqual(written);
});
