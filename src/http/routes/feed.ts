/** `GET /api/search.atom`: a search that a feed reader follows (RFC 4287). */
import { z } from 'zod';
import { isolated } from '../../common/bidi.ts';
import { xmlText } from '../../common/xml.ts';
import type { Hit, SearchRequest } from '../../search/searcher.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { checkParameters } from '../parameters/check.ts';
import { filterParameters, searchRequest, sortBy } from '../parameters/search-request.ts';
import { wholeNumber } from '../parameters/values.ts';
import type { Read } from '../workers/read.ts';
import { type Route, text } from './route.ts';

const parameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('newest'),
  limit: wholeNumber(100, 50, 'Entries of the feed.'),
});

interface Entries {
  hits: Hit[];
  /** ISO 8601 instants by id. */
  storedAt: Map<string, string>;
}

/** The hits that match a search, and when each was stored. */
const entries: Read<SearchRequest, Entries> = {
  name: 'feed',
  async run({ searcher, archive }, request) {
    const { hits } = await searcher.search({ ...request, relax: [], purpose: 'feed' });
    return { hits, storedAt: archive.storedAt(hits.map(({ id }) => id)) };
  },
};

export const feed: Route = {
  method: 'get',
  path: '/api/search.atom',
  summary: 'Follow a search in a feed reader.',
  scope: 'search',
  parameters,
  answer: text('An Atom feed, the newest documents first.', 'application/atom+xml'),
  cacheable: true,
  reads: [entries],
  handler({ readPool }) {
    return async (request, response) => {
      const search = searchRequest(checkParameters(parameters, request.query), interfaceLanguage(request));
      const { hits, storedAt } = await readPool.answer(entries, search);
      const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
      response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8');
      response.send(atom(search.q, `${request.protocol}://${request.host}`, query, hits, storedAt));
    };
  },
};

/** For an archive that is empty, or a document that was deleted meanwhile. */
const EPOCH = new Date(0).toISOString();

function atom(
  q: string,
  base: string,
  query: URLSearchParams,
  hits: readonly Hit[],
  storedAt: ReadonlyMap<string, string>,
): string {
  const updated = (id: string): string => storedAt.get(id) ?? EPOCH;
  const latest = hits.map(({ id }) => updated(id)).reduce((a, b) => (a > b ? a : b), EPOCH);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xmlText(`${base}/api/search.atom?${query}`)}</id>`,
    `<title>${xmlText(isolated(q === '' ? 'lisan' : `lisan: ${q}`))}</title>`,
    `<updated>${latest}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${base}/api/search.atom?${query}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${base}/?${query}`)}"/>`,
    '<generator>lisan</generator>',
    ...hits.map((hit) => entry(hit, base, updated(hit.id))),
    '</feed>',
    '',
  ].join('\n');
}

function entry(hit: Hit, base: string, updated: string): string {
  const { id, title, url, source, publishedAt, highlights, entities } = hit;
  const address = `${base}/api/documents/${encodeURIComponent(id)}`;
  const link = url !== null && /^https?:\/\//i.test(url) ? url : address;
  const published = publishedAt === null ? undefined : new Date(publishedAt).toISOString();
  const summary = highlights.body
    .map(({ lang, dir, html }) => `<p lang="${lang}" dir="${dir}">${html}</p>`)
    .join('');
  return [
    `<entry${highlights.title === null ? '' : ` xml:lang="${highlights.title.lang}"`}>`,
    `<id>${xmlText(`urn:lisan:${encodeURIComponent(id)}`)}</id>`,
    `<title>${xmlText(isolated(title || id))}</title>`,
    `<link rel="alternate" href="${xmlText(link)}"/>`,
    `<updated>${updated}</updated>`,
    ...(published === undefined ? [] : [`<published>${published}</published>`]),
    `<author><name>${xmlText(isolated(source ?? 'lisan'))}</name></author>`,
    ...entities.map(({ id: term, name }) => `<category term="${xmlText(term)}" label="${xmlText(name)}"/>`),
    `<summary type="html">${xmlText(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}
