/** A client as openapi-fetch makes it from the description: it compiles only if the description says what answers are. */
import createClient from 'openapi-fetch';
import type { paths } from './generated.ts';

const client = createClient<paths>({ baseUrl: 'http://127.0.0.1:3000' });

const { data: search, error } = await client.GET('/api/search', {
  params: { query: { q: 'astana', facets: ['lang', 'source'], limit: 5, explain: true } },
});
if (error) console.error(error.error.remedy);
if (search) {
  const { hits, suggestion, facets } = search;
  const marks: { start: number; kind: string }[] = hits.flatMap((hit) => hit.highlights.title?.marks ?? []);
  const total: number | undefined = hits[0]?.explanation?.total;
  const other: string | null = suggestion;
  const count: number | undefined = facets.lang?.[0]?.count;
  console.log(marks, total, other, count);
}

const { data: entity } = await client.GET('/api/entities/{id}', { params: { path: { id: 'place-astana' } } });
const figures: (number | undefined)[] = [
  entity?.mentions.total,
  entity?.together[0]?.documents,
  entity?.spellings[0]?.mentions,
];
console.log(figures, entity?.related[0]?.name);

// @ts-expect-error There is no such facet.
await client.GET('/api/search', { params: { query: { facets: ['colour'] } } });
// @ts-expect-error Documents are a list.
await client.POST('/api/documents', { body: { documents: 7 } });
