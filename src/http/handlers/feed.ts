/** `GET /api/search.atom`: a search that a feed reader follows (RFC 4287). */
import type { RequestHandler } from 'express';
import { isolated } from '../../common/bidi.ts';
import { xmlText } from '../../common/xml.ts';
import type { Hit } from '../../search/searcher.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { readFeed } from '../schemas/parameters.ts';

export function feed({ readPool }: AppContext): RequestHandler {
  return async (request, response) => {
    const asked = readFeed(request.query, interfaceLanguage(request));
    const { hits, storedAt } = await readPool.answer('feed', asked);
    const base = `${request.protocol}://${request.host}`;
    const updated = (id: string): string => storedAt.get(id) ?? EPOCH;
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
    const title = asked.q === '' ? 'lisan' : `lisan: ${asked.q}`;
    const latest = hits.map(({ id }) => updated(id)).reduce((a, b) => (a > b ? a : b), EPOCH);
    response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8');
    response.send(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        `<id>${xmlText(`${base}/api/search.atom?${query}`)}</id>`,
        `<title>${xmlText(isolated(title))}</title>`,
        `<updated>${latest}</updated>`,
        `<link rel="self" type="application/atom+xml" href="${xmlText(`${base}/api/search.atom?${query}`)}"/>`,
        `<link rel="alternate" type="text/html" href="${xmlText(`${base}/?${query}`)}"/>`,
        '<generator>lisan</generator>',
        ...hits.map((hit) => entry(hit, base, updated(hit.id))),
        '</feed>',
        '',
      ].join('\n'),
    );
  };
}

/** For an archive that is empty, or a document that went away meanwhile. */
const EPOCH = new Date(0).toISOString();

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
