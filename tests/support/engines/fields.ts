/** Further fields of articles: what each engine finds, filters and counts by them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasValues } from '../../../src/engines/conditions.ts';
import { checkParameters } from '../../../src/http/parameters/check.ts';
import { searchRequest } from '../../../src/http/parameters/search-request.ts';
import { searchParameters } from '../../../src/http/routes/search.ts';
import { type TestService, testService } from '../service.ts';
import { article } from './golden.ts';

const ARTICLES = [
  article('one', 'Budget', 'The council met.', {
    authors: ['Ayşe Işık', 'Ayşe Işık', 'Mark O’Neill'],
    section: 'Yerel Haberler',
    keywords: ['budget', 'city, council'],
    fields: { desk: 'foreign', year: 2024, 'geo.city': ['İstanbul', 'Ankara'] },
  }),
  article('two', 'Rain', 'The council was closed.', {
    authors: ['سيرغي إيفانوف'],
    section: 'yerel haberler',
    keywords: ['Budget'],
    fields: { desk: 'home', year: 2024, 'long name': 'Second value' },
  }),
  article('three', 'Wind', 'The council opened again.'),
];

export function describeFields(environment: () => Readonly<Record<string, string>>): void {
  describe('further fields', () => {
    let service: TestService;
    beforeAll(async () => {
      service = testService({ ...environment(), LISAN_FACETS: 'fields.desk, fields.geo.city,fields.year' });
      await service.fill(ARTICLES);
    });
    afterAll(() => service.discard());

    const ids = async (q: string): Promise<string[]> =>
      (await service.ask(q)).hits.map(({ id }) => id).sort();

    test.each([
      ['author:ayse', ['one'], 'without the letters of Turkish'],
      ['author:"mark o’neill"', ['one'], 'several words, in any case'],
      ['author:ISIK council', ['one'], 'beside words'],
      ['author:ايفانوف', ['two'], 'Arabic letters that readers write in two ways'],
      ['council -author:ayşe', ['three', 'two'], 'excluded'],
      ['section:yerel', ['one', 'two'], 'sections in any case'],
      ['section:"yerel haberler" author:ayşe', ['one'], 'two fields'],
      ['fields.desk:foreign', ['one'], 'a further field'],
      ['fields.Desk:HOME', ['two'], 'names in any case'],
      ['fields.year:2024', ['one', 'two'], 'a number'],
      ['fields.geo.city:istanbul', ['one'], 'a value of a list of an object'],
      ['fields.long_name:second', ['two'], 'a name with a space, written with another sign'],
      ['fields.desk:nothing', [], 'no such value'],
      ['fields.unknown:foreign', [], 'no such field'],
      ['fields.desk:foreign OR fields.desk:home', ['one', 'two'], 'alternatives'],
    ])('%s', async (q, expected, why) => {
      expect(await ids(q), why).toEqual(expected);
    });

    const asked = (query: Record<string, string>) =>
      service.searcher.search(
        searchRequest(checkParameters(searchParameters, query, service.config.facets), 'en'),
      );

    test.each<[Record<string, string>, string[]]>([
      [{ author: 'Ayşe Işık' }, ['one']],
      [{ author: 'ayşe ışık' }, []],
      [{ section: 'Yerel Haberler' }, ['one']],
      [{ section: 'Yerel Haberler,yerel haberler' }, ['one', 'two']],
      [{ keywords: 'city\\, council' }, ['one']],
      [{ keywords: 'budget' }, ['one']],
      [{ 'fields.desk': 'foreign,home', author: 'سيرغي إيفانوف' }, ['two']],
      [{ 'fields.geo.city': 'Ankara' }, ['one']],
      [{ 'fields.year': '2024' }, ['one', 'two']],
    ])('filter %j', async (query, expected) => {
      expect((await asked(query)).hits.map(({ id }) => id).sort()).toEqual(expected);
    });

    test('values are counted once for each article', async () => {
      const { facets } = await asked({
        facets: 'author,section,keywords,fields.desk,fields.geo.city,fields.year',
      });
      expect(facets).toEqual({
        author: [
          { value: 'Ayşe Işık', count: 1 },
          { value: 'Mark O’Neill', count: 1 },
          { value: 'سيرغي إيفانوف', count: 1 },
        ],
        section: [
          { value: 'Yerel Haberler', count: 1 },
          { value: 'yerel haberler', count: 1 },
        ],
        keywords: [
          { value: 'Budget', count: 1 },
          { value: 'budget', count: 1 },
          { value: 'city, council', count: 1 },
        ],
        'fields.desk': [
          { value: 'foreign', count: 1 },
          { value: 'home', count: 1 },
        ],
        'fields.geo.city': [
          { value: 'Ankara', count: 1 },
          { value: 'İstanbul', count: 1 },
        ],
        'fields.year': [{ value: '2024', count: 2 }],
      });
    });

    test('what is not declared is refused by its name', () => {
      for (const name of ['fields.other', 'field1', 'fields.field1'])
        expect(() => asked({ [name]: 'x' }), name).toThrow(/There is no parameter fields\./);
      expect(() => asked({ facets: 'fields.other' })).toThrow(/facets/);
    });

    test('another author is another content, and moves the article', async () => {
      await service.fill([{ ...ARTICLES[2]!, authors: ['Olga Petrova'] }]);
      expect(await ids('author:petrova')).toEqual(['three']);
      await service.fill([{ ...ARTICLES[2]!, authors: ['Anna Ivanova'] }]);
      expect(await ids('author:petrova')).toEqual([]);
      expect((await service.ask('', { filter: hasValues('author', ['Anna Ivanova']) })).hits).toHaveLength(1);
    });
  });
}
