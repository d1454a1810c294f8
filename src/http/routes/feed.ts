/** `GET /api/search.atom`: a search that a feed reader follows (RFC 4287). */

import { z } from 'zod';
import { isolated } from '../../common/bidi.ts';
import { addressOfId } from '../../common/document-address.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import { xmlText } from '../../common/xml.ts';
import type { Hit, SearchRequest } from '../../search/searcher.ts';
import { publicAddress } from '../middleware/hosts.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import { filterParameters, searchRequest, sortBy } from '../parameters/search-request.ts';
import { wholeNumber } from '../parameters/values.ts';
import { defineRead } from '../workers/read.ts';
import { type Route, text } from './route.ts';

const parameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('newest'),
  limit: wholeNumber(100, 50, 'Entries of the feed.'),
  key: z
    .string()
    .optional()
    .meta({ description: 'A key with the scope `search` only, for readers that send no headers.' }),
});

interface Entries {
  hits: Hit[];
  /** ISO 8601 instants by id. */
  storedAt: Map<string, string>;
}

/** The hits that match a search, and when each was stored. */
const entries = defineRead<SearchRequest, Entries>({
  name: 'feed',
  module: import.meta.url,
  async run({ searcher, archive }, request) {
    const { hits } = await searcher.search({ ...request, relax: [], pins: 'hide', purpose: 'feed' });
    return { hits, storedAt: archive.storedAt(hits.map(({ id }) => id)) };
  },
});

export const feed: Route = {
  method: 'get',
  path: '/api/search.atom',
  summary: 'Follow a search in a feed reader.',
  scope: 'search',
  parameters,
  answer: text('An Atom feed, the newest documents first.', 'application/atom+xml'),
  cacheable: true,
  handler({ readPool, config, zone }) {
    return async (request, response) => {
      const { key: _, ...wanted } = parametersOf(request, parameters, config.facets);
      const search = searchRequest(wanted, interfaceLanguage(request));
      const { hits, storedAt } = await readPool.answer(entries, search, { client: response });
      const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
      response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8');
      query.delete('key');
      response.send(atom(search.q, publicAddress(config, request), query, hits, storedAt, zone));
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
  zone: TimeZone,
): string {
  const updated = (id: string): string => storedAt.get(id) ?? EPOCH;
  const latest = hits.map(({ id }) => updated(id)).reduce((a, b) => (a > b ? a : b), EPOCH);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xmlText(base === '' ? `urn:lisan:search?${query}` : `${base}/api/search.atom?${query}`)}</id>`,
    `<title>${xmlText(isolated(q === '' ? 'lisan' : `lisan: ${q}`))}</title>`,
    `<updated>${latest}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${base}/api/search.atom?${query}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${base}/?${query}`)}"/>`,
    '<generator>lisan</generator>',
    ...hits.map((hit) => entry(hit, base, updated(hit.id), zone)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(hit: Hit, base: string, updated: string, zone: TimeZone): string {
  const { id, title, url, source, publishedAt, highlights, entities } = hit;
  const address = `${base}/api/documents/${addressOfId(id)}`;
  const link = url !== null && /^https?:\/\//i.test(url) ? url : address;
  const published =
    publishedAt === null ? undefined : new Date(zone.secondsOf(publishedAt) * 1000).toISOString();
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
