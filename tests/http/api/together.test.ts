/** Who appears with whom: counts are those of the search that they lead to, and the measure is that of its source. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running, runningOnSample } from '../../support/running-service.ts';

const article = (id: string, body: string, publishedAt = '2024-01-05') => ({
  ...{ id, title: '', body, publishedAt, keywords: [] },
});

let small: Running;
let sample: Running;
beforeAll(async () => {
  small = await running();
  await small.service.fill([
    article('1', 'Sergey Lavrov met Hakan Fidan in Ankara.'),
    article('2', 'Sergey Lavrov met Hakan Fidan in Moscow.', '2024-02-01'),
    article('3', 'Hakan Fidan spoke in Ankara.'),
    article('4', 'It rained in Moscow.'),
    article('5', 'It rained in London.'),
  ]);
  sample = await runningOnSample();
});
afterAll(async () => {
  await small.end();
  await sample.end();
});

interface Graph {
  documents: number;
  nodes: { id: string; name: string; documents: number }[];
  edges: { a: string; b: string; documents: number; npmi: number | null }[];
  edgesLeftOut: number;
}

test('nodes, pairs and the measure of five articles', async () => {
  const { documents, nodes, edges }: Graph = (await small.ask('/api/together?lang=en')).body;
  expect(documents).toBe(5);
  expect(Object.fromEntries(nodes.map(({ name, documents: n }) => [name, n]))).toEqual({
    'Hakan Fidan': 3,
    'Sergey Lavrov': 2,
    Ankara: 2,
    Moscow: 2,
    London: 1,
  });
  const named = new Map(nodes.map(({ id, name }) => [id, name]));
  const pairs = edges.map(({ a, b, documents: n, npmi }) => [
    ...[named.get(a)!, named.get(b)!].sort(),
    n,
    npmi,
  ]);
  // ln(2·5 / (3·2)) / -ln(2/5) = .557; ln(1·5 / (3·2)) / -ln(1/5) = -.113; ln(5 / 4) / -ln(1/5) = .139
  expect(pairs).toEqual(
    expect.arrayContaining([
      ['Hakan Fidan', 'Sergey Lavrov', 2, 0.557],
      ['Ankara', 'Hakan Fidan', 2, 0.557],
      ['Hakan Fidan', 'Moscow', 1, -0.113],
      ['Ankara', 'Sergey Lavrov', 1, 0.139],
    ]),
  );
  expect(pairs.map(([, , n]) => n)).toEqual([2, 2, 1, 1, 1]);
});

test('around one entity, it comes first, and who is never with it is left out', async () => {
  const { around, nodes }: Graph & { around: { id: string } } = (
    await small.ask('/api/together?around=person-sergey-lavrov')
  ).body;
  expect(around.id).toBe('person-sergey-lavrov');
  expect(nodes.map(({ name, documents }) => [name, documents])).toEqual([
    ['Sergey Lavrov', 2],
    ['Hakan Fidan', 3],
    ['Ankara', 2],
    ['Moscow', 2],
  ]);
});

test('only of some types', async () => {
  const { nodes, edges }: Graph = (await small.ask('/api/together?types=person')).body;
  expect(nodes.map(({ name }) => name)).toEqual(['Hakan Fidan', 'Sergey Lavrov']);
  expect(edges).toMatchObject([{ documents: 2, npmi: 0.557 }]);
});

test('filters hold; an entity that every article mentions by a filter is no node', async () => {
  const january: Graph = (await small.ask('/api/together?to=2024-01-31')).body;
  expect(january.documents).toBe(4);
  const fidan: Graph = (await small.ask('/api/together?entity=person-hakan-fidan')).body;
  expect(fidan.documents).toBe(3);
  expect(fidan.nodes.map(({ name }) => name)).not.toContain('Hakan Fidan');
});

test.each([
  '',
  'q=Lavrov&',
  'q=minister&lang=en&',
  'q=وزير&',
  'entity=place-syria&',
  'from=2024-11-01&',
  'around=person-sergey-lavrov&',
])(
  'sample, %s: the count of every edge is the number of hits of the search it leads to, and nodes are bounded',
  async (filters) => {
    const { nodes, edges, documents }: Graph = (await sample.ask(`/api/together?${filters}nodes=8`)).body;
    expect(nodes.length).toBeGreaterThan(2);
    expect(nodes.length).toBeLessThanOrEqual(9);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.length).toBeLessThanOrEqual(60);
    const search = async (...ids: string[]): Promise<number> => {
      const parameters = new URLSearchParams(filters);
      parameters.delete('around');
      const entity = [...parameters.getAll('entity'), ...ids].join(',');
      parameters.set('entity', entity);
      const { body } = await sample.ask(`/api/search?${parameters}&strict=true&limit=0`);
      return body.total.value;
    };
    for (const { id, documents: own } of nodes) expect(await search(id), id).toBe(own);
    for (const { a, b, documents: both } of edges) {
      expect(await search(a, b), `${a} ${b}`).toBe(both);
      expect(both).toBeLessThanOrEqual(documents);
    }
  },
);

test('as a table', async () => {
  const { text, headers } = await small.ask('/api/together.csv?around=person-sergey-lavrov');
  expect(headers.get('content-disposition')).toContain('together.csv');
  const [head, first] = text.trimEnd().split('\r\n');
  expect(head).toBe('"a","a_id","a_articles","b","b_id","b_articles","together","npmi","all"');
  expect(first).toBe(
    '"Sergey Lavrov","person-sergey-lavrov",2,"Hakan Fidan","person-hakan-fidan",3,2,0.557,5',
  );
});

test.each([
  ['around=person-nobody', 'entity_unknown'],
  ['nodes=31', 'invalid_parameter'],
  ['types=ship', 'invalid_parameter'],
  ['limit=3', 'invalid_parameter'],
])('?%s is refused: %s', async (query, code) => {
  expect((await small.ask(`/api/together?${query}`)).body.error.code).toBe(code);
});

test('nothing found gives an empty graph', async () => {
  expect((await small.ask('/api/together?q=zzqxv')).body).toMatchObject({
    documents: 0,
    nodes: [],
    edges: [],
  });
});
